import BetterSqlite3 from 'better-sqlite3';
import type { TableRows } from './floors/import.ts';

const connect = (path: string): BetterSqlite3.Database => new BetterSqlite3(path, { readonly: true });

function tablesOf(db: BetterSqlite3.Database): string[] {
  const sql =
    "select name from sqlite_schema where type = 'table' and sql like '%strict' and name not like 'kysely%' order by rootpage";
  return db.prepare(sql).pluck().all() as string[];
}

const columnsOf = (db: BetterSqlite3.Database, table: string): string[] =>
  db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];

/** What stands in `after` and not in `before`, table by table, told by the growing rowid. */
export function addedRows(before: string, after: string): TableRows[] {
  const [old, now] = [connect(before), connect(after)];
  const found = tablesOf(now).map(table => {
    const last = old.prepare(`select coalesce(max(rowid), 0) from "${table}"`).pluck().get();
    const columns = columnsOf(now, table);
    const names = columns.map(name => `"${name}"`).join(',');
    const rows = now
      .prepare(`select ${names} from "${table}" where rowid > ? order by rowid`)
      .raw()
      .all(last) as unknown[][];
    return { table, columns, rows };
  });
  old.close();
  now.close();
  return found.filter(({ rows }) => rows.length > 0);
}

/** Rows whose `columns` differ between two stores: the new values and then the id. */
export function changedRows(before: string, after: string, table: string, columns: string[]): unknown[][] {
  const [old, now] = [connect(before), connect(after)];
  const sql = `select id, ${columns.map(name => `"${name}"`).join(',')} from "${table}" order by id`;
  const was = new Map((old.prepare(sql).raw().all() as unknown[][]).map(row => [row[0], row]));
  const is = now.prepare(sql).raw().all() as unknown[][];
  old.close();
  now.close();
  return is
    .filter(row => was.get(row[0])?.some((value, i) => value !== row[i]))
    .map(([id, ...values]) => [...values, id]);
}

/** What an import or undo changed in rows that stood there before, table by table. */
export function allChangedRows(before: string, after: string): TableRows[] {
  const db = connect(after);
  const tables = ['companies', 'leads', 'affiliations', 'contact_points'].map(table => ({
    table,
    columns: columnsOf(db, table).filter(name => name !== 'id'),
  }));
  db.close();
  return tables.map(({ table, columns }) => ({
    table,
    columns,
    rows: changedRows(before, after, table, columns),
  }));
}

/** Rows per table, to show that both sides of a pair did the same work. */
export function counts(path: string): Record<string, number> {
  const db = connect(path);
  const names = [...tablesOf(db), 'lead_search'];
  const all = names.map(name => [name, Number(db.prepare(`select count(*) from "${name}"`).pluck().get())]);
  db.close();
  return Object.fromEntries(all) as Record<string, number>;
}
