import type { Insertable } from 'kysely';
import type { Instant } from '#shared/domain/base/days.ts';
import type { BulkWriter, PatchOf, ReadDb, RowOf, UidTable, WriteDb } from './access.ts';
import type { Schema, TableName } from './schema.ts';

/** What a write is called in the history: a code and its parameters, never a sentence. */
export interface OperationInfo {
  kind: string;
  data?: Record<string, unknown>;
  undoable?: boolean;
  /** Given when the caller must name the operation before it is written. */
  uid?: string;
}

export interface WriteContext {
  uid: string;
  at: Instant;
  memberId: number | null;
}

/** Fields kept as caches or bookkeeping: they change by themselves and do not count as somebody's edit. */
const UNTRACKED = new Set([
  'id',
  'created_at',
  'updated_at',
  'fit',
  'engagement',
  'total',
  'band',
  'cools_on',
  'next_change_on',
  'scored_on',
  'rules_n',
]);

/** The part of a row that undo compares and restores. */
function trackedPart(row: Record<string, unknown>): Record<string, unknown> {
  const part: Record<string, unknown> = {};
  for (const key of Object.keys(row)) if (!UNTRACKED.has(key)) part[key] = row[key];
  return part;
}

/**
 * One write transaction. The helpers write the row and its line in `changes` together,
 * so that undo and history need nothing from the domains.
 */
export class WriteTx {
  readonly db: WriteDb;
  readonly read: ReadDb;
  readonly bulk: BulkWriter;
  /** The operation this write belongs to; null for bookkeeping that has no place in the history. */
  readonly operationId: number | null;
  readonly at: Instant;
  readonly memberId: number | null;
  readonly touched = new Set<TableName>();
  readonly #breathe: () => Promise<void>;

  constructor(parts: {
    db: WriteDb;
    bulk: BulkWriter;
    operationId: number | null;
    at: Instant;
    memberId: number | null;
    breathe: () => Promise<void>;
  }) {
    this.db = parts.db;
    this.read = parts.db as never;
    this.bulk = parts.bulk;
    this.operationId = parts.operationId;
    this.at = parts.at;
    this.memberId = parts.memberId;
    this.#breathe = parts.breathe;
  }

  /** Inserts rows and their `changes` lines; returns the new ids in order. */
  async insert<T extends UidTable>(table: T, rows: readonly RowOf<T>[]): Promise<number[]> {
    this.touched.add(table);
    const ids = await this.bulk.insert(table, rows);
    if (this.operationId !== null)
      await this.#record(rows.map(row => ({ table, row: row as Record<string, unknown> })));
    return ids;
  }

  /** Changes a row by id and records the fields that differ. Returns false when nothing differed. */
  async update<T extends UidTable>(table: T, id: number, patch: PatchOf<T>): Promise<boolean> {
    const before = await this.#find(table, id);
    if (!before) return false;
    const entries = Object.entries(patch as Record<string, unknown>).filter(
      ([key, value]) => before[key] !== value,
    );
    if (entries.length === 0) return false;
    this.touched.add(table);
    const set = Object.fromEntries(entries);
    const target = this.db as unknown as WriteTarget;
    await target.updateTable(table).set(set).where('id', '=', id).execute();
    const after = trackedPart(set);
    if (this.operationId !== null && Object.keys(after).length > 0)
      await this.bulk.insert('changes', [
        {
          operation_id: this.operationId,
          table_name: table,
          row_uid: String(before['uid']),
          before: JSON.stringify(Object.fromEntries(Object.keys(after).map(key => [key, before[key]]))),
          after: JSON.stringify(after),
        },
      ]);
    return true;
  }

  /** Deletes a row by id and records it whole. */
  async remove(table: UidTable, id: number): Promise<void> {
    const before = await this.#find(table, id);
    if (!before) return;
    this.touched.add(table);
    const target = this.db as unknown as WriteTarget;
    await target.deleteFrom(table).where('id', '=', id).execute();
    if (this.operationId !== null)
      await this.bulk.insert('changes', [
        {
          operation_id: this.operationId,
          table_name: table,
          row_uid: String(before['uid']),
          before: JSON.stringify(before),
          after: null,
        },
      ]);
  }

  /** Says that a table was written by plain Kysely, so that its domain is announced after the commit. */
  touch(...tables: TableName[]): void {
    for (const table of tables) this.touched.add(table);
  }

  /** Gives the process one turn between batches of a long write, so that progress and cancel are seen. */
  breathe(): Promise<void> {
    return this.#breathe();
  }

  async #find(table: UidTable, id: number): Promise<Record<string, unknown> | undefined> {
    const target = this.db as unknown as WriteTarget;
    return await target.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst();
  }

  async #record(items: { table: UidTable; row: Record<string, unknown> }[]): Promise<void> {
    const operationId = this.operationId;
    if (operationId === null) return;
    const lines: Insertable<Schema['changes']>[] = items.map(({ table, row }) => ({
      operation_id: operationId,
      table_name: table,
      row_uid: String(row['uid']),
      before: null,
      after: JSON.stringify(trackedPart(row)),
    }));
    await this.bulk.insert('changes', lines);
  }
}

/** Kysely over a table known only at run time; the names come from `UidTable`, so they exist. */
interface WriteTarget {
  selectFrom(table: string): {
    selectAll(): {
      where(
        column: string,
        op: '=',
        value: unknown,
      ): { executeTakeFirst(): Promise<Record<string, unknown> | undefined> };
    };
  };
  updateTable(table: string): {
    set(patch: Record<string, unknown>): {
      where(column: string, op: '=', value: unknown): { execute(): Promise<unknown> };
    };
  };
  deleteFrom(table: string): {
    where(column: string, op: '=', value: unknown): { execute(): Promise<unknown> };
  };
}
