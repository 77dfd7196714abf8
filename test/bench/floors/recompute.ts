import { insertAll, openBare, updateAll } from './open.ts';
import type { TableRows } from './import.ts';

export interface RecomputeResult {
  /** Values of `columns` and then the id, for every lead that changed. */
  changed: { columns: string[]; rows: unknown[][] };
  /** Rows written besides, such as logged changes of rank. */
  added: readonly TableRows[];
}

type Bare = ReturnType<typeof openBare>;

/** Reads every lead with its company and all events, and adds numbers up. */
function readAll(db: Bare): number {
  const leads = db
    .prepare(
      'select l.*, c.industry, c.employees_min, c.employees_max, c.kind from leads l left join companies c on c.id = l.company_id',
    )
    .all() as { id: number }[];
  const events = db
    .prepare('select * from events where retracted_by_id is null order by lead_id, occurred_on')
    .all() as { lead_id: number }[];
  const points = new Map<number, number>();
  for (const { lead_id: id } of events) points.set(id, (points.get(id) ?? 0) + 10);
  let sum = 0;
  for (const { id } of leads) sum += points.get(id) ?? 0;
  return sum;
}

/** The least a rehearsal can do: read everything and write nothing. Returns the sum, so that nothing is skipped. */
export function rehearsalFloor(storePath: string): number {
  const db = openBare(storePath);
  const sum = readAll(db);
  db.close();
  return sum;
}

/**
 * The least a recompute can do: read every lead with its company and all events, add numbers up, and write the leads that
 * changed, in one transaction. It knows no rules: it is told the result. Returns the sum, so that nothing is skipped.
 */
export function recomputeFloor(storePath: string, { changed, added }: RecomputeResult): number {
  const db = openBare(storePath);
  const sum = readAll(db);
  db.transaction(() => {
    updateAll(db, 'leads', changed.rows, changed.columns);
    for (const { table, columns, rows } of added) insertAll(db, table, rows, columns);
  })();
  db.close();
  return sum;
}
