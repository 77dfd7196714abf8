import type { Context } from '#electron/backend/context.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, dayOf, instantAt } from '#shared/domain/base/days.ts';
import { attainment, pace } from '#shared/domain/sla/attainment.ts';
import { isCancel, isRaisedLate } from '#shared/domain/sla/clock.ts';
import { listStarted } from './sla.repo.ts';

const FOUR_WEEKS = 28;

/** How many promises that began in a span were kept, how many were at least begun in time, and how fast. */
export async function slaAttainment(
  ctx: Context,
  input: InputOf<'sla', 'attainment'>,
): Promise<OutputOf<'sla', 'attainment'>> {
  const now = ctx.now();
  const toOn = input.toOn ?? dayOf(now);
  const fromOn = input.fromOn ?? addDays(toOn, 1 - FOUR_WEEKS);
  const rows = await listStarted(ctx.read, input.kind, instantAt(fromOn, 0), instantAt(addDays(toOn, 1), 0));
  const spans = rows.map(row => ({
    startedAt: row.started_at,
    dueAt: row.due_at,
    stoppedAt: row.stopped_at,
    stopCode: row.stop_code,
  }));
  const begun = rows.map((row, i) => ({
    dueAt: row.due_at,
    stoppedAt: isCancel(row.stop_code) && row.attempted_at === null ? row.stopped_at : row.attempted_at,
    stopCode: row.attempted_at === null ? (spans[i]?.stopCode ?? null) : null,
  }));
  const { data: cal } = await activeVersion(ctx.read, calendar, toOn);
  const kept = spans.flatMap(({ startedAt, stoppedAt, stopCode }) =>
    stoppedAt === null || isCancel(stopCode) ? [] : [{ startedAt, stoppedAt }],
  );
  return {
    kind: input.kind,
    fromOn,
    toOn,
    kept: attainment(spans, now),
    started: input.kind === 'contact' ? attainment(begun, now) : null,
    pace: pace(kept, cal),
    raisedLate: rows.filter(row => isRaisedLate(row.started_at, row.raised_at)).length,
  };
}
