import { existsSync, mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { removeTemporary } from '#electron/backend/db/files.ts';
import { lockStore } from '#electron/backend/db/lock.ts';
import type { TableName } from '#electron/backend/db/schema.ts';
import { openStore } from '#electron/backend/db/open.ts';
import type { Store } from '#electron/backend/db/store.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { refuseSyncedFolder } from './synced-folder.ts';

type CommitListener = (tables: ReadonlySet<TableName>) => void;
interface KeeperOptions {
  create?: boolean;
  readOnly?: boolean;
  maxPages?: number;
}

/** Holds the one open store, or why there is none, so that the app can start and say so. */
export class StoreKeeper {
  readonly #dataFolder: string;
  readonly #now: () => Instant;
  readonly #listeners = new Set<CommitListener>();
  #store: Store | undefined;
  #problem: Error | undefined;
  /** Where the team's own store is; a host that was given a file says so here. */
  ownPath: string;
  /** The practice clock, when somebody moved it; null is the real time. */
  clockShift: Instant | null = null;
  /** Runs after a store was opened, before anybody sees it: first-run rows, recovery. */
  prepare: (store: Store) => Promise<void> = () => Promise.resolve();

  constructor(parts: { dataFolder: string; now: () => Instant }) {
    this.#dataFolder = parts.dataFolder;
    this.#now = parts.now;
    this.ownPath = join(parts.dataFolder, 'dosen.db');
  }

  get practicePath(): string {
    return join(this.#dataFolder, 'practice.db');
  }

  /** Throws what opening threw, or STORE_NOT_OPEN. */
  get store(): Store {
    if (this.#store) return this.#store;
    throw this.#problem ?? new AppError('STORE_NOT_OPEN', {});
  }

  get problem(): Error | undefined {
    return this.#problem;
  }

  get isOpen(): boolean {
    return this.#store !== undefined;
  }

  /**
   * Closes the open store and opens this one; if that fails, the one before is open again.
   * Throws as `openStore` does, and STORE_SYNCED_FOLDER.
   */
  async open(path: string, options: KeeperOptions = {}): Promise<Store> {
    await this.swap(() => Promise.resolve(), path, options);
    return this.store;
  }

  /**
   * Closes the open store, does `between` while no store is open, and opens `path`. When either fails, the store that
   * was open before is open again (`between` must have put its file back), and the failure is thrown.
   */
  async swap(between: () => Promise<void>, path: string, options: KeeperOptions = {}): Promise<void> {
    const before = this.#store && { path: this.#store.path, readOnly: this.#store.readOnly };
    const clockShift = this.clockShift;
    await this.close();
    try {
      await between();
      this.clockShift = null;
      await this.#open(path, options);
    } catch (error) {
      this.#problem = error instanceof Error ? error : new Error('open failed', { cause: error });
      if (before) {
        await this.#open(before.path, { readOnly: before.readOnly }).catch(() => undefined);
        this.clockShift = clockShift;
      }
      throw error;
    }
  }

  async #open(path: string, options: KeeperOptions): Promise<void> {
    refuseSyncedFolder(path);
    if (options.create) mkdirSync(dirname(path), { recursive: true });
    const store = await openStore({ path, now: this.#now(), ...options });
    try {
      if (!store.readOnly) await this.prepare(store);
    } catch (error) {
      await store.close();
      throw error;
    }
    this.#store = store;
    this.#problem = undefined;
    store.onCommit(tables => {
      for (const listener of this.#listeners) listener(tables);
    });
    this.#announce();
  }

  /**
   * Makes a store at `path`, whole or not at all: it is filled under a temporary name and then renamed.
   * Does not open it. Throws STORE_EXISTS, STORE_IN_USE, STORE_SYNCED_FOLDER, STORE_FULL, or what `fill` throws.
   */
  async make(
    path: string,
    fill: (store: Store) => Promise<void>,
    options: { maxPages?: number } = {},
  ): Promise<void> {
    refuseSyncedFolder(path);
    if (existsSync(path)) throw new AppError('STORE_EXISTS', { name: basename(path) });
    mkdirSync(dirname(path), { recursive: true });
    const lock = lockStore(path, this.#now());
    const temporary = `${path}.new`;
    try {
      removeTemporary(temporary);
      const store = await openStore({ path: temporary, now: this.#now(), create: true, ...options });
      try {
        await this.prepare(store);
        await fill(store);
      } finally {
        await store.close();
      }
      await rename(temporary, path);
    } finally {
      removeTemporary(temporary);
      lock.release();
    }
  }

  /** Calls back after every commit of whichever store is open, and when another store is opened (all tables). */
  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    const store = this.#store;
    this.#store = undefined;
    await store?.close();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener(new Set<TableName>(['settings', 'leads', 'operations']));
  }
}
