import BetterSqlite3 from 'better-sqlite3';
import { storeError } from '#electron/backend/db/store-error.ts';

export interface TableShape {
  name: string;
  columns: string[];
  /** Column → the table whose `id` it holds. */
  references: Map<string, string>;
}
export type RawRow = Record<string, unknown>;

/** One moment of a store on a connection of its own: reading it takes long and must not see half of a later write. */
export class Snapshot {
  readonly #raw: BetterSqlite3.Database;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    this.#raw = new BetterSqlite3(path, { readonly: true, timeout: 0 });
    this.#coded(() => this.#raw.exec('begin'));
  }

  /** Every table of ours in the order of its name. */
  tables(): TableShape[] {
    const names = this.#coded(() => this.#raw.prepare(TABLES).pluck().all() as string[]);
    return names.map(name => ({
      name,
      columns: (this.#raw.pragma(`table_info("${name}")`) as { name: string }[]).map(c => c.name),
      references: new Map([
        ...(this.#raw.pragma(`foreign_key_list("${name}")`) as { from: string; table: string }[]).map(
          key => [key.from, key.table] as const,
        ),
        ...(UNDECLARED[name] ?? []),
      ]),
    }));
  }

  /** Numbers of the rows in export order: what makes a reference readable. */
  ids(table: TableShape): number[] {
    if (!table.columns.includes('id')) return [];
    return this.#coded(
      () => this.#raw.prepare(`select id from "${table.name}" order by id`).pluck().all() as number[],
    );
  }

  uids(table: TableShape): string[] {
    if (!table.columns.includes('uid')) return [];
    return this.#coded(
      () =>
        this.#raw
          .prepare(`select uid from "${table.name}" order by ${orderOf(table)}`)
          .pluck()
          .all() as string[],
    );
  }

  /** Rows in order, a chunk at a time. */
  *chunks(table: TableShape, size: number): Generator<RawRow[], void, void> {
    const columns = table.columns.filter(name => !LEFT_OUT.has(name)).map(name => `"${name}"`);
    const where = ROWS_LEFT_OUT[table.name] ?? 'true';
    const sql = `select ${columns.join(',')} from "${table.name}" where ${where} order by ${orderOf(table)}`;
    let chunk: RawRow[] = [];
    try {
      for (const row of this.#raw.prepare(sql).iterate() as Iterable<RawRow>) {
        chunk.push(row);
        if (chunk.length < size) continue;
        yield chunk;
        chunk = [];
      }
    } catch (error) {
      throw storeError(error, this.#path);
    }
    if (chunk.length > 0) yield chunk;
  }

  close(): void {
    this.#raw.close();
  }

  #coded<R>(run: () => R): R {
    try {
      return run();
    } catch (error) {
      throw storeError(error, this.#path);
    }
  }
}

const TABLES = `select name from sqlite_schema where type = 'table'
  and name not like 'sqlite_%' and name not like 'kysely_%' and name not like 'lead_search%' order by name`;

/** References without a foreign key in the store. */
const UNDECLARED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  leads: [['import_id', 'imports']],
};

/** Secrets never leave; message bytes and numbers made at random per attempt are no content of the team's. */
const LEFT_OUT = new Set(['sealed_secret', 'raw_sha256', 'message_id', 'epoch']);

/** How far the clock's work got is the app's own note: it depends on which host ran, not on what the team did. */
const ROWS_LEFT_OUT: Readonly<Record<string, string>> = {
  settings: `key not in ('dailyWorkDoneOn', 'mailsTickedOn')`,
};

const orderOf = (table: TableShape): string => {
  if (table.columns.includes('id')) return 'id';
  const named = ['key', 'address_key', 'lead_uid', 'key_hash'].find(name => table.columns.includes(name));
  return named ? `"${named}"` : 'lead_id, rowid';
};
