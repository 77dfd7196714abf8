import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '#electron/backend/errors.ts';
import { migrations } from '#migrations/index.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { storeDialect } from './dialect.ts';
import { copyWhole, removeStore } from './files.ts';
import { APPLICATION_ID, refuseForeign } from './header.ts';
import { lockStore, type StoreLock } from './lock.ts';
import { executedMigrations, migrate, type Migrations, refuseFuture } from './migrate.ts';
import type { Schema } from './schema.ts';
import { Statements } from './statements.ts';
import { LOG_BYTES, Store } from './store.ts';
import { storeError } from './store-error.ts';

export interface OpenOptions {
  path: string;
  now: Instant;
  /** Make the file if it is not there. Without it a missing file is STORE_NOT_FOUND. */
  create?: boolean;
  /** Open without the lock and without writing (閲覧用). */
  readOnly?: boolean;
  /** Upper bound of the file in pages, for tests of a full disk. */
  maxPages?: number;
  /** Another list of migrations, for tests of upgrades. */
  known?: Migrations;
}

/**
 * Opens a store: lock, header check, from-the-future check, copy before migrating, migrate, pragmas asserted.
 * Throws STORE_NOT_FOUND, STORE_IN_USE, STORE_CORRUPT, STORE_FOREIGN, STORE_FROM_FUTURE, STORE_FULL, and
 * STORE_READ_ONLY for a file that may not be written or an older store opened for reading only.
 * Whatever it throws, the file is as it was before.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { path, now, create = false, readOnly = false } = options;
  const isNew = !existsSync(path);
  if (isNew && !create) throw new AppError('STORE_NOT_FOUND', { name: basename(path) });
  if (!isNew) refuseOtherFiles(path);
  const lock = readOnly ? undefined : lockStore(path, now);
  try {
    return await connect(options, lock);
  } catch (error) {
    if (isNew) removeStore(path);
    lock?.release();
    throw storeError(error, path);
  }
}

const SQLITE_HEADER = 'SQLite format 3\0';

/** Looks at the first bytes before anything is put beside the file: somebody's other file gets no lock of ours. */
function refuseOtherFiles(path: string): void {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(SQLITE_HEADER.length);
    const length = readSync(file, header, 0, header.length, 0);
    if (length > 0 && header.toString('latin1') !== SQLITE_HEADER)
      throw new AppError('STORE_CORRUPT', { name: basename(path) });
  } finally {
    closeSync(file);
  }
}

async function connect(options: OpenOptions, lock: StoreLock | undefined): Promise<Store> {
  const { path, readOnly = false, known = migrations } = options;
  const writerRaw = new BetterSqlite3(path, { readonly: readOnly, timeout: 0 });
  try {
    refuseForeign(writerRaw, path, true);
    const writerStatements = new Statements(writerRaw);
    const writer = new Kysely<Schema>({ dialect: storeDialect(writerRaw, writerStatements) });
    const executed = await executedMigrations(writer as unknown as Kysely<never>);
    refuseFuture(executed, known);
    const isOld = executed.length < Object.keys(known).length;
    if (readOnly && isOld) throw new AppError('STORE_READ_ONLY', {});
    if (readOnly) writerRaw.pragma('query_only = ON');
    else preparePragmas(writerRaw);
    if (options.maxPages) writerRaw.pragma(`max_page_count = ${options.maxPages}`);
    if (isOld) await upgrade(writerRaw, writer, options, executed.at(-1));
    const readerRaw = new BetterSqlite3(path, { readonly: true, timeout: 0 });
    readerRaw.pragma('query_only = ON');
    return new Store({ path, lock, readOnly, writerRaw, writerStatements, writer, readerRaw });
  } catch (error) {
    writerRaw.close();
    throw error;
  }
}

function preparePragmas(raw: BetterSqlite3.Database): void {
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('fullfsync = ON');
  raw.pragma('foreign_keys = ON');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('cache_size = -65536');
  // `Store` brings the log into the file, off this thread; afterwards the log shrinks again.
  raw.pragma('wal_autocheckpoint = 0');
  raw.pragma(`journal_size_limit = ${LOG_BYTES}`);
  const expected: [string, unknown][] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
  ];
  for (const [name, value] of expected)
    if (raw.pragma(name, { simple: true }) !== value) throw new Error(`pragma ${name} did not take`);
}

/**
 * Runs the pending migrations in one transaction: all of them with every reference whole, or none.
 * A store that holds data is copied first, verified, under a name that says how far it was.
 */
async function upgrade(
  raw: BetterSqlite3.Database,
  writer: Kysely<Schema>,
  options: OpenOptions,
  from: string | undefined,
): Promise<void> {
  const { path, known = migrations } = options;
  if (from) await copyWhole(path, `${path}.before-${from}.bak`);
  raw.pragma('foreign_keys = OFF');
  raw.exec('begin immediate');
  try {
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    await migrate(writer as unknown as Kysely<never>, known, { inTransaction: true });
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error('migration broke a reference');
    raw.exec('commit');
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback');
    throw error;
  }
  raw.pragma('foreign_keys = ON');
}
