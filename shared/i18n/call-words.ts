import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import type { CallResult } from '#shared/domain/calls/outcomes.ts';
import type { Catalogue } from './index.ts';

/** The word of the team for a result, else that of the catalogue. */
export const outcomeWord = (t: Catalogue, rules: CallRules, outcome: CallResult): string =>
  rules.labels[outcome] ?? t.calls.outcomes[outcome];

/** A reason as people read it: that of the catalogue, or what the team wrote. */
export function reasonWord(t: Catalogue, reason: string): string {
  const known: Readonly<Record<string, string>> = t.calls.declineReasons;
  return known[reason] ?? reason;
}
