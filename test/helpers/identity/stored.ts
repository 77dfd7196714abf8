import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend } from '#test/helpers/backend.ts';
import type { TrueFile } from './world.ts';

/** Imports a generated file through the real importer. */
export async function importFile(
  t: TestBackend,
  file: Pick<TrueFile, 'name' | 'bytes'>,
): Promise<ImportSummary> {
  const path = join(t.dir, file.name);
  writeFileSync(path, file.bytes);
  const end = await finished(await t.client.imports.run({ file: { path } }));
  if (end.state !== 'done') throw new Error(`${file.name}: ${JSON.stringify(end)}`);
  return end.result as ImportSummary;
}

/** What the store made of rows: whose each is, and who waits beside whom. */
export interface Stored {
  /** Lead by `file:line`; rows that became nobody are left out. */
  readonly rows: ReadonlyMap<string, number>;
  /** Open questions: pairs of leads. */
  readonly pairs: readonly (readonly [number, number])[];
  /** What is known of each lead, sorted, without ids. */
  readonly facts: ReadonlyMap<number, readonly string[]>;
}

export function readStored(storePath: string): Stored {
  const db = new BetterSqlite3(storePath, { readonly: true });
  const all = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  const rows = all<{ name: string; line: number; id: number }>(
    `select i.file_name as name, r.line, coalesce(l.merged_into_id, l.id) as id
     from import_rows r join imports i on i.id = r.import_id join leads l on l.id = r.lead_id`,
  );
  const pairs = all<{ a: number; b: number }>(
    `select lead_id as a, other_id as b from duplicates where state = 'open'`,
  );
  const facts = all<{ id: number; fact: string }>(
    `select lead_id as id, 'point ' || kind || ' ' || coalesce(nullif(key, ''), value) || ' ' || ext as fact from contact_points
     union select lead_id, 'at ' || company_name || ' ' || coalesce(from_on, '') from affiliations
     union select lead_id, 'tag ' || tag from lead_tags
     union select id, 'memo ' || memo from leads where memo <> ''
     union select lead_id, 'met ' || occurred_on from events where kind in ('card.exchanged', 'list.added') and lead_id is not null`,
  );
  db.close();
  const byLead = Map.groupBy(facts, row => row.id);
  return {
    rows: new Map(rows.map(row => [`${row.name}:${row.line}`, row.id])),
    pairs: pairs.map(({ a, b }) => [a, b]),
    facts: new Map([...byLead].map(([id, list]) => [id, list.map(row => row.fact).sort()])),
  };
}

/**
 * The people once every open question is answered with "the same": groups of rows, each sorted, in order. What is
 * joined without asking is always a part of a group.
 */
export function groupsOf({ rows, pairs }: Stored): string[][] {
  const parent = new Map<number, number>();
  const root = (id: number): number => {
    let at = id;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const [a, b] of pairs) parent.set(root(a), root(b));
  const groups = Map.groupBy([...rows], ([, id]) => root(id));
  return [...groups.values()]
    .map(group => group.map(([row]) => row).sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
