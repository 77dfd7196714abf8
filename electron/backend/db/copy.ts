import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#electron/backend/errors.ts';
import { refuseForeign } from './header.ts';

/**
 * Copies a store into a new file by the backup API, from one read snapshot, so that work may go on meanwhile;
 * then checks the copy: intact, and every table has the rows of the snapshot. Not atomic: give it a temporary name.
 */
export async function copyStore(from: string, to: string): Promise<null> {
  const source = new BetterSqlite3(from, { readonly: true, timeout: 0 });
  try {
    source.exec('begin');
    const expected = countRows(source);
    await source.backup(to);
    source.exec('commit');
    checkCopy(to, expected);
  } finally {
    source.close();
  }
  return null;
}

/**
 * Throws STORE_FOREIGN or STORE_CORRUPT unless the file is an intact store with all its references; with `expected`
 * also when a table has other row counts. Leaves it a single file without a write-ahead log.
 */
export function checkCopy(path: string, expected?: ReadonlyMap<string, number>): null {
  const copy = new BetterSqlite3(path, { timeout: 0 });
  try {
    refuseForeign(copy, path);
    copy.pragma('journal_mode = DELETE');
    const intact = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
    const whole = (copy.pragma('foreign_key_check') as unknown[]).length === 0;
    const found = countRows(copy);
    const same = !expected || [...expected].every(([table, rows]) => found.get(table) === rows);
    if (!intact || !whole || !same) throw new AppError('STORE_CORRUPT', { name: basename(path) });
  } finally {
    copy.close();
  }
  return null;
}

/** Tables whose rows are the team's data; the search index is checked by the integrity check. */
const TABLES =
  "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'lead_search%'";

function countRows(raw: BetterSqlite3.Database): Map<string, number> {
  const names = raw.prepare(TABLES).pluck().all() as string[];
  return new Map(
    names.map(name => [name, Number(raw.prepare(`select count(*) from "${name}"`).pluck().get())]),
  );
}
