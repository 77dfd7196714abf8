import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { lastListSerial } from '#electron/backend/settings/settings.ts';
import type { CallListHead } from '#shared/contract/calls.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';
import { listNumber } from '#shared/domain/calls/list-number.ts';
import { defaultLayout, geometryOf } from '#shared/domain/calls/print-layout.ts';
import type { ListRule } from '#shared/domain/calls/selection.ts';
import { resultOfRow } from './row-result.ts';

/** The serial after every one that was ever given: the number of a list that was undone may stand on paper. */
export async function nextSerial(tx: WriteTx): Promise<number> {
  const { serial } = await tx.read
    .selectFrom('call_lists')
    .select(({ fn }) => fn.max('serial').as('serial'))
    .executeTakeFirstOrThrow();
  return Math.max(serial ?? 0, (await lastListSerial(tx.read)) ?? 0) + 1;
}

/** Rows on a page of a list whose papers have different ones: every code of it leads to its first row. */
const SEVERAL = 0;

export type StoredHead = CallListHead & { id: number; serial: number; rule: ListRule; pageRows: number };

/** Heads of lists, newest batch first, in a batch by serial; `done` counts rows with a recorded outcome. */
export async function listHeads(
  db: ReadDb,
  which: {
    uid?: string;
    batchUid?: string | undefined;
    serial?: number;
    ids?: readonly number[];
    weekOn?: Day;
    limit?: number;
  } = {},
): Promise<StoredHead[]> {
  let query = db
    .selectFrom('call_lists')
    .leftJoin('members', 'members.id', 'call_lists.caller_id')
    .selectAll('call_lists')
    .select(['members.uid as caller_uid', 'members.name as caller_name']);
  if (which.uid) query = query.where('call_lists.uid', '=', which.uid);
  if (which.serial) query = query.where('call_lists.serial', '=', which.serial);
  if (which.ids) query = query.where('call_lists.id', 'in', which.ids);
  if (which.batchUid) query = query.where('call_lists.batch_uid', '=', which.batchUid);
  if (which.weekOn) query = query.where('call_lists.week_on', '=', which.weekOn);
  if (which.limit) query = query.limit(which.limit);
  const lists = await query.orderBy('call_lists.created_at', 'desc').orderBy('call_lists.serial').execute();
  const counts = await countRows(
    db,
    lists.map(list => list.id),
  );
  return lists.map(list => ({
    id: list.id,
    serial: list.serial,
    rule: JSON.parse(list.rule) as ListRule,
    pageRows: list.page_rows ?? geometryOf(defaultLayout).rows,
    typedBackAt: list.typed_back_at,
    uid: list.uid,
    number: listNumber(list.serial),
    batchUid: list.batch_uid,
    callerUid: list.caller_uid,
    callerName: list.caller_name,
    kind: list.kind as CallListHead['kind'],
    weekOn: list.week_on,
    createdAt: list.created_at,
    printedAt: list.printed_at,
    rows: counts.get(list.id)?.rows ?? 0,
    done: counts.get(list.id)?.done ?? 0,
    excluded: JSON.parse(list.excluded) as Record<string, number>,
    elsewhere: JSON.parse(list.elsewhere) as Record<string, number>,
    listedOn: numbersOf(JSON.parse(list.listed_on) as Record<number, number>),
  }));
}

const numbersOf = (listedOn: Readonly<Record<number, number>>): CallListHead['listedOn'] =>
  Object.entries(listedOn).map(([serial, people]) => ({ number: listNumber(Number(serial)), people }));

/** Rows and rows with an outcome, per list: calls carry the uid of the row they were made from in their dedupe key. */
async function countRows(
  db: ReadDb,
  listIds: readonly number[],
): Promise<Map<number, { rows: number; done: number }>> {
  const rows = await inChunks(
    listIds,
    async chunk =>
      await db
        .selectFrom('call_list_rows')
        .leftJoin('events', resultOfRow)
        .select(({ fn }) => [
          'call_list_rows.list_id',
          fn.countAll<number>().as('rows'),
          fn.count<number>('events.id').as('done'),
        ])
        .where('call_list_rows.list_id', 'in', chunk)
        .groupBy('call_list_rows.list_id')
        .execute(),
  );
  return new Map(rows.map(row => [row.list_id, row]));
}

/** Results recorded on a day, per list. */
export async function countResults(
  db: ReadDb,
  listIds: readonly number[],
  on: Day,
): Promise<Map<number, number>> {
  const rows = await inChunks(
    listIds,
    async chunk =>
      await db
        .selectFrom('call_list_rows')
        .innerJoin('events', resultOfRow)
        .select(({ fn }) => ['call_list_rows.list_id', fn.countAll<number>().as('results')])
        .where('call_list_rows.list_id', 'in', chunk)
        .where('events.occurred_on', '=', on)
        .groupBy('call_list_rows.list_id')
        .execute(),
  );
  return new Map(rows.map(row => [row.list_id, row.results]));
}

/** Whether a week has weekly lists. */
export const hasWeekly = async (db: ReadDb, weekOn: Day): Promise<boolean> =>
  (await db
    .selectFrom('call_lists')
    .select('id')
    .where('week_on', '=', weekOn)
    .where('kind', '=', 'weekly')
    .limit(1)
    .executeTakeFirst()) !== undefined;

/**
 * A list is pinned by its first print; later prints are the same rows. `pageRows`: on a page, where it was printed on pages; of
 * a list that is out in several densities none is kept, since the code of a page does not say which it is of.
 */
export async function markPrinted(tx: WriteTx, listId: number, pageRows?: number): Promise<void> {
  tx.touch('call_lists');
  await tx.db
    .updateTable('call_lists')
    .set({ printed_at: tx.at })
    .where('id', '=', listId)
    .where('printed_at', 'is', null)
    .execute();
  if (pageRows !== undefined)
    await tx.db
      .updateTable('call_lists')
      .set(e => ({
        page_rows: e
          .case()
          .when(e.fn.coalesce('page_rows', e.val(pageRows)), '=', pageRows)
          .then(pageRows)
          .else(SEVERAL)
          .end(),
      }))
      .where('id', '=', listId)
      .execute();
}

const MOST_OUT = 20;

/** Lists that went out before a moment and are not declared typed back, the longest out first. */
export const listsOut = async (db: ReadDb, before: Instant): Promise<number[]> =>
  (
    await db
      .selectFrom('call_lists')
      .select('id')
      .where('typed_back_at', 'is', null)
      .where('printed_at', '<', before)
      .orderBy('printed_at')
      .limit(MOST_OUT)
      .execute()
  ).map(({ id }) => id);

/** The list that went out last and is not declared typed back, or else the last one of all. */
export async function findLatestOut(db: ReadDb): Promise<number | undefined> {
  const printed = db.selectFrom('call_lists').select('id').where('printed_at', 'is not', null);
  const latest = printed.orderBy('printed_at', 'desc').orderBy('id', 'desc').limit(1);
  const out = await latest.where('typed_back_at', 'is', null).executeTakeFirst();
  return (out ?? (await latest.executeTakeFirst()))?.id;
}
