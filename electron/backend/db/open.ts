import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '#electron/backend/errors.ts';
import { migrations } from '#migrations/index.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { storeDialect } from './dialect.ts';
import { lockStore, type StoreLock } from './lock.ts';
import { executedMigrations, migrate, refuseFuture } from './migrate.ts';
import type { Schema } from './schema.ts';
import { Statements } from './statements.ts';
import { Store } from './store.ts';
import { storeError } from './store-error.ts';

/** `DOSN`: marks a file as ours, so that another program's SQLite file is refused instead of changed. */
const APPLICATION_ID = 0x444f534e;

export interface OpenOptions {
  path: string;
  now: Instant;
  /** Make the file if it is not there. Without it a missing file is STORE_NOT_FOUND. */
  create?: boolean;
  /** Open without the lock and without writing (閲覧用). */
  readOnly?: boolean;
  /** Upper bound of the file in pages, for tests of a full disk. */
  maxPages?: number;
}

/**
 * Opens a store: lock, header check, from-the-future check, copy before migrating, migrate, pragmas asserted.
 * Throws STORE_NOT_FOUND, STORE_IN_USE, STORE_CORRUPT, STORE_FOREIGN, STORE_FROM_FUTURE, STORE_FULL.
 * Whatever it throws, the file is as it was before.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { path, now, create = false, readOnly = false } = options;
  const isNew = !existsSync(path);
  if (isNew && !create) throw new AppError('STORE_NOT_FOUND', { name: basename(path) });
  const lock = readOnly ? undefined : lockStore(path, now);
  try {
    return await connect(options, isNew, lock);
  } catch (error) {
    lock?.release();
    throw storeError(error, path);
  }
}

async function connect(options: OpenOptions, isNew: boolean, lock: StoreLock | undefined): Promise<Store> {
  const { path, readOnly = false } = options;
  const writerRaw = new BetterSqlite3(path, { readonly: readOnly, timeout: 0 });
  try {
    checkHeader(writerRaw, path, isNew);
    if (readOnly) writerRaw.pragma('query_only = ON');
    else preparePragmas(writerRaw);
    if (options.maxPages) writerRaw.pragma(`max_page_count = ${options.maxPages}`);
    const writerStatements = new Statements(writerRaw);
    const writer = new Kysely<Schema>({ dialect: storeDialect(writerRaw, writerStatements) });
    const executed = await executedMigrations(writer as unknown as Kysely<never>);
    refuseFuture(executed, migrations);
    const pending = Object.keys(migrations).length - executed.length;
    if (pending > 0 && !readOnly) await upgrade(writerRaw, writer, path, executed.at(-1));
    const readerRaw = new BetterSqlite3(path, { readonly: true, timeout: 0 });
    readerRaw.pragma('query_only = ON');
    return new Store({ path, lock, readOnly, writerRaw, writerStatements, writer, readerRaw });
  } catch (error) {
    writerRaw.close();
    throw error;
  }
}

function checkHeader(raw: BetterSqlite3.Database, path: string, isNew: boolean): void {
  const id = raw.pragma('application_id', { simple: true });
  const tables = raw.prepare('select count(*) from sqlite_schema').pluck().get();
  if (!isNew && id !== APPLICATION_ID && Number(tables) > 0)
    throw new AppError('STORE_FOREIGN', { name: basename(path) });
}

function preparePragmas(raw: BetterSqlite3.Database): void {
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('fullfsync = ON');
  raw.pragma('foreign_keys = ON');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('cache_size = -65536');
  const expected: [string, unknown][] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
  ];
  for (const [name, value] of expected)
    if (raw.pragma(name, { simple: true }) !== value) throw new Error(`pragma ${name} did not take`);
}

/** Copies a store that holds data, then runs the pending migrations with foreign keys checked at the end. */
async function upgrade(
  raw: BetterSqlite3.Database,
  writer: Kysely<Schema>,
  path: string,
  from: string | undefined,
): Promise<void> {
  if (from) raw.prepare('vacuum into ?').run(`${path}.before-${from}.bak`);
  raw.pragma('foreign_keys = OFF');
  await migrate(writer as unknown as Kysely<never>, migrations);
  if ((raw.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new Error('migration broke a reference');
  raw.pragma('foreign_keys = ON');
  raw.pragma(`application_id = ${APPLICATION_ID}`);
}
