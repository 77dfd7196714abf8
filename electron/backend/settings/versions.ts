import type { z } from 'zod';
import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { type Day, dayOf, type Instant } from '#shared/domain/base/days.ts';
import {
  findVersion,
  findVersionByNumber,
  insertVersion,
  listVersionKeys,
  listVersions,
  noteAgreement,
} from './versions.repo.ts';

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

/** Where what nobody agreed on begins. */
export const EPOCH = '1970-01-01' as Day;

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

/** A version with who agreed on it, when and why. */
export interface PastVersion<T> extends Omit<Version<T>, 'key'> {
  readonly recordedAt: Instant;
  readonly note: string;
  readonly memberName: string | null;
}

/** Every version of an agreement, oldest first; the shipped default is not among them. */
export async function allVersions<T>(
  db: ReadDb,
  kind: VersionKind<T>,
  key = 'main',
): Promise<PastVersion<T>[]> {
  const rows = await listVersions(db, kind.kind, key);
  return rows.map(({ data, ...row }) => ({ ...row, data: kind.schema.parse(JSON.parse(data)) }));
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

/**
 * Changes an agreement as one operation that can be taken back, together with whatever `work` does because of it. The
 * shipped default is kept as a version too, so that there is something to go back to.
 */
export async function changeAgreement<T, R extends object>(
  ctx: Context,
  operation: { kind: string; note?: string },
  of: VersionKind<T>,
  work: (tx: WriteTx, current: T) => Promise<{ next: T; result: R }>,
): Promise<R & { operationUid: string; n: number }> {
  const operationUid = ctx.newId();
  return await ctx.write({ kind: operation.kind, uid: operationUid }, async tx => {
    const active = await activeVersion(tx.read, of, dayOf(tx.at));
    const { next, result } = await work(tx, active.data);
    if (active.n === 0) await addVersion(tx, of, active.data);
    const n = await addVersion(tx, of, next, { note: operation.note ?? '' });
    await noteAgreement(tx, { agreement: of.kind, n });
    return { ...result, operationUid, n };
  });
}

/**
 * Takes back what an operation agreed on: the version before it is agreed on again. Throws UNDO_NOT_POSSIBLE when
 * something else was agreed on since.
 */
export async function reinstateAgreement(
  tx: WriteTx,
  operation: { kind: string; data: Record<string, unknown> },
): Promise<void> {
  const { agreement: kind, n } = operation.data;
  if (typeof kind !== 'string' || typeof n !== 'number') return;
  const of = { kind, key: 'main' };
  const made = await findVersionByNumber(tx.read, { ...of, n });
  const before = await findVersionByNumber(tx.read, { ...of, n: n - 1 });
  const newest = await findVersion(tx.read, kind, of.key, '9999-12-31' as Day);
  if (!before || newest?.data !== made?.data)
    throw new AppError('UNDO_NOT_POSSIBLE', { kind: operation.kind });
  await insertVersion(tx, { ...of, data: before.data, activeFromOn: dayOf(tx.at), note: '' });
}
