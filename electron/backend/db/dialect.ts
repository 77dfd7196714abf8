import type BetterSqlite3 from 'better-sqlite3';
import { SqliteAdapter, SqliteDialect } from 'kysely';
import type { Statements } from './statements.ts';
import { storeError } from './store-error.ts';

/** SQLite can roll DDL back; Kysely assumes not, and a half-made migration would stay. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class StoreDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** After a full disk SQLite has already rolled back; saying so again would hide what happened. */
const ROLLED_BACK = { changes: 0, lastInsertRowid: 0 };

/** Kysely over one better-sqlite3 connection with kept statements; what SQLite throws becomes our codes. */
export function storeDialect(raw: BetterSqlite3.Database, statements: Statements): SqliteDialect {
  const coded = <R>(run: () => R): R => {
    try {
      return run();
    } catch (error) {
      throw storeError(error, raw.name);
    }
  };
  return new StoreDialect({
    database: {
      close: () => raw.close(),
      prepare: sql => {
        const statement = coded(() => statements.get(sql));
        return {
          reader: statement.reader,
          all: parameters => coded(() => statement.all(...parameters)),
          run: parameters =>
            sql === 'rollback' && !raw.inTransaction
              ? ROLLED_BACK
              : coded(() => statement.run(...parameters)),
          iterate: parameters => raw.prepare<unknown[]>(sql).iterate(...parameters),
        };
      },
    },
  });
}
