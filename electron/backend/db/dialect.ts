import type BetterSqlite3 from 'better-sqlite3';
import { SqliteAdapter, SqliteDialect } from 'kysely';
import type { Statements } from './statements.ts';

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

/** Kysely over one better-sqlite3 connection with kept statements. */
export function storeDialect(raw: BetterSqlite3.Database, statements: Statements): SqliteDialect {
  return new StoreDialect({
    database: {
      close: () => raw.close(),
      prepare: sql => {
        const statement = statements.get(sql);
        return {
          reader: statement.reader,
          all: parameters => statement.all(...parameters),
          run: parameters => statement.run(...parameters),
          iterate: parameters => raw.prepare<unknown[]>(sql).iterate(...parameters),
        };
      },
    },
  });
}
