import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Context } from '#electron/backend/context.ts';
import { inBackground } from '#electron/backend/db/background.ts';
import { copyWhole, keepAs, removeStore } from '#electron/backend/db/files.ts';
import { lockStore } from '#electron/backend/db/lock.ts';
import { AppError, isAppError } from '#electron/backend/errors.ts';
import type { FileOut, FileRef } from '#shared/contract/base.ts';
import type { StoreInfo } from '#shared/contract/store.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { storeInfo } from './info.ts';

const MEDIA_TYPE = 'application/vnd.sqlite3';

/**
 * A verified copy of the open store while work goes on: to `path`, or handed out through the host.
 * Throws STORE_EXISTS rather than write over a file, STORE_FULL, STORE_CORRUPT; then there is no file at all.
 */
export async function backup(ctx: Context, input: { path?: string | undefined }): Promise<FileOut> {
  const from = ctx.store.path;
  if (input.path === undefined) return await handOut(ctx, from);
  const { path } = input;
  if (existsSync(path)) throw new AppError('STORE_EXISTS', { name: basename(path) });
  mkdirSync(dirname(path), { recursive: true });
  await copyWhole(from, path);
  const { size } = await stat(path);
  return { name: basename(path), mediaType: MEDIA_TYPE, size, ref: null, path };
}

async function handOut(ctx: Context, from: string): Promise<FileOut> {
  const folder = await mkdtemp(join(ctx.ports.dataFolder, 'backup-'));
  try {
    const path = join(folder, stamped(from, 'backup', ctx.now()));
    await copyWhole(from, path);
    return await ctx.ports.files.give({
      name: basename(path),
      mediaType: MEDIA_TYPE,
      bytes: createReadStream(path),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `dosen.db` → `dosen-backup-20261120-010000.db`, the time in UTC. */
function stamped(path: string, what: string, at: Instant): string {
  const ending = extname(path);
  const time = at.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${basename(path, ending)}-${what}-${time}${ending}`;
}

/**
 * Replaces the open store by a verified copy of `path` or of a file that was given; the replaced one stays beside it as `…-replaced-<time>`.
 * There is a whole store under the store's name at every moment. When anything fails the old store is open again.
 * Throws STORE_READ_ONLY, STORE_NOT_FOUND, STORE_FOREIGN, STORE_CORRUPT, STORE_FROM_FUTURE, STORE_IN_USE.
 */
export async function restore(ctx: Context, input: { path: string } | { file: FileRef }): Promise<StoreInfo> {
  const { path, readOnly } = ctx.store;
  if (readOnly) throw new AppError('STORE_READ_ONLY', {});
  const incoming = `${path}.incoming`;
  const kept = join(dirname(path), stamped(path, 'replaced', ctx.now()));
  if ('file' in input) await takeGiven(ctx, input.file, incoming);
  else await takeCopy(input.path, incoming, ctx.now());
  let isSwapped = false;
  try {
    await ctx.keeper.swap(async () => {
      refuseLeftLog(path);
      rmSync(kept, { force: true });
      await keepAs(path, kept);
      await rename(incoming, path);
      isSwapped = true;
    }, path);
  } catch (error) {
    if (isSwapped) await ctx.keeper.swap(() => rename(kept, path), path);
    throw error;
  } finally {
    removeStore(incoming);
  }
  return await storeInfo(ctx);
}

/** The same of a file the host was given; its errors name it as the person does. */
async function takeGiven(ctx: Context, ref: FileRef, to: string): Promise<void> {
  const file = await ctx.ports.files.take(ref);
  const given = `${to}.given`;
  try {
    await pipeline(file.stream(), createWriteStream(given, { mode: 0o600 }));
    await takeCopy(given, to, ctx.now(), file.name);
  } finally {
    removeStore(given);
    await ctx.ports.files.done(ref);
  }
}

/** A log that another program keeps open would be played into the new file. */
function refuseLeftLog(path: string): void {
  if (existsSync(`${path}-wal`)) throw new AppError('STORE_IN_USE', { host: '', since: null });
}

/**
 * Copies a store that is not open here to `to`, verified, whole or not at all; the original and its folder stay as they
 * are. Throws STORE_NOT_FOUND, STORE_IN_USE, STORE_FOREIGN, STORE_CORRUPT.
 */
export async function takeCopy(
  from: string,
  to: string,
  now: Instant,
  name: string = basename(from),
): Promise<void> {
  if (!existsSync(from)) throw new AppError('STORE_NOT_FOUND', { name });
  const lock = existsSync(`${from}.lock`) ? lockStore(from, now) : undefined;
  const temporary = `${to}.part`;
  try {
    removeStore(temporary);
    for (const suffix of ['', '-wal'])
      if (existsSync(from + suffix)) await copyFile(from + suffix, temporary + suffix);
    await inBackground('checkCopy', { path: temporary });
    await rename(temporary, to);
  } catch (error) {
    throw renamed(error, name);
  } finally {
    removeStore(temporary);
    lock?.release();
  }
}

/** Names the file the user chose, not our temporary one. */
function renamed(error: unknown, name: string): unknown {
  if (isAppError(error, 'STORE_CORRUPT')) return new AppError('STORE_CORRUPT', { name }, { cause: error });
  if (isAppError(error, 'STORE_FOREIGN')) return new AppError('STORE_FOREIGN', { name }, { cause: error });
  return error;
}
