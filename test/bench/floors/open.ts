import BetterSqlite3 from 'better-sqlite3';

/** A bare connection with the durability and cache of the app, so that only the work above it differs. */
export function openBare(path: string): BetterSqlite3.Database {
  const db = new BetterSqlite3(path, { timeout: 0 });
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'fullfsync = ON', 'foreign_keys = ON'])
    db.pragma(pragma);
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  return db;
}

/** Inserts rows of equal shape; the statement is prepared once. */
export function insertAll(
  db: BetterSqlite3.Database,
  table: string,
  rows: readonly unknown[][],
  columns: readonly string[],
): void {
  const names = columns.map(name => `"${name}"`).join(',');
  const insert = db.prepare<unknown[]>(
    `insert into "${table}" (${names}) values (${columns.map(() => '?').join(',')})`,
  );
  for (const row of rows) insert.run(row);
}

/** Sets all given columns of rows by id, which stands last in each row; the statement is prepared once. */
export function updateAll(
  db: BetterSqlite3.Database,
  table: string,
  rows: readonly unknown[][],
  columns: readonly string[],
): void {
  const set = columns.map(name => `"${name}" = ?`).join(',');
  const update = db.prepare<unknown[]>(`update "${table}" set ${set} where id = ?`);
  for (const row of rows) update.run(row);
}
