import type { Insertable, Transaction, Updateable } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { Schema, TableName } from './schema.ts';

/** A store that can only be read: what repos' finders and reports take. */
export type ReadDb = ReadonlyKysely<Schema>;
/** A store inside a write transaction. Only `Store.write` gives one out. */
export type WriteDb = Transaction<Schema>;

export type RowOf<T extends TableName> = Insertable<Schema[T]>;
export type PatchOf<T extends TableName> = Updateable<Schema[T]>;

/** Tables whose rows carry a uid, some of them at least: what `changes` can follow and undo. */
export type UidTable = {
  [T in TableName]: Schema[T] extends { id: unknown; uid: string | null } ? T : never;
}[TableName];

/** A whole row of one of them, as it stands in the store. */
export type StoredRow = Record<string, unknown> & { id: number; uid: string };

/** What a store does differently from plain Kysely; SQLite has one, tests on PostgreSQL another. */
export interface BulkWriter {
  /** Inserts many rows with a kept statement and returns their ids in order. All rows have the same keys. */
  insert<T extends TableName>(table: T, rows: readonly RowOf<T>[]): Promise<number[]>;
  /** Sets the given columns of many rows by id with one kept statement. All rows have the same keys. */
  update<T extends UidTable>(table: T, rows: readonly (PatchOf<T> & { id: number })[]): Promise<void>;
  /** Deletes rows by id with one kept statement. */
  remove(table: UidTable, ids: readonly number[]): Promise<void>;
  /** Adds or replaces the search pieces of a lead; `pieces` is space-separated bigrams. */
  setSearch(leadId: number, pieces: string): Promise<void>;
  removeSearch(leadId: number): Promise<void>;
}
