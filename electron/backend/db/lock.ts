import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '#electron/backend/errors.ts';
import { type Instant, zInstant } from '#shared/domain/base/days.ts';

const zOwner = z.object({ host: z.string(), since: zInstant });

export interface StoreLock {
  release(): void;
}

/**
 * One process owns a store: an exclusive transaction on `<store>.lock`, which the system frees even at kill −9.
 * Who holds it and since when stands in `<store>.lock.json`, for the message only.
 * Throws STORE_IN_USE at once when another process owns the store; it never waits.
 */
export function lockStore(path: string, now: Instant): StoreLock {
  const lockPath = `${path}.lock`;
  const ownerPath = `${path}.lock.json`;
  const raw = new BetterSqlite3(lockPath, { timeout: 0 });
  try {
    raw.pragma('journal_mode = DELETE');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    raw.close();
    if (!isBusy(cause)) throw cause;
    const owner = readOwner(ownerPath);
    throw new AppError('STORE_IN_USE', { host: owner?.host ?? '', since: owner?.since ?? null }, { cause });
  }
  writeFileSync(ownerPath, JSON.stringify({ host: hostname(), since: now }));
  return {
    release() {
      rmSync(ownerPath, { force: true });
      raw.exec('ROLLBACK');
      raw.close();
    },
  };
}

const isBusy = (error: unknown): boolean =>
  error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');

function readOwner(path: string): z.infer<typeof zOwner> | undefined {
  try {
    return zOwner.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
