import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { openStore } from '#electron/backend/db/open.ts';
import type { OperationInfo, WriteTx } from '#electron/backend/db/write-tx.ts';
import { instant } from '#shared/domain/base/days.ts';
import { writeEmptyStore } from './empty-store.ts';
import { countingIds } from './ids.ts';
import { pgliteDb, writePglite } from './pglite.ts';

/** A database that repos run on: the product's SQLite, or PostgreSQL for the day a team outgrows one laptop. */
export interface Engine {
  readonly read: ReadDb;
  readonly newId: () => string;
  write<R>(operation: OperationInfo | null, work: (tx: WriteTx) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}
export const ENGINE_NOW = instant('2026-11-20T01:00:00Z');

async function sqliteEngine(): Promise<Engine> {
  const dir = mkdtempSync(join(tmpdir(), 'dosen-'));
  const path = join(dir, 'a.db');
  await writeEmptyStore(path);
  const store = await openStore({ path, now: ENGINE_NOW });
  const newId = countingIds();
  return {
    read: store.read,
    newId,
    write: async (operation, work) =>
      await store.write(operation, { uid: newId(), at: ENGINE_NOW, memberId: null }, work),
    close: async () => {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function postgresEngine(): Promise<Engine> {
  const db = await pgliteDb();
  const newId = countingIds();
  return {
    read: db as never,
    newId,
    write: async (operation, work) =>
      await writePglite(db, operation, { uid: newId(), at: ENGINE_NOW, memberId: null }, work),
    close: () => Promise.resolve(),
  };
}

export const ENGINES: readonly (readonly [name: string, start: () => Promise<Engine>])[] = [
  ['SQLite', sqliteEngine],
  ['PostgreSQL', postgresEngine],
];
