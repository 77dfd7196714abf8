import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TableName } from '#electron/backend/db/schema.ts';
import { openStore } from '#electron/backend/db/open.ts';
import type { Store } from '#electron/backend/db/store.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { refuseSyncedFolder } from './synced-folder.ts';

type CommitListener = (tables: ReadonlySet<TableName>) => void;

/** Holds the one open store, or why there is none, so that the app can start and say so. */
export class StoreKeeper {
  readonly #dataFolder: string;
  readonly #now: () => Instant;
  readonly #listeners = new Set<CommitListener>();
  #store: Store | undefined;
  #problem: Error | undefined;
  /** The practice clock, when somebody moved it; null is the real time. */
  clockShift: Instant | null = null;
  /** Runs after a store was opened, before anybody sees it: first-run rows, recovery. */
  prepare: (store: Store) => Promise<void> = () => Promise.resolve();

  constructor(parts: { dataFolder: string; now: () => Instant }) {
    this.#dataFolder = parts.dataFolder;
    this.#now = parts.now;
  }

  get ownPath(): string {
    return join(this.#dataFolder, 'dosen.db');
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

  /** Closes the open store and opens this one. Throws as `openStore` does, and STORE_SYNCED_FOLDER. */
  async open(
    path: string,
    options: { create?: boolean; readOnly?: boolean; maxPages?: number } = {},
  ): Promise<Store> {
    await this.close();
    this.clockShift = null;
    try {
      refuseSyncedFolder(path);
      if (options.create) mkdirSync(dirname(path), { recursive: true });
      const store = await openStore({ path, now: this.#now(), ...options });
      if (!store.readOnly) await this.prepare(store);
      this.#store = store;
      this.#problem = undefined;
      store.onCommit(tables => {
        for (const listener of this.#listeners) listener(tables);
      });
      this.#announce();
      return store;
    } catch (error) {
      this.#problem = error instanceof Error ? error : new Error('open failed', { cause: error });
      throw this.#problem;
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
