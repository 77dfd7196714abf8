import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import {
  countOfLeads,
  findFresh,
  insertEvents,
  listEvents,
  listLeadsOfKeys,
  listRankChanges,
  listRankChangesOf,
  listRetractions,
  type NewEvent,
  retractEvents,
  retractUids,
  reviveEvents,
  type StoredEvent,
  supersedeKeys,
} from './events.repo.ts';

export type { NewEvent, StoredEvent } from './events.repo.ts';

/** Records events inside a write; returns those that were new by their dedupe key. Other domains call this, never SQL. */
export async function recordEvents(tx: WriteTx, events: readonly NewEvent[]): Promise<NewEvent[]> {
  const fresh = await findFresh(tx, events);
  await insertEvents(tx, fresh);
  return fresh;
}

/** Of events about to be recorded, those that are new; for a caller that must know before the leads are there. */
export const freshEvents = async <E extends Pick<NewEvent, 'uid' | 'dedupeKey'>>(
  tx: WriteTx,
  events: readonly E[],
): Promise<E[]> => await findFresh(tx, events);

/** Records what `freshEvents` gave. */
export const recordFresh = async (tx: WriteTx, events: readonly NewEvent[]): Promise<void> =>
  await insertEvents(tx, events);

/** What happened to these leads, oldest first per lead. */
export const eventsOf = async (
  db: ReadDb,
  leadIds: readonly number[],
  options: { retracted?: boolean } = {},
): Promise<StoredEvent[]> => await listEvents(db, leadIds, options);

/** When what was retracted about these leads was retracted, by the event's uid. */
export const retractionsOf = async (
  db: ReadDb,
  leadIds: readonly number[],
): Promise<ReadonlyMap<string, Instant>> =>
  new Map((await listRetractions(db, leadIds)).map(({ uid, at }) => [uid, at]));

export type RankChange = { leadId: number; on: Day; from: Band | null; to: Band };

/** Every logged change of rank, in the order they were logged, a page at a time. */
export async function* rankChanges(db: ReadDb): AsyncGenerator<RankChange[], void, void> {
  for (let last = 0; ; ) {
    const rows = await listRankChanges(db, last, 2000);
    const newest = rows.at(-1);
    if (!newest) return;
    yield rows.map(toRankChange);
    last = newest.id;
  }
}

/** Logged changes of rank of these leads, per lead in the order they were logged. */
export const rankChangesOf = async (db: ReadDb, leadIds: readonly number[]): Promise<RankChange[]> =>
  (await listRankChangesOf(db, leadIds)).map(toRankChange);

function toRankChange(row: { leadId: number; occurredOn: Day; data: string }): RankChange {
  const { from, to } = JSON.parse(row.data) as { from: Band | null; to: Band };
  return { leadId: row.leadId, on: row.occurredOn, from, to };
}

/** Retracts what an operation recorded, except about the leads that stay; returns the leads it touched. */
export const retractEventsOf = async (
  tx: WriteTx,
  operationId: number,
  staying: ReadonlySet<number>,
): Promise<number[]> => await retractEvents(tx, operationId, staying);

/** Retracts events that something newer replaces; undo of the operation gives them back. */
export const retractEventsByUid = async (tx: WriteTx, uids: readonly string[]): Promise<void> =>
  await retractUids(tx, uids);

/** Retracts what holds these dedupe keys because a corrected account takes its place. */
export const supersedeEvents = async (tx: WriteTx, keys: readonly string[]): Promise<void> =>
  await supersedeKeys(tx, keys);

/** Gives back what an operation had retracted; returns the leads it touched. */
export const reviveEventsOf = async (tx: WriteTx, operationId: number): Promise<number[]> =>
  await reviveEvents(tx, operationId);

/** Which leads already have the facts with these dedupe keys. */
export const leadsOfKeys = async (
  db: ReadDb,
  keys: readonly string[],
): Promise<{ key: string; leadId: number }[]> => await listLeadsOfKeys(db, keys);

/** How many facts are recorded about each of these leads; those without any are left out. */
export const countEvents = async (db: ReadDb, leadIds: readonly number[]): Promise<Map<number, number>> =>
  await countOfLeads(db, leadIds);
