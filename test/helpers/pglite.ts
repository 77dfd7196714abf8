import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import type { BulkWriter, PatchOf, RowOf, UidTable } from '#electron/backend/db/access.ts';
import { migrate } from '#electron/backend/db/migrate.ts';
import type { Schema, TableName } from '#electron/backend/db/schema.ts';
import { type OperationInfo, type WriteContext, WriteTx } from '#electron/backend/db/write-tx.ts';
import { migrations } from '#migrations/index.ts';

let started: Promise<Kysely<Schema>> | undefined;

/** The one PostgreSQL of a file's tests, with every migration run: both take longer than all its tests. */
async function start(): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) });
  await migrate(db as unknown as Kysely<never>, migrations);
  return db;
}

export async function stopPglite(): Promise<void> {
  await (await started)?.destroy();
  started = undefined;
}

/** A database with every migration run that is empty, as migrations leave it. */
export async function pgliteDb(): Promise<Kysely<Schema>> {
  const db = await (started ??= start());
  const tables = (await db.introspection.getTables()).map(table => sql.table(table.name));
  await sql`truncate ${sql.join(tables)} restart identity`.execute(db);
  return db;
}

/** What a store on PostgreSQL would write with: many rows a statement; its search would be another table. */
class PostgresBulk implements BulkWriter {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async insert<T extends TableName>(table: T, rows: readonly RowOf<T>[]): Promise<number[]> {
    if (rows.length === 0) return [];
    const target = this.#db as unknown as Kysely<Record<string, { id: number }>>;
    const made = await target
      .insertInto(table)
      .values(rows as never)
      .returning('id')
      .execute();
    return made.map(row => row.id);
  }

  async update<T extends UidTable>(table: T, rows: readonly (PatchOf<T> & { id: number })[]): Promise<void> {
    for (const { id, ...patch } of rows) {
      const set = sql.join(Object.entries(patch).map(([key, value]) => sql`${sql.ref(key)} = ${value}`));
      await sql`update ${sql.table(table)} set ${set} where id = ${id}`.execute(this.#db);
    }
  }

  async remove(table: UidTable, ids: readonly number[]): Promise<void> {
    await sql`delete from ${sql.table(table)} where id in (${sql.join(ids)})`.execute(this.#db);
  }

  setSearch(): Promise<void> {
    return Promise.resolve();
  }

  removeSearch(): Promise<void> {
    return Promise.resolve();
  }
}

/** One transaction as `Store.write` makes it, on PostgreSQL. */
export async function writePglite<R>(
  db: Kysely<Schema>,
  operation: OperationInfo | null,
  context: WriteContext,
  work: (tx: WriteTx) => Promise<R>,
): Promise<R> {
  return await db.transaction().execute(async trx => {
    const bulk = new PostgresBulk(trx);
    const [operationId = null] = operation
      ? await bulk.insert('operations', [
          {
            uid: operation.uid ?? context.uid,
            kind: operation.kind,
            data: JSON.stringify(operation.data ?? {}),
            member_id: context.memberId,
            recorded_at: context.at,
            undoable: operation.undoable === false ? 0 : 1,
            undone_by_id: null,
          },
        ])
      : [];
    const { at, memberId } = context;
    return await work(
      new WriteTx({ db: trx, bulk, operationId, at, memberId, breathe: () => Promise.resolve() }),
    );
  });
}
