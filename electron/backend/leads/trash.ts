import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { settleClocks } from '#electron/backend/sla/settle.ts';
import type { Band } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, dayOf, instantAt } from '#shared/domain/base/days.ts';
import { TRASH_DAYS, trashDaysLeft } from '#shared/domain/leads/trash.ts';
import { forgetLeads } from './forget.ts';
import { leadIdOf } from './leads.ts';
import { refreshLeads } from './refresh.ts';
import { countTrash, listTrash, listTrashedBefore, listTrashState, setTrashed } from './trash.repo.ts';

/** Puts people into the trash, as one operation that can be taken back. Throws NOT_FOUND. */
export async function trashLeads(
  ctx: Context,
  input: InputOf<'leads', 'trash'>,
): Promise<OutputOf<'leads', 'trash'>> {
  const ids = await idsOf(ctx, input.uids);
  const operationUid = ctx.newId();
  const trashed = await ctx.write(
    { kind: 'leads.trash', data: { count: ids.length }, uid: operationUid },
    async tx => await moveToTrash(tx, ids),
  );
  return { operationUid, trashed };
}

/** Takes people out of the trash. Throws NOT_FOUND. */
export async function restoreLeads(
  ctx: Context,
  input: InputOf<'leads', 'restore'>,
): Promise<OutputOf<'leads', 'restore'>> {
  const ids = await idsOf(ctx, input.uids);
  const operationUid = ctx.newId();
  const restored = await ctx.write(
    { kind: 'leads.restore', data: { count: ids.length }, uid: operationUid },
    async tx => await takeOutOfTrash(ctx, tx, ids),
  );
  return { operationUid, restored };
}

/** Inside a write: moves leads that are not in the trash yet into it; returns how many. For bulk actions. */
export async function moveToTrash(tx: WriteTx, ids: readonly number[]): Promise<number> {
  const rows = (await listTrashState(tx.read, ids)).filter(row => row.trashedAt === null);
  await setTrashed(tx, rows, tx.at);
  await settleClocks(tx, ids);
  return rows.length;
}

/**
 * Inside a write: takes leads that are in the trash out of it; returns how many. For bulk actions. Nothing happened to them in
 * the trash, so they catch up.
 */
export async function takeOutOfTrash(ctx: Context, tx: WriteTx, ids: readonly number[]): Promise<number> {
  const rows = (await listTrashState(tx.read, ids)).filter(row => row.trashedAt !== null);
  await setTrashed(tx, rows, null);
  await refreshLeads(
    ctx,
    tx,
    rows.map(row => row.id),
  );
  return rows.length;
}

/** The trash, the latest first, with the days each person has left. */
export async function listTrashed(
  ctx: Context,
  input: InputOf<'leads', 'trashed'>,
): Promise<OutputOf<'leads', 'trashed'>> {
  const today = dayOf(ctx.now());
  const rows = await listTrash(ctx.read, input.offset, input.limit);
  return {
    rows: rows.flatMap(({ trashedAt, band, ...row }) =>
      trashedAt === null
        ? []
        : [{ ...row, band: band as Band, trashedAt, daysLeft: trashDaysLeft(trashedAt, today) }],
    ),
    total: await countTrash(ctx.read),
  };
}

/** People emptied out of the trash in one write. */
const EMPTIED = 200;

/** Removes for good whoever has been in the trash for 30 days on the day of the call. Daily work. */
export async function emptyTrash(ctx: Context): Promise<void> {
  const before = instantAt(addDays(dayOf(ctx.now()), 1 - TRASH_DAYS), 0);
  const ids = await listTrashedBefore(ctx.read, before);
  for (let i = 0; i < ids.length; i += EMPTIED) {
    const batch = ids.slice(i, i + EMPTIED);
    const operation = { kind: 'leads.emptyTrash', data: { count: batch.length }, undoable: false };
    await ctx.write(operation, async tx => await forgetLeads(tx, batch));
  }
}

async function idsOf(ctx: Context, uids: readonly string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const uid of new Set(uids)) ids.push(await leadIdOf(ctx, uid));
  return [...new Set(ids)];
}
