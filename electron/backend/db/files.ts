import { rmSync } from 'node:fs';
import { copyFile, link, rename } from 'node:fs/promises';
import { inBackground } from './background.ts';

/** SQLite's own files beside a store. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;
/** Ours: the lock and who holds it. */
const LOCKS = ['.lock', '.lock.json'] as const;

/** Removes a store's file and SQLite's files beside it; its lock stays. */
export function removeStore(path: string): void {
  for (const suffix of ['', ...BESIDE]) rmSync(path + suffix, { force: true });
}

/** Removes a store made under a temporary name, lock included. */
export function removeTemporary(path: string): void {
  removeStore(path);
  for (const suffix of LOCKS) rmSync(path + suffix, { force: true });
}

/** Copies a store to `to`, verified, whole or not at all; a file already there is replaced. Throws STORE_FULL, STORE_CORRUPT. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const temporary = `${to}.part`;
  removeStore(temporary);
  try {
    await inBackground('copy', { from, to: temporary });
    await rename(temporary, to);
  } catch (error) {
    removeStore(temporary);
    throw error;
  }
}

/** Gives a file a second name, so that the first can be taken over in one step; copies it where the disk has no links. */
export async function keepAs(path: string, kept: string): Promise<void> {
  try {
    await link(path, kept);
  } catch {
    await copyFile(path, kept);
  }
}
