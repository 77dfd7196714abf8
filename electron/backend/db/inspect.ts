import BetterSqlite3 from 'better-sqlite3';
import { storeError } from './store-error.ts';
import { isAppError } from '#electron/backend/errors.ts';

/** How many rows break a law; 0 is good. `rows…` counts say what was looked at. */
export type Findings = Record<string, number>;

/** Laws of the store as counts of rows that break them. */
const LAWS: Readonly<Record<string, string>> = {
  importCounts: `select count(*) from imports
    where rows_read <> rows_new + rows_filled + rows_updated + rows_asked + rows_set_aside + rows_blank
       or rows_unchanged > rows_filled`,
  importRows: `select count(*) from imports i
    where rows_read <> (select count(*) from import_rows r where r.import_id = i.id)`,
  nextActions: `select count(*) from leads
    where (next_kind = 'none' and next_reason is null) or (next_kind <> 'none' and next_on is null)`,
  searchMissing: `select count(*) from leads where id not in (select rowid from lead_search)`,
  searchOrphans: `select count(*) from lead_search where rowid not in (select id from leads)`,
  totals: `select count(*) from leads
    where total <> fit + engagement or fit < 0 or engagement < 0 or total > 200 or band not in ('hot', 'mid', 'low')`,
  undoneTwice: `select count(*) from operations o where undone_by_id is not null and undoable = 0`,
};

const COUNTS: Readonly<Record<string, string>> = {
  rowsLeads: 'select count(*) from leads',
  rowsEvents: 'select count(*) from events',
  rowsImports: 'select count(*) from imports',
};

/** Checks a store from one snapshot on a connection of its own: integrity, references, and the laws above. */
export function inspect(path: string): Findings {
  const raw = new BetterSqlite3(path, { readonly: true, timeout: 0 });
  try {
    raw.exec('begin');
    const findings: Findings = {
      integrity: counted(path, () => damage(raw)),
      foreignKeys: counted(path, () => (raw.pragma('foreign_key_check') as unknown[]).length),
    };
    for (const [name, sql] of Object.entries({ ...LAWS, ...COUNTS }))
      findings[name] = counted(path, () => Number(raw.prepare(sql).pluck().get()));
    return findings;
  } finally {
    raw.close();
  }
}

function damage(raw: BetterSqlite3.Database): number {
  const lines = raw.pragma('integrity_check') as { integrity_check: string }[];
  return lines[0]?.integrity_check === 'ok' ? 0 : lines.length;
}

/** A damaged page stops a count; that is a finding, not a reason to stop looking. */
function counted(path: string, count: () => number): number {
  try {
    return count();
  } catch (error) {
    if (isAppError(storeError(error, path), 'STORE_CORRUPT')) return 1;
    throw error;
  }
}
