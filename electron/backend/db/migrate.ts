import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { AppError } from '#electron/backend/errors.ts';

export type Migrations = Readonly<Record<string, Migration>>;

/** Names of migrations the store has already run, oldest first; empty for a new store. */
export async function executedMigrations(db: Kysely<never>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(t => t.name === 'kysely_migration')) return [];
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(row => row.name);
}

/** Throws STORE_FROM_FUTURE when the store ran a migration this app does not know. */
export function refuseFuture(executed: readonly string[], known: Migrations): void {
  const unknown = executed.findLast(name => !(name in known));
  if (unknown) throw new AppError('STORE_FROM_FUTURE', { version: unknown });
}

/**
 * Runs every pending migration in one transaction (all or none), up to `target` if given; with `inTransaction` in the
 * one the caller holds. Foreign keys must be off around it on SQLite: the pragma has no effect inside a transaction.
 */
export async function migrate(
  db: Kysely<never>,
  known: Migrations,
  options: { target?: string; inTransaction?: boolean } = {},
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...known }) },
    disableTransactions: options.inTransaction === true,
  });
  const { error } = options.target
    ? await migrator.migrateTo(options.target)
    : await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
}
