import type { BulkWriter, PatchOf, RowOf, UidTable } from './access.ts';
import type { TableName } from './schema.ts';
import type { Statements } from './statements.ts';

/** Row-by-row Kysely costs 25 times a kept statement; anything over 100 rows goes through here. */
export class SqliteBulk implements BulkWriter {
  readonly #statements: Statements;

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  insert<T extends TableName>(table: T, rows: readonly RowOf<T>[]): Promise<number[]> {
    const first = rows[0];
    if (!first) return Promise.resolve([]);
    const keys = Object.keys(first);
    const columns = keys.map(key => `"${key}"`).join(',');
    const statement = this.#statements.get(
      `insert into "${table}" (${columns}) values (${keys.map(() => '?').join(',')})`,
    );
    const ids = rows.map(row => {
      const values = keys.map(key => (row as Record<string, unknown>)[key]);
      return Number(statement.run(...values).lastInsertRowid);
    });
    return Promise.resolve(ids);
  }

  update<T extends UidTable>(table: T, rows: readonly (PatchOf<T> & { id: number })[]): Promise<void> {
    const first = rows[0];
    if (!first) return Promise.resolve();
    const keys = Object.keys(first).filter(key => key !== 'id');
    const statement = this.#statements.get(
      `update "${table}" set ${keys.map(key => `"${key}" = ?`).join(',')} where id = ?`,
    );
    for (const row of rows) {
      const values = keys.map(key => (row as Record<string, unknown>)[key]);
      statement.run(...values, row.id);
    }
    return Promise.resolve();
  }

  remove(table: UidTable, ids: readonly number[]): Promise<void> {
    const statement = this.#statements.get(`delete from "${table}" where id = ?`);
    for (const id of ids) statement.run(id);
    return Promise.resolve();
  }

  setSearch(leadId: number, pieces: string): Promise<void> {
    this.#statements
      .get('insert or replace into lead_search (rowid, pieces) values (?, ?)')
      .run(leadId, pieces);
    return Promise.resolve();
  }

  removeSearch(leadId: number): Promise<void> {
    this.#statements.get('delete from lead_search where rowid = ?').run(leadId);
    return Promise.resolve();
  }
}
