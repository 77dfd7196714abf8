import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Context } from '#electron/backend/context.ts';
import { removeTemporary } from '#electron/backend/db/files.ts';
import type { Store } from '#electron/backend/db/store.ts';
import { markPractice } from '#electron/backend/settings/settings.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { StoreInfo } from '#shared/contract/store.ts';
import { takeCopy } from './copies.ts';
import { storeInfo } from './info.ts';
import { fillSample } from './sample.ts';

/** How many invented leads a practice store starts with when nobody says a number. */
const PRACTICE_LEADS = 1000;

/** Makes a store, whole or not at all, and opens it. Throws STORE_EXISTS, STORE_SYNCED_FOLDER, STORE_FULL. */
export async function createStore(ctx: Context, input: InputOf<'store', 'create'>): Promise<StoreInfo> {
  const path = input.path ?? (input.practice ? ctx.keeper.practicePath : ctx.keeper.ownPath);
  await makeStore(ctx, path, input);
  await ctx.keeper.open(path);
  return await storeInfo(ctx);
}

async function makeStore(
  ctx: Context,
  path: string,
  want: { practice: boolean; sample: number; seed: number },
): Promise<void> {
  await ctx.keeper.make(path, async store => {
    const on = contextOn(ctx, store);
    if (want.practice) await on.write(null, markPractice);
    if (want.sample > 0) await fillSample(on, want);
  });
}

/** The same call on a store that is not the open one. */
const contextOn = (ctx: Context, store: Store): Context => ({
  ports: ctx.ports,
  log: ctx.log,
  jobs: ctx.jobs,
  keeper: ctx.keeper,
  signal: ctx.signal,
  now: () => ctx.now(),
  newId: () => ctx.newId(),
  member: null,
  store,
  read: store.read,
  write: async (operation, work) =>
    await store.write(operation, { uid: ctx.newId(), at: ctx.now(), memberId: null }, work),
});

/**
 * Opens another store; the open one stays open when that fails. The practice store is made when it is not there.
 * `moveToThisPc` opens a verified copy in the app's own data folder and leaves the original as it is.
 * Throws what opening throws: see `openStore`, and STORE_SYNCED_FOLDER.
 */
export async function openOther(ctx: Context, input: InputOf<'store', 'open'>): Promise<StoreInfo> {
  if ('which' in input) {
    const practice = input.which === 'practice';
    const path = practice ? ctx.keeper.practicePath : ctx.keeper.ownPath;
    if (practice && !existsSync(path))
      await makeStore(ctx, path, { practice: true, sample: PRACTICE_LEADS, seed: 1 });
    await ctx.keeper.open(path, { create: !practice });
  } else if (input.moveToThisPc) {
    const path = freeName(ctx.ports.dataFolder, basename(input.path));
    await takeCopy(input.path, path, ctx.now());
    await openOrForget(ctx, path);
  } else await ctx.keeper.open(input.path, { readOnly: input.readOnly });
  return await storeInfo(ctx);
}

/** Opens a copy made a moment ago; one that cannot be opened is not kept. */
async function openOrForget(ctx: Context, path: string): Promise<void> {
  try {
    await ctx.keeper.open(path);
  } catch (error) {
    removeTemporary(path);
    throw error;
  }
}

/** A name in the folder that nobody has: `dosen.db`, `dosen-2.db`, … */
function freeName(folder: string, name: string): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  let path = join(folder, name);
  for (let n = 2; existsSync(path); n++) path = join(folder, `${stem}-${n}${ending}`);
  return path;
}
