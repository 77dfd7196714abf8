import { statSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { AppError } from '#electron/backend/errors.ts';
import type { ReadDb } from './access.ts';
import { inBackground } from './background.ts';
import { SqliteBulk } from './bulk.ts';
import { storeDialect } from './dialect.ts';
import type { IdQuery } from './ids.ts';
import type { StoreLock } from './lock.ts';
import { storeError } from './store-error.ts';
import type { Schema, TableName } from './schema.ts';
import { Statements } from './statements.ts';
import { type OperationInfo, type WriteContext, WriteTx } from './write-tx.ts';

interface StoreParts {
  path: string;
  lock: StoreLock | undefined;
  readOnly: boolean;
  writerRaw: BetterSqlite3.Database;
  writerStatements: Statements;
  writer: Kysely<Schema>;
  readerRaw: BetterSqlite3.Database;
}

/** Bytes the write-ahead log may have before its pages are brought into the file. */
export const LOG_BYTES = 4 * 1024 * 1024;

type Listener = (tables: ReadonlySet<TableName>) => void;

/** An open store: one writer behind a queue, one reader that sees only commits (WAL). */
export class Store {
  readonly path: string;
  readonly readOnly: boolean;
  readonly read: ReadDb;
  /** Direct connections for what Kysely cannot say: backup, integrity check, query plans. */
  readonly raw: { readonly writer: BetterSqlite3.Database; readonly reader: BetterSqlite3.Database };
  readonly #writer: Kysely<Schema>;
  readonly #reader: Kysely<Schema>;
  /** Statements of `ids`: what they give is no row but a number. */
  readonly #plucked: Statements;
  readonly #bulk: SqliteBulk;
  readonly #lock: StoreLock | undefined;
  readonly #listeners = new Set<Listener>();
  #queue: Promise<unknown> = Promise.resolve();
  #checkpoint: Promise<unknown> | null = null;
  #closed = false;

  constructor(parts: StoreParts) {
    this.path = parts.path;
    this.readOnly = parts.readOnly;
    this.#lock = parts.lock;
    this.#writer = parts.writer;
    this.#bulk = new SqliteBulk(parts.writerStatements);
    this.#reader = new Kysely<Schema>({
      dialect: storeDialect(parts.readerRaw, new Statements(parts.readerRaw)),
    });
    this.#plucked = new Statements(parts.readerRaw);
    this.read = this.#reader as never;
    this.raw = { writer: parts.writerRaw, reader: parts.readerRaw };
  }

  /**
   * Runs `work` in one transaction, after the writes before it. Await nothing but the database inside.
   * With `operation` the write gets a line in the history and can be undone; null is bookkeeping.
   * Throws STORE_READ_ONLY, STORE_FULL, STORE_CORRUPT, or what `work` throws; then nothing is written.
   */
  write<R>(
    operation: OperationInfo | null,
    context: WriteContext,
    work: (tx: WriteTx) => Promise<R>,
  ): Promise<R> {
    if (this.#closed) return Promise.reject(new AppError('STORE_NOT_OPEN', {}));
    const run = this.#queue.then(async () => await this.#transact(operation, context, work));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #transact<R>(
    operation: OperationInfo | null,
    context: WriteContext,
    work: (tx: WriteTx) => Promise<R>,
  ): Promise<R> {
    if (this.readOnly) throw new AppError('STORE_READ_ONLY', {});
    let touched: ReadonlySet<TableName> = new Set();
    try {
      const result = await this.#writer.transaction().execute(async db => {
        const operationId = operation ? await this.#openOperation(operation, context) : null;
        const tx = new WriteTx({
          db,
          bulk: this.#bulk,
          operationId,
          at: context.at,
          memberId: context.memberId,
          breathe: async () => await turn(),
        });
        const value = await work(tx);
        if (operation) tx.touch('operations');
        touched = tx.touched;
        return value;
      });
      for (const listener of this.#listeners) listener(touched);
      this.#shortenLog();
      return result;
    } catch (error) {
      throw storeError(error, this.path);
    }
  }

  /**
   * Brings the committed pages of a long log into the file. SQLite itself would do so inside the commit, which after a
   * big import stops the process for seconds. Where it fails the pages stay in the log, and the next commit tries again.
   */
  #shortenLog(): void {
    const log = statSync(`${this.path}-wal`, { throwIfNoEntry: false });
    if (this.#checkpoint || !log || log.size <= LOG_BYTES) return;
    this.#checkpoint = inBackground('checkpoint', { path: this.path })
      .catch(() => undefined)
      .finally(() => (this.#checkpoint = null));
  }

  async #openOperation(operation: OperationInfo, context: WriteContext): Promise<number | null> {
    const [id] = await this.#bulk.insert('operations', [
      {
        uid: operation.uid ?? context.uid,
        kind: operation.kind,
        data: JSON.stringify(operation.data ?? {}),
        member_id: context.memberId,
        recorded_at: context.at,
        undoable: operation.undoable === false ? 0 : 1,
        undone_by_id: null,
      },
    ]);
    return id ?? null;
  }

  /** The numbers a query gives, without an object for each: tens of thousands cost no more than finding them. */
  ids({ sql, parameters }: IdQuery): number[] {
    try {
      return this.#plucked
        .get(sql)
        .pluck()
        .all(...parameters) as number[];
    } catch (error) {
      throw storeError(error, this.path);
    }
  }

  /** The numbers a query gives when it may take long: read in a worker thread, from what is committed. */
  async idsOf({ sql, parameters }: IdQuery): Promise<number[]> {
    return await inBackground('ids', { path: this.path, sql, parameters });
  }

  /** Leaves nothing deleted in the bytes of the file; takes its turn among the writes. Throws STORE_FULL. */
  scrub(): Promise<void> {
    const run = this.#queue.then(async () => {
      await inBackground('scrub', { path: this.path });
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Calls back after every commit with the tables it wrote. Returns the way to stop. */
  onCommit(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for the writes under way, closes both connections and frees the lock. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#queue;
    await this.#checkpoint;
    await this.#reader.destroy();
    if (!this.readOnly) this.raw.writer.pragma('wal_checkpoint(TRUNCATE)');
    await this.#writer.destroy();
    this.#lock?.release();
  }
}
