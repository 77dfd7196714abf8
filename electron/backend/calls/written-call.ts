import type { Context } from '#electron/backend/context.ts';
import { type Day, dayOf, type Instant, instantAt } from '#shared/domain/base/days.ts';
import type { WrittenResult } from '#shared/domain/calls/sheet.ts';
import type { listRowsByUid } from './calls.repo.ts';
import type { CallResult } from './record.ts';

export type ListRow = Awaited<ReturnType<typeof listRowsByUid>>[number];

/** More than the next action hangs on such a result: it is taken back by the history, which knows what. */
export const hasConsequences = ({ outcome, doNotCall }: WrittenResult): boolean =>
  doNotCall || outcome === 'appointment' || outcome === 'badNumber' || outcome === 'notTarget';

/** What was written down behind a row, as a call of the caller whose list it is. Takes the place of a result the row has. */
export function writtenCall(
  ctx: Pick<Context, 'now' | 'newId'>,
  row: ListRow & { lead_id: number },
  written: WrittenResult,
  calledOn: Day,
): CallResult {
  const { outcome, doNotCall, note, nextOn, nextMinute, reason, place } = written;
  return {
    leadId: row.lead_id,
    eventUid: ctx.newId(),
    listRowUid: row.uid,
    callerId: row.caller_id,
    outcome,
    doNotCall,
    note,
    place,
    occurredAt: momentOf(ctx, calledOn),
    ...(reason === null ? {} : { reason }),
    ...(nextOn === null ? {} : nextMinute === null ? { nextOn } : { nextAt: instantAt(nextOn, nextMinute) }),
    ...(row.call_uid === null ? {} : { replaces: row.call_uid }),
  };
}

const NOON = 720;

/** When a call of that day was made, as far as paper tells: now, or noon, which is no time to learn from. */
const momentOf = (ctx: Pick<Context, 'now'>, on: Day): Instant =>
  on === dayOf(ctx.now()) ? ctx.now() : instantAt(on, NOON);
