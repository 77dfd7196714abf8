import { basename } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#electron/backend/errors.ts';

/** SQLite's own failures as codes a person can act on; anything else stays as it is. */
export function storeError(error: unknown, path: string): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const name = basename(path);
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))
    return new AppError('STORE_CORRUPT', { name }, { cause: error });
  if (error.code === 'SQLITE_FULL') return new AppError('STORE_FULL', {}, { cause: error });
  if (error.code.startsWith('SQLITE_BUSY'))
    return new AppError('STORE_IN_USE', { host: '', since: null }, { cause: error });
  if (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN'))
    return new AppError('STORE_READ_ONLY', {}, { cause: error });
  return error;
}
