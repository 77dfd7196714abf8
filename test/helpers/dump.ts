import type { TestBackend } from './backend.ts';

type Row = Record<string, unknown>;

/** Tables that tell what was done and what was promised: logged facts, which an undo adds to and takes nothing out of. */
const LOGS = new Set(['operations', 'changes', 'sla_clocks', 'alerts']);

/**
 * Every row of every table but the log of what was done; events that were retracted count as not there, and what the app
 * logged by itself is no state either: an undo adds to it and takes nothing out.
 */
export function dumpStore(t: Pick<TestBackend, 'backend'>): Record<string, Row[]> {
  const { reader } = t.backend.keeper.store.raw;
  const tables = reader
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'lead_search%' and name not like 'kysely%' order by name",
    )
    .pluck()
    .all() as string[];
  const dump = tables
    .filter(table => !LOGS.has(table))
    .map(table => {
      const kept = table === 'events' ? " where retracted_by_id is null and source <> 'system'" : '';
      return [table, reader.prepare(`select * from "${table}"${kept} order by 1`).all() as Row[]];
    });
  return Object.fromEntries(dump) as Record<string, Row[]>;
}
