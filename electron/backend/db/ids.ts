import BetterSqlite3 from 'better-sqlite3';

/** A query whose only column is a number, as Kysely compiles it. */
export interface IdQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The numbers a query gives, read on a connection of its own. */
export function idsOf(path: string, { sql, parameters }: IdQuery): number[] {
  const raw = new BetterSqlite3(path, { readonly: true, timeout: 0 });
  try {
    return raw
      .prepare<unknown[], number>(sql)
      .pluck()
      .all(...parameters);
  } finally {
    raw.close();
  }
}
