import type { Score, Scorable, ScoredEvent, Scorer } from '#electron/backend/scoring/rescore.ts';
import { AUTOMATIC_NEXT, automaticNext } from '#shared/domain/journey/next-action.ts';
import { lastTouchOn } from '#shared/domain/journey/touch.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import type { Result } from './journey.repo.ts';

type Next = Pick<Result, 'next_kind' | 'next_on' | 'next_reason'>;

/** What happens next with a lead of this rank, and when somebody was last in touch. */
export const advance = (
  row: Scorable,
  events: readonly ScoredEvent[],
  isOptedOut: boolean,
  score: Score,
  scorer: Scorer,
): Next & Pick<Result, 'last_touch_on'> => ({
  ...nextOf(row, score.band, scorer, isOptedOut),
  last_touch_on: lastTouchOn(events),
});

/** A promise stays; an automatic next action follows the rank, and keeps its date while its kind stays. */
function nextOf(row: Scorable, band: Band, scorer: Scorer, isOptedOut: boolean): Next {
  const isAutomatic = (AUTOMATIC_NEXT as readonly string[]).includes(row.next_kind);
  const kept = { next_kind: row.next_kind, next_on: row.next_on, next_reason: row.next_reason };
  if (!isAutomatic) return kept;
  const next = automaticNext(
    {
      band,
      companyKind: row.company_kind ?? 'prospect',
      stage: row.stage,
      hasPhone: row.phone !== '',
      mayMail:
        row.email !== '' &&
        !isOptedOut &&
        row.consent_basis !== 'unknown' &&
        row.consent_basis !== 'organiser',
      doNotCall: row.do_not_call === 1,
    },
    scorer.cal,
    scorer.on,
  );
  if (next.kind === row.next_kind && next.kind !== 'none') return { ...kept, next_reason: null };
  return { next_kind: next.kind, next_on: next.on, next_reason: next.reason };
}
