import { createHash } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';

/** Bookkeeping that moves on by itself and says nothing about the people. */
const MOVING = new Set(['updated_at', 'scored_on']);

/** A digest of everything a person would miss, table by table: what an import and its undo must leave as it was. */
export function storeDump(path: string): Record<string, { rows: number; digest: string }> {
  const db = new BetterSqlite3(path);
  const tables = [
    'companies',
    'leads',
    'affiliations',
    'contact_points',
    'lead_tags',
    'duplicates',
    'suppressions',
  ];
  const dumps = tables.map(table => [table, `select * from ${table} order by 1`] as const);
  db.exec("create virtual table temp.words using fts5vocab('main', 'lead_search', 'instance')");
  const all = [
    ...dumps,
    // What the app logged by itself stays: an undo adds to it and takes nothing out.
    ['events', "select * from events where retracted_by_id is null and source <> 'system' order by id"],
    ['search', 'select doc, offset, term from temp.words order by doc, offset'],
  ] as const;
  const found = all.map(([table, sql]) => [table, digest(db.prepare(sql).iterate())] as const);
  db.close();
  return Object.fromEntries(found);
}

function digest(rows: Iterable<unknown>): { rows: number; digest: string } {
  const hash = createHash('sha256');
  let count = 0;
  for (const row of rows) {
    count += 1;
    hash.update(JSON.stringify(Object.entries(row as object).filter(([key]) => !MOVING.has(key))));
  }
  return { rows: count, digest: hash.digest('hex') };
}
