import { sql } from 'kysely';
import { isRowKey } from '#electron/backend/calls/row-result.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';

/** Something that happened to a lead. Append-only: a mistake is retracted, never changed or deleted. */
export interface NewEvent {
  uid: string;
  kind: string;
  leadId: number | null;
  occurredOn: Day;
  occurredAt?: Instant | null;
  source: 'user' | 'import' | 'mail' | 'system';
  /** Whose doing it was, where somebody else writes it down. */
  memberId?: number | null;
  /** The same key counts once, however often it is recorded. Default: the uid. */
  dedupeKey?: string;
  data?: Record<string, unknown>;
  /** A fact the app itself logged, such as a change of rank: it belongs to no operation, so no undo retracts it. */
  logged?: boolean;
}

export interface StoredEvent {
  id: number;
  uid: string;
  kind: string;
  leadId: number;
  occurredOn: Day;
  occurredAt: Instant | null;
  recordedAt: Instant;
  source: string;
  data: Record<string, unknown>;
  retracted: boolean;
  memberId: number | null;
}

/** Of events about to be recorded, those that are new by their dedupe key. */
export async function findFresh<E extends Pick<NewEvent, 'uid' | 'dedupeKey'>>(
  tx: WriteTx,
  events: readonly E[],
): Promise<E[]> {
  const known = await findKnownKeys(tx, events);
  return events.filter(event => {
    const key = event.dedupeKey ?? event.uid;
    return !known.has(key) && known.add(key);
  });
}

/** Inserts events whose dedupe keys are new. */
export async function insertEvents(tx: WriteTx, events: readonly NewEvent[]): Promise<void> {
  tx.touch('events');
  await tx.bulk.insert(
    'events',
    events.map(event => ({
      uid: event.uid,
      kind: event.kind,
      lead_id: event.leadId,
      member_id: event.memberId ?? tx.memberId,
      occurred_on: event.occurredOn,
      occurred_at: event.occurredAt ?? null,
      recorded_at: tx.at,
      source: event.source,
      dedupe_key: event.dedupeKey ?? event.uid,
      data: JSON.stringify(event.data ?? {}),
      operation_id: event.logged ? null : tx.operationId,
      retracted_by_id: null,
    })),
  );
}

async function findKnownKeys(
  tx: WriteTx,
  events: readonly Pick<NewEvent, 'dedupeKey'>[],
): Promise<Set<string>> {
  const rows = await inChunks(
    events.flatMap(event => event.dedupeKey ?? []),
    async chunk =>
      await tx.read.selectFrom('events').select('dedupe_key').where('dedupe_key', 'in', chunk).execute(),
  );
  return new Set(rows.map(row => row.dedupe_key));
}

/** Events of these leads, oldest first; retracted ones only when asked for. */
export async function listEvents(
  db: ReadDb,
  leadIds: readonly number[],
  options: { retracted?: boolean } = {},
): Promise<StoredEvent[]> {
  const rows = await inChunks(leadIds, async chunk => {
    const query = db.selectFrom('events').select(STORED).where('lead_id', 'in', chunk);
    const asked = options.retracted ? query : query.where('retracted_by_id', 'is', null);
    return await asked.orderBy('lead_id').orderBy('occurred_on').orderBy('id').execute();
  });
  // Half a million rows become events where they stand: a second object for each would cost as much as reading them.
  for (const row of rows)
    Object.assign(row, { data: JSON.parse(row.data) as unknown, retracted: row.retracted !== null });
  return rows as unknown as StoredEvent[];
}

const STORED = [
  'id',
  'uid',
  'kind',
  'lead_id as leadId',
  'occurred_on as occurredOn',
  'occurred_at as occurredAt',
  'recorded_at as recordedAt',
  'source',
  'data',
  'retracted_by_id as retracted',
  'member_id as memberId',
] as const;

/** When the retracted events of these leads were retracted, by uid. */
export async function listRetractions(
  db: ReadDb,
  leadIds: readonly number[],
): Promise<{ uid: string; at: Instant }[]> {
  return await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('events')
        .innerJoin('operations', 'operations.id', 'events.retracted_by_id')
        .select(['events.uid', 'operations.recorded_at as at'])
        .where('events.lead_id', 'in', chunk)
        .execute(),
  );
}

const selectRankChanges = (db: ReadDb) =>
  db
    .selectFrom('events')
    .select(['id', 'lead_id as leadId', 'occurred_on as occurredOn', 'data'])
    .where('kind', '=', 'band.changed')
    .where('lead_id', 'is not', null)
    .orderBy('id')
    .$narrowType<{ leadId: number }>();

/** Logged changes of rank in the order they were logged, after `afterId`. */
export const listRankChanges = async (db: ReadDb, afterId: number, limit: number) =>
  await selectRankChanges(db).where('id', '>', afterId).limit(limit).execute();

/** Logged changes of rank of these leads, per lead in the order they were logged. */
export const listRankChangesOf = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(leadIds, async chunk => await selectRankChanges(db).where('lead_id', 'in', chunk).execute());

/** Events retracted between two turns of the process. */
const BATCH = 500;

/**
 * Retracts what an operation recorded, except about the leads that stay; the dedupe key is freed so that the fact can be
 * recorded again. Returns the leads.
 */
export async function retractEvents(
  tx: WriteTx,
  operationId: number,
  staying: ReadonlySet<number>,
): Promise<number[]> {
  const leadIds = new Set<number>();
  for (let last = 0; ; ) {
    const rows = await tx.read
      .selectFrom('events')
      .select(['id', 'uid', 'lead_id', 'retracted_by_id'])
      .where('operation_id', '=', operationId)
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const newest = rows.at(-1)?.id;
    if (newest === undefined) return [...leadIds];
    const gone = rows.filter(row => row.lead_id === null || !staying.has(row.lead_id));
    tx.touch('events');
    await tx.bulk.update(
      'events',
      gone
        .filter(row => row.retracted_by_id === null)
        .map(({ id, uid }) => ({ id, retracted_by_id: tx.operationId, dedupe_key: uid })),
    );
    for (const row of gone) if (row.lead_id !== null) leadIds.add(row.lead_id);
    last = newest;
    await tx.breathe();
  }
}

/** Retracts these events because something newer takes their place; their keys stay taken, so that the facts do not come back. */
export async function retractUids(tx: WriteTx, uids: readonly string[]): Promise<void> {
  if (uids.length === 0) return;
  tx.touch('events');
  await tx.db
    .updateTable('events')
    .set({ retracted_by_id: tx.operationId })
    .where('uid', 'in', uids)
    .where('retracted_by_id', 'is', null)
    .execute();
}

/** What stands in the key of an event whose place another one took. */
const superseded = (key: string, uid: string): string => `${key}~${uid}`;

/** Retracts what holds these keys because a corrected account takes its place and its key; undo gives both back. */
export async function supersedeKeys(tx: WriteTx, keys: readonly string[]): Promise<void> {
  const rows = await inChunks(
    keys,
    async chunk =>
      await tx.read
        .selectFrom('events')
        .select(['id', 'uid', 'dedupe_key'])
        .where('dedupe_key', 'in', chunk)
        .where('retracted_by_id', 'is', null)
        .execute(),
  );
  tx.touch('events');
  await tx.bulk.update(
    'events',
    rows.map(({ id, uid, dedupe_key }) => ({
      id,
      retracted_by_id: tx.operationId,
      dedupe_key: superseded(dedupe_key, uid),
    })),
  );
}

/**
 * Gives back what an operation had retracted; returns the leads. What was superseded gets its key again; where that is taken
 * by now, a later account stands, and it stays away.
 */
export async function reviveEvents(tx: WriteTx, operationId: number): Promise<number[]> {
  const staying = await giveKeysBack(tx, operationId);
  let revived = tx.db
    .updateTable('events')
    .set({ retracted_by_id: null })
    .where('retracted_by_id', '=', operationId);
  if (staying.length > 0) revived = revived.where('id', 'not in', staying);
  const rows = await revived.returning('lead_id').execute();
  if (rows.length > 0) tx.touch('events');
  return [...new Set(rows.flatMap(row => (row.lead_id === null ? [] : [row.lead_id])))];
}

/** Gives superseded events their keys again; returns those whose key is taken. */
async function giveKeysBack(tx: WriteTx, operationId: number): Promise<number[]> {
  const rows = await tx.read
    .selectFrom('events')
    .select(['id', 'uid', 'dedupe_key'])
    .where('retracted_by_id', '=', operationId)
    .where('dedupe_key', 'like', eb => eb.fn<string>('concat', [sql.lit('%~'), 'uid']))
    .execute();
  const keyed = rows.map(({ id, uid, dedupe_key }) => ({
    id,
    dedupeKey: dedupe_key.slice(0, -superseded('', uid).length),
  }));
  const taken = await findKnownKeys(tx, keyed);
  await tx.bulk.update(
    'events',
    keyed.flatMap(row => (taken.has(row.dedupeKey) ? [] : [{ id: row.id, dedupe_key: row.dedupeKey }])),
  );
  return keyed.flatMap(row => (taken.has(row.dedupeKey) ? [row.id] : []));
}

/** The leads that facts with these dedupe keys belong to; retracted facts have given their key back. */
export async function listLeadsOfKeys(
  db: ReadDb,
  keys: readonly string[],
): Promise<{ key: string; leadId: number }[]> {
  const rows = await inChunks(
    keys,
    async chunk =>
      await db
        .selectFrom('events')
        .select(['dedupe_key', 'lead_id'])
        .where('dedupe_key', 'in', chunk)
        .where('lead_id', 'is not', null)
        .execute(),
  );
  return rows.flatMap(row => (row.lead_id === null ? [] : [{ key: row.dedupe_key, leadId: row.lead_id }]));
}

/** How many facts are recorded about each of these leads. */
export async function countOfLeads(db: ReadDb, leadIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('events')
        .select(({ fn }) => ['lead_id', fn.countAll<number>().as('n')])
        .where('lead_id', 'in', chunk)
        .where('retracted_by_id', 'is', null)
        .groupBy('lead_id')
        .execute(),
  );
  return new Map(rows.flatMap(({ lead_id, n }) => (lead_id === null ? [] : [[lead_id, n] as const])));
}

/** What of an event's data says nothing about a person. */
const IMPERSONAL = ['outcome', 'from', 'to'] as const;

/** Cuts the tie between these leads and their events, and everything the events said about them. */
export async function anonymiseEvents(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  const rows = await inChunks(
    leadIds,
    async chunk =>
      await tx.read
        .selectFrom('events')
        .select(['id', 'uid', 'data', 'dedupe_key'])
        .where('lead_id', 'in', chunk)
        .execute(),
  );
  tx.touch('events');
  await tx.bulk.update(
    'events',
    rows.map(row => {
      const data = JSON.parse(row.data) as Record<string, unknown>;
      const kept = IMPERSONAL.flatMap(key => (data[key] === undefined ? [] : [[key, data[key]] as const]));
      return {
        id: row.id,
        lead_id: null,
        data: JSON.stringify(Object.fromEntries(kept)),
        // The row of a list stays done; every other key may be made of an address or a card.
        dedupe_key: isRowKey(row.dedupe_key) ? row.dedupe_key : row.uid,
      };
    }),
  );
}
