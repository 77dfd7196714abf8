import { moveOf } from '#shared/domain/journey/course.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { codeText } from './code-text.ts';

/** What an event is called: a move by its two stops, everything else by its kind. */
export function eventText(t: Catalogue, kind: string): string {
  const move = moveOf(kind);
  if (move === null) return codeText(t.leads.eventKinds, kind);
  return `${t.journey.stops[move.from]} → ${t.journey.stops[move.to]}`;
}
