import type { z } from 'zod';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import { findVersion, findVersionByNumber, insertVersion, listVersionKeys } from './versions.repo.ts';

/** A kind of agreement: how its data is parsed, and what holds before anybody agreed on anything. */
export interface VersionKind<T> {
  readonly kind: string;
  readonly schema: z.ZodType<T>;
  readonly fallback: T;
}

export interface Version<T> {
  /** 0: nobody changed it yet, the shipped default holds. */
  readonly n: number;
  readonly key: string;
  readonly data: T;
  readonly activeFromOn: Day;
}

const EPOCH = '1970-01-01' as Day;

/** The version in force on a day. Rows are never updated; the newest whose `activeFromOn` has come holds. */
export async function activeVersion<T>(
  db: ReadDb,
  kind: VersionKind<T>,
  on: Day,
  key = 'main',
): Promise<Version<T>> {
  const row = await findVersion(db, kind.kind, key, on);
  if (!row) return { n: 0, key, data: kind.fallback, activeFromOn: EPOCH };
  return { n: row.n, key, data: kind.schema.parse(JSON.parse(row.data)), activeFromOn: row.active_from_on };
}

/** The newest version, whatever day it starts to hold. */
export const newestVersion = async <T>(db: ReadDb, kind: VersionKind<T>, key = 'main'): Promise<Version<T>> =>
  await activeVersion(db, kind, '9999-12-31' as Day, key);

/** The version another row names as the one it ran under; null if there is none of that number. */
export async function numberedVersion<T>(
  db: ReadDb,
  kind: VersionKind<T>,
  key: string,
  n: number,
): Promise<T | null> {
  const row = await findVersionByNumber(db, { kind: kind.kind, key, n });
  return row ? kind.schema.parse(JSON.parse(row.data)) : null;
}

/** Keys under which versions of a kind exist, oldest first. */
export const versionKeys = async <T>(db: ReadDb, kind: VersionKind<T>): Promise<string[]> =>
  await listVersionKeys(db, kind.kind);

/** Adds the next version of an agreement, in force from `activeFromOn` (default: the day of the write). */
export async function addVersion<T>(
  tx: WriteTx,
  kind: VersionKind<T>,
  data: T,
  options: { key?: string; activeFromOn?: Day; note?: string } = {},
): Promise<number> {
  return await insertVersion(tx, {
    kind: kind.kind,
    key: options.key ?? 'main',
    data: JSON.stringify(kind.schema.parse(data)),
    activeFromOn: options.activeFromOn ?? dayOf(tx.at),
    note: options.note ?? '',
  });
}
