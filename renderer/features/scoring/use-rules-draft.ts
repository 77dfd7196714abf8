import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type JobView, useJob, useJobResult } from '#renderer/lib/use-job.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Simulation } from '#shared/contract/scoring.ts';
import { type ScoringRules, zScoringRules } from '#shared/domain/scoring/rules.ts';

/** While somebody types, the rehearsal waits this long for the next key. */
const restMs = 300;

export type RulesProblem = 'caps' | 'midLeave' | 'hotLeave' | 'other';

/** What is wrong with a draft in the words of the screen; null when it can be saved. */
function problemOf(rules: ScoringRules): RulesProblem | null {
  const issue = zScoringRules.safeParse(rules).error?.issues[0];
  if (!issue) return null;
  const path = issue.path.join('.');
  if (path === 'caps') return 'caps';
  if (path === 'bands.mid.leave') return 'midLeave';
  return path === 'bands.hot.leave' ? 'hotLeave' : 'other';
}

/** The value once it has rested. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

export type RulesDraft = {
  readonly rules: ScoringRules;
  readonly isChanged: boolean;
  readonly problem: RulesProblem | null;
  readonly change: (next: ScoringRules) => void;
  readonly discard: () => void;
  /** What the draft would do; the last one stays while the next is computed. */
  readonly simulation: Simulation | undefined;
  readonly error: unknown;
  readonly job: JobView;
  readonly save: (note: string) => void;
};

/** Rules being edited beside the rules in force, with what they would change. */
export function useRulesDraft(inForce: ScoringRules): RulesDraft {
  const { t } = useI18n();
  const { client, orpc } = useBackend();
  const undo = useUndo();
  const [draft, setDraft] = useState<ScoringRules | null>(null);
  const rules = draft ?? inForce;
  const problem = problemOf(rules);
  const rested = useRested(rules);
  const simulation = useQuery({
    ...orpc.scoring.simulate.queryOptions({ input: { rules: rested, backTest: false } }),
    enabled: problemOf(rested) === null,
    placeholderData: keepPreviousData,
  });
  const job = useJob('scoring.saveRules');
  useJobResult(job, result => {
    const { changed, operationUid } = result as { changed: number; operationUid: string };
    setDraft(null);
    job.reset();
    undo.offer(t.scoring.rules.saved(changed), operationUid);
  });
  return {
    rules,
    isChanged: draft !== null && JSON.stringify(draft) !== JSON.stringify(inForce),
    problem,
    change: setDraft,
    discard: () => setDraft(null),
    simulation: simulation.data,
    error: simulation.error,
    job,
    save: note => job.start(async () => await client.scoring.saveRules({ rules, note })),
  };
}
