import { basename } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#electron/backend/errors.ts';

/** `DOSN`: marks a file as ours, so that another program's SQLite file is refused instead of changed. */
export const APPLICATION_ID = 0x444f534e;

/** Throws STORE_FOREIGN for a SQLite file of another program; an empty file is nobody's. */
export function refuseForeign(raw: BetterSqlite3.Database, path: string, allowEmpty = false): void {
  const id = raw.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return;
  const tables = raw.prepare('select count(*) from sqlite_schema').pluck().get();
  if (!allowEmpty || Number(tables) > 0) throw new AppError('STORE_FOREIGN', { name: basename(path) });
}
