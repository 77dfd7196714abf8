import type { Instant } from '#shared/domain/base/days.ts';
import type { BulkWriter, PatchOf, ReadDb, RowOf, StoredRow, UidTable, WriteDb } from './access.ts';
import { inChunks } from './chunks.ts';
import type { TableName } from './schema.ts';

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
export const CACHED: ReadonlySet<string> = new Set([
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
  'last_touch_on',
  'stop',
  'stop_since_on',
  'entry_stop',
]);

/** The part of a row that undo compares and restores. */
function trackedPart(row: object): Record<string, unknown> {
  const part: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) if (!CACHED.has(key)) part[key] = value;
  return part;
}

/** Rows written between two turns of the process. */
const BATCH = 500;

/** Fields of a patch that the row does not hold yet. */
function differing(row: StoredRow, patch: object): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(patch))
    if (value !== undefined && row[key] !== value) set[key] = value;
  return set;
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

  /** Inserts rows and their `changes` lines; returns the new ids in order. Many rows go in with turns in between. */
  async insert<T extends UidTable>(table: T, rows: readonly RowOf<T>[]): Promise<number[]> {
    this.touched.add(table);
    const ids: number[] = [];
    for (let i = 0; i < rows.length; i += BATCH) {
      if (i > 0) await this.breathe();
      const batch = rows.slice(i, i + BATCH);
      ids.push(...(await this.bulk.insert(table, batch)));
      await this.#record(
        batch.map(row => ({
          table,
          uid: String((row as Partial<StoredRow>).uid),
          before: null,
          after: trackedPart(row),
        })),
      );
    }
    return ids;
  }

  /** Changes a row by id and records the fields that differ. Returns false when nothing differed. */
  async update<T extends UidTable>(table: T, id: number, patch: PatchOf<T>): Promise<boolean> {
    return (await this.updateMany(table, [{ ...patch, id }])).length > 0;
  }

  /**
   * Changes many rows by id, each at most once, and records the fields that differ; one kept statement per set of changed
   * columns. `current`: the rows as they stand now, for a caller that has just read them. Returns the ids of the rows that differed.
   */
  async updateMany<T extends UidTable>(
    table: T,
    patches: readonly (PatchOf<T> & { id: number })[],
    current?: readonly StoredRow[],
  ): Promise<number[]> {
    if (patches.length > BATCH) {
      const differed = await this.updateMany(table, patches.slice(0, BATCH), current);
      await this.breathe();
      return [...differed, ...(await this.updateMany(table, patches.slice(BATCH), current))];
    }
    const rows =
      current ??
      (await this.#find(
        table,
        patches.map(patch => patch.id),
      ));
    const stored = new Map(rows.map(row => [row.id, row]));
    const found = patches.flatMap(patch => {
      const before = stored.get(patch.id);
      const set = before ? differing(before, patch) : {};
      return before && Object.keys(set).length > 0 ? [{ before, set }] : [];
    });
    if (found.length === 0) return [];
    this.touched.add(table);
    for (const same of Map.groupBy(found, ({ set }) => Object.keys(set).join()).values())
      await this.bulk.update(table, same.map(({ before, set }) => ({ ...set, id: before.id })) as never);
    await this.#record(
      found.flatMap(({ before, set }) => {
        const after = trackedPart(set);
        const keys = Object.keys(after);
        if (keys.length === 0) return [];
        return [{ table, uid: before.uid, before: Object.fromEntries(keys.map(k => [k, before[k]])), after }];
      }),
    );
    return found.map(({ before }) => before.id);
  }

  /** Deletes a row by id and records it whole. */
  async remove(table: UidTable, id: number): Promise<void> {
    await this.removeMany(table, await this.#find(table, [id]));
  }

  /** Deletes rows and records them whole. `rows`: all their columns as they stand now. */
  async removeMany(table: UidTable, rows: readonly StoredRow[]): Promise<void> {
    if (rows.length === 0) return;
    this.touched.add(table);
    await this.bulk.remove(
      table,
      rows.map(row => row.id),
    );
    await this.#record(rows.map(before => ({ table, uid: before.uid, before, after: null })));
  }

  /**
   * Records what became of a row that was written past the helpers, points and other caches included: undo then puts
   * the whole row back as it was.
   */
  async recordDifference(
    table: UidTable,
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const keys = Object.keys(after).filter(key => after[key] !== before[key]);
    if (this.operationId === null || keys.length === 0) return;
    this.touched.add(table);
    const part = (row: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(keys.map(key => [key, row[key]]));
    await this.#record([{ table, uid: String(before['uid']), before: part(before), after: part(after) }]);
  }

  /** Says that a table was written by plain Kysely, so that its domain is announced after the commit. */
  touch(...tables: TableName[]): void {
    for (const table of tables) this.touched.add(table);
  }

  /** Gives the process one turn between batches of a long write, so that progress and cancel are seen. */
  breathe(): Promise<void> {
    return this.#breathe();
  }

  async #find(table: UidTable, ids: readonly number[]): Promise<StoredRow[]> {
    const source = this.db as unknown as RowSource;
    return await inChunks(
      ids,
      async chunk => await source.selectFrom(table).selectAll().where('id', 'in', chunk).execute(),
    );
  }

  async #record(lines: readonly ChangeLine[]): Promise<void> {
    const { operationId } = this;
    if (operationId === null) return;
    await this.bulk.insert(
      'changes',
      lines.map(({ table, uid, before, after }) => ({
        operation_id: operationId,
        table_name: table,
        row_uid: uid,
        before: before && JSON.stringify(before),
        after: after && JSON.stringify(after),
      })),
    );
  }
}

interface ChangeLine {
  table: UidTable;
  uid: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Kysely over a table known only at run time; the names come from `UidTable`, so they exist. */
interface RowSource {
  selectFrom(table: string): {
    selectAll(): {
      where(column: string, op: 'in', values: readonly number[]): { execute(): Promise<StoredRow[]> };
    };
  };
}
