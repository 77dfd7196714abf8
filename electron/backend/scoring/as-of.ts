import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { AppError } from '#electron/backend/errors.ts';
import { fieldsBefore } from '#electron/backend/history/earlier.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, type Day, instantAt } from '#shared/domain/base/days.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { bandAt, correctedPast } from '#shared/domain/scoring/replay.ts';
import { bandsShownOn } from './bands-shown.ts';
import { explainLead } from './explain.ts';
import { today } from './rescore.ts';
import { rulesOverTime } from './rules-over-time.ts';
import { factBatches } from './fact-batches.ts';
import { listPresence } from './scoring.repo.ts';

type Counts = Record<Band, number>;

/**
 * Points and ranks on a past day: of one lead, or how many leads had each rank. `then` is what was shown at the end of that
 * day; `now` is the corrected view, with everything known today. Throws NOT_FOUND, and INVALID_INPUT for a day to come.
 */
export async function asOf(
  ctx: Context,
  input: InputOf<'scoring', 'asOf'>,
): Promise<OutputOf<'scoring', 'asOf'>> {
  const { on, known, leadUid } = input;
  if (on > today(ctx))
    throw new AppError('INVALID_INPUT', { issues: [{ path: 'on', message: 'a day to come' }] });
  const rules = await rulesOverTime(ctx.read);
  const found = { on, known, rulesVersion: rules.numbered(on).n };
  if (leadUid !== undefined)
    return { ...found, counts: null, lead: await explainLead(ctx, { uid: leadUid, on, known }) };
  const counts = known === 'then' ? await countsThen(ctx.read, on) : await countsCorrected(ctx, on);
  return { ...found, counts, lead: null };
}

/** Leads replayed between two turns of the process: each walks through all its days. */
const REPLAYED = 50;

const nobody = (): Counts => ({ hot: 0, mid: 0, low: 0 });

/** Everybody the list had at the end of that day, by the rank they were shown with. */
async function countsThen(db: ReadDb, on: Day): Promise<Counts> {
  const end = instantAt(addDays(on, 1), 0);
  const bands = await bandsShownOn(db, on);
  const before = await fieldsBefore(db, 'leads', end);
  const counts = nobody();
  for (const lead of await listPresence(db)) {
    const then = { ...lead, ...before.get(lead.uid) };
    if (lead.created_at >= end || then.trashed_at !== null || then.merged_into_id !== null) continue;
    counts[bands.get(lead.id) ?? 'low']++;
  }
  return counts;
}

/** Everybody in the list now who had been met by that day, by the rank they would have had. */
async function countsCorrected(ctx: Context, on: Day): Promise<Counts> {
  const rules = await rulesOverTime(ctx.read);
  const counts = nobody();
  for await (const batch of factBatches(ctx.read)) {
    for (const [i, { row, facts }] of batch.entries()) {
      if (row.acquired_on <= on) counts[bandAt(correctedPast(facts), rules, on)]++;
      if (i % REPLAYED === 0) await turn();
    }
    if (ctx.signal?.aborted) return counts;
  }
  return counts;
}
