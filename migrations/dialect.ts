import { type ColumnDataType, type CreateTableBuilder, type Kysely, sql, SqliteAdapter } from 'kysely';

/** True on SQLite; the same migrations also run on PostgreSQL (PGlite in tests). */
export const isSqlite = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof SqliteAdapter;

/** Bytes: `blob` on SQLite, `bytea` on PostgreSQL. */
export const bytes = (db: Kysely<unknown>): ColumnDataType => (isSqlite(db) ? 'blob' : 'bytea');

/** A new table with an integer key; STRICT on SQLite so that a wrong type is an error, as on PostgreSQL. */
export function table(db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'id'> {
  const created = isSqlite(db)
    ? db.schema
        .createTable(name)
        .modifyEnd(sql`strict`)
        .addColumn('id', 'integer', c => c.primaryKey())
    : db.schema
        .createTable(name)
        .addColumn('id', 'integer', c => c.primaryKey().generatedByDefaultAsIdentity());
  return created;
}

/** A table whose key is a text, not a number. */
export function keyedTable(db: Kysely<unknown>, name: string): CreateTableBuilder<string> {
  const created = db.schema.createTable(name);
  return isSqlite(db) ? created.modifyEnd(sql`strict`) : created;
}
