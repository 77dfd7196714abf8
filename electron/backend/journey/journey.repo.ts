import { sql } from 'kysely';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';

/** Everything the store keeps of a lead that nobody typed. */
export type Result = Points & Place & Decision;
/** Changes with every look. */
export interface Points {
  fit: number;
  engagement: number;
  total: number;
  band: string;
  cools_on: Day | null;
  next_change_on: Day | null;
  scored_on: Day;
  rules_n: number;
  last_touch_on: Day | null;
}
/** Follows from the lead's facts whenever somebody looks. */
interface Place {
  stop: string | null;
  stop_since_on: Day | null;
  entry_stop: string | null;
}
/** What somebody said or promised: a change of it belongs to the operation and is undone with it. */
interface Decision {
  stage: string;
  appointment_on: Day | null;
  accepted_on: Day | null;
  next_kind: string;
  next_on: Day | null;
  next_at: Instant | null;
  next_reason: string | null;
}
/** Which parts of a lead differ from what is stored. */
export interface Differing {
  id: number;
  result: Result;
  place: boolean;
  /** `cached`: an automatic next action followed the place. `decided`: a promise or the stage gave way. */
  decision: 'same' | 'cached' | 'decided';
}

/** Stores cached results; SQL never computes them. Columns that stay are not written, so that their indexes rest. */
export async function updateResults(tx: WriteTx, leads: readonly Differing[]): Promise<void> {
  if (leads.length === 0) return;
  tx.touch('leads');
  const decided = leads.filter(lead => lead.decision === 'decided');
  await tx.updateMany(
    'leads',
    decided.map(({ id, result }) => ({ id, ...decisionOf(result) })),
  );
  for (const [place, next] of [
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ] as const) {
    const same = leads.filter(lead => lead.place === place && (lead.decision === 'cached') === next);
    await tx.bulk.update(
      'leads',
      same.map(({ id, result }) => ({
        id,
        ...pointsOf(result),
        ...(place && placeOf(result)),
        ...(next && decisionOf(result)),
      })),
    );
  }
}

const pointsOf = (result: Result): Points => ({
  fit: result.fit,
  engagement: result.engagement,
  total: result.total,
  band: result.band,
  cools_on: result.cools_on,
  next_change_on: result.next_change_on,
  scored_on: result.scored_on,
  rules_n: result.rules_n,
  last_touch_on: result.last_touch_on,
});
export const placeOf = ({ stop, stop_since_on, entry_stop }: Result): Place => ({
  stop,
  stop_since_on,
  entry_stop,
});
export const decisionOf = (result: Result): Decision => ({
  stage: result.stage,
  appointment_on: result.appointment_on,
  accepted_on: result.accepted_on,
  next_kind: result.next_kind,
  next_on: result.next_on,
  next_at: result.next_at,
  next_reason: result.next_reason,
});

/** Leads of a store older than the journey, which have no stop yet. */
export const listUnplaced = async (db: ReadDb, limit: number): Promise<number[]> => {
  const rows = await db
    .selectFrom('leads')
    .select('id')
    .where('stop', 'is', null)
    .where('trashed_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(row => row.id);
};

/** A window of the leads acquired in a period, in the order of the index that holds all of it. */
export const listAcquired = async (
  db: ReadDb,
  period: { fromOn: Day; toOn: Day },
  after: { acquired_on: Day; id: number } | null,
  limit: number,
) => {
  let query = db
    .selectFrom('leads')
    .select(['acquired_on', 'id', 'entry_stop', 'stop'])
    .where('acquired_on', '>=', after?.acquired_on ?? period.fromOn)
    .where('acquired_on', '<=', period.toOn)
    .where('trashed_at', 'is', null);
  if (after)
    query = query.where(e => e.or([e('acquired_on', '>', after.acquired_on), e('id', '>', after.id)]));
  return await query.orderBy('acquired_on').orderBy('id').limit(limit).execute();
};

/** The moves logged about these leads; read from the index alone. */
export const listMoves = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('events')
        .select(['lead_id', 'kind'])
        .where('lead_id', 'in', chunk)
        .where('source', '=', sql.lit('system'))
        .where('kind', 'like', sql.lit('moved.%'))
        .execute(),
  );

/** What happens next with a lead, as stored. */
export async function findNextKind(db: ReadDb, leadId: number): Promise<string | undefined> {
  const row = await db.selectFrom('leads').select('next_kind').where('id', '=', leadId).executeTakeFirst();
  return row?.next_kind;
}
