import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { insertAll, openBare, updateAll } from './open.ts';

/** Rows that are to stand in one table afterwards, as another run left them. */
export interface TableRows {
  table: string;
  columns: string[];
  rows: unknown[][];
}

export interface ImportResult {
  added: readonly TableRows[];
  /** Rows that stood there before: their new values and then the id. */
  changed: readonly TableRows[];
  /** Search text per lead id. */
  search: readonly { leadId: number; pieces: string }[];
}

/**
 * The least an import of a CP932 CSV can do: decode, parse, and write the same rows into the same tables with the same
 * indexes, the search and the raw rows, in one transaction. It cleans, matches and ranks nothing: it is told the result.
 */
export function importFloor(storePath: string, csvPath: string, result: ImportResult): void {
  const text = new TextDecoder('shift_jis').decode(readFileSync(csvPath));
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true });
  const db = openBare(storePath);
  db.transaction(() => {
    db.pragma('defer_foreign_keys = ON');
    for (const { table, columns, rows } of result.added) {
      const raw = columns.indexOf('raw');
      if (table === 'import_rows')
        for (const [i, row] of rows.entries()) row[raw] = JSON.stringify(data[i + 1]);
      insertAll(db, table, rows, columns);
    }
    for (const { table, columns, rows } of result.changed) updateAll(db, table, rows, columns);
    const search = db.prepare<[number, string]>(
      'insert or replace into lead_search (rowid, pieces) values (?, ?)',
    );
    for (const { leadId, pieces } of result.search) search.run(leadId, pieces);
  })();
  db.close();
}
