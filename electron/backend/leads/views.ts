import { z } from 'zod';
import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import {
  addVersion,
  newestVersion,
  type VersionKind,
  versionKeys,
} from '#electron/backend/settings/versions.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { type View, zViewQuery } from '#shared/contract/views.ts';

const zStored = z.object({
  name: z.string(),
  shared: z.boolean(),
  /** Uid of the member who made it; null when nobody was named. */
  madeBy: z.string().nullable(),
  query: zViewQuery,
});
type Stored = z.output<typeof zStored>;

/** A saved view; null once it was taken away. */
const view: VersionKind<Stored | null> = { kind: 'view', schema: zStored.nullable(), fallback: null };

/** Views the acting member sees. */
export async function listViews(ctx: Context): Promise<View[]> {
  const keys = await versionKeys(ctx.read, view);
  const all = await Promise.all(keys.map(async key => await newestVersion(ctx.read, view, key)));
  return all.flatMap(({ key, data }) => (data && isSeen(ctx, data) ? [viewOf(ctx, key, data)] : []));
}

const isOwn = (ctx: Context, stored: Stored): boolean => stored.madeBy === (ctx.member?.uid ?? null);
const isSeen = (ctx: Context, stored: Stored): boolean => stored.shared || isOwn(ctx, stored);

const viewOf = (ctx: Context, uid: string, stored: Stored): View => ({
  uid,
  name: stored.name,
  shared: stored.shared,
  own: isOwn(ctx, stored),
  query: stored.query,
});

async function needView(ctx: Context, uid: string): Promise<Stored> {
  const { data } = await newestVersion(ctx.read, view, uid);
  if (!data || !isSeen(ctx, data)) throw new AppError('NOT_FOUND', { entity: 'view' });
  return data;
}

/** Saves a view, new or in place of one that is seen. Throws NOT_FOUND. */
export async function saveView(ctx: Context, input: InputOf<'views', 'save'>): Promise<View> {
  const known = input.uid === undefined ? null : await needView(ctx, input.uid);
  const { name, shared, query } = input;
  const stored: Stored = { name, shared, query, madeBy: known ? known.madeBy : (ctx.member?.uid ?? null) };
  const uid = input.uid ?? ctx.newId();
  await ctx.write({ kind: 'views.save', data: { name }, undoable: false }, async tx => {
    await addVersion(tx, view, stored, { key: uid });
  });
  return viewOf(ctx, uid, stored);
}

/** Takes a view away; what it was called stays in the history. Throws NOT_FOUND. */
export async function removeView(ctx: Context, input: { uid: string }): Promise<{ operationUid: string }> {
  const { name } = await needView(ctx, input.uid);
  const operationUid = ctx.newId();
  const operation = { kind: 'views.remove', data: { name }, undoable: false, uid: operationUid };
  await ctx.write(operation, async tx => {
    await addVersion(tx, view, null, { key: input.uid });
  });
  return { operationUid };
}
