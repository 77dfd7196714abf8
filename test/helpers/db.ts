import BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { storeDialect } from '#electron/backend/db/dialect.ts';
import { APPLICATION_ID } from '#electron/backend/db/header.ts';
import { migrate } from '#electron/backend/db/migrate.ts';
import { Statements } from '#electron/backend/db/statements.ts';
import { migrations } from '#migrations/index.ts';

type Row = Record<string, unknown>;

/** A bare database as a store has it, at any migration. */
export interface TestDb {
  readonly raw: BetterSqlite3.Database;
  readonly db: Kysely<never>;
}

/** A new database, in memory or in a file, that has run no migration. */
export function createDb(path = ':memory:'): TestDb {
  const raw = new BetterSqlite3(path);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  raw.pragma('foreign_keys = ON');
  return { raw, db: new Kysely<never>({ dialect: storeDialect(raw, new Statements(raw)) }) };
}

/** Runs the migrations up to `target`, all of them by default. */
export async function migrateTo({ db }: TestDb, target?: string): Promise<void> {
  await migrate(db, migrations, target === undefined ? {} : { target });
}

/** Inserts rows into a table as it is now: the tests of a migration cannot use today's schema. */
export function insertRows({ raw }: TestDb, table: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const keys = Object.keys(row);
    raw
      .prepare(`insert into "${table}" (${keys.join(',')}) values (${keys.map(() => '?').join(',')})`)
      .run(...Object.values(row));
  }
}

/** Rows of a table in the order they were written. */
export const tableRows = ({ raw }: TestDb, table: string): Row[] =>
  raw.prepare(`select * from "${table}" order by rowid`).all() as Row[];

/** What SQLite does for a query, line by line (EXPLAIN QUERY PLAN). */
export const queryPlan = (
  raw: BetterSqlite3.Database,
  sql: string,
  parameters: readonly unknown[],
): string[] =>
  (raw.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]).map(
    row => row.detail,
  );
