import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { lastListSerial } from '#electron/backend/settings/settings.ts';
import type { CallListHead } from '#shared/contract/calls.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { listNumber } from '#shared/domain/calls/list-number.ts';
import type { ListRule } from '#shared/domain/calls/selection.ts';

/** The serial after every one that was ever given: the number of a list that was undone may stand on paper. */
export async function nextSerial(tx: WriteTx): Promise<number> {
  const { serial } = await tx.read
    .selectFrom('call_lists')
    .select(({ fn }) => fn.max('serial').as('serial'))
    .executeTakeFirstOrThrow();
  return Math.max(serial ?? 0, (await lastListSerial(tx.read)) ?? 0) + 1;
}

export type StoredHead = CallListHead & { id: number; serial: number; rule: ListRule };

/** Heads of lists, newest batch first, in a batch by serial; `done` counts rows with a recorded outcome. */
export async function listHeads(
  db: ReadDb,
  which: { uid?: string; batchUid?: string } = {},
): Promise<StoredHead[]> {
  let query = db
    .selectFrom('call_lists')
    .leftJoin('members', 'members.id', 'call_lists.caller_id')
    .selectAll('call_lists')
    .select(['members.uid as caller_uid', 'members.name as caller_name']);
  if (which.uid) query = query.where('call_lists.uid', '=', which.uid);
  if (which.batchUid) query = query.where('call_lists.batch_uid', '=', which.batchUid);
  const lists = await query.orderBy('call_lists.created_at', 'desc').orderBy('call_lists.serial').execute();
  const counts = await countRows(
    db,
    lists.map(list => list.id),
  );
  return lists.map(list => ({
    id: list.id,
    serial: list.serial,
    rule: JSON.parse(list.rule) as ListRule,
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
  }));
}

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
        .leftJoin('events', join =>
          join
            .on('events.dedupe_key', '=', eb => eb.fn('concat', [eb.val('listRow:'), 'call_list_rows.uid']))
            .on('events.retracted_by_id', 'is', null),
        )
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

/** Whether a week has weekly lists. */
export const hasWeekly = async (db: ReadDb, weekOn: Day): Promise<boolean> =>
  (await db
    .selectFrom('call_lists')
    .select('id')
    .where('week_on', '=', weekOn)
    .where('kind', '=', 'weekly')
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** A list is pinned by its first print; later prints are the same pages. */
export async function markPrinted(tx: WriteTx, listId: number): Promise<void> {
  tx.touch('call_lists');
  await tx.db
    .updateTable('call_lists')
    .set({ printed_at: tx.at })
    .where('id', '=', listId)
    .where('printed_at', 'is', null)
    .execute();
}
