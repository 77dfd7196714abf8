import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '#electron/backend/context.ts';
import { type RawRow, Snapshot, type TableShape } from './export.repo.ts';

type Exported = Record<string, Record<string, unknown>[]>;

/** Rows turned before the process gets a turn: a few milliseconds. */
const CHUNK = 500;

/** Columns that hold JSON as text. */
const JSON_COLUMNS = new Set([
  'settings.value',
  'members.roles',
  'operations.data',
  'changes.before',
  'changes.after',
  'versions.data',
  'events.data',
  'imports.reading',
  'import_rows.raw',
  'import_rows.reason',
  'import_rows.edited',
  'call_lists.rule',
  'call_lists.excluded',
  'call_list_rows.snapshot',
]);
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Everything the store holds as plain objects: table → rows, names in camelCase, rows in the order they were written.
 * A reference is the place of its row in the exported table, counted from 1 (`lead: 12`); a uid inside another text
 * becomes `leads:12`. The same work done twice gives the same export but for `uid` and `…At`. Secrets are left out.
 */
export async function exportAll(ctx: Context): Promise<Exported> {
  const snapshot = new Snapshot(ctx.store.path);
  try {
    const tables = snapshot.tables();
    const names = new Names(snapshot, tables);
    const all: Exported = {};
    for (const table of tables) {
      const rows: Record<string, unknown>[] = [];
      for (const chunk of snapshot.chunks(table, CHUNK)) {
        for (const row of chunk) rows.push(exportRow(table, row, names));
        await turn();
        ctx.signal?.throwIfAborted();
      }
      all[camel(table.name)] = rows;
    }
    return all;
  } finally {
    snapshot.close();
  }
}

/** What ids and uids are called in an export. */
class Names {
  readonly tables: ReadonlyMap<string, TableShape>;
  readonly #places = new Map<string, Map<number, number>>();
  readonly #uids = new Map<string, string>();

  constructor(snapshot: Snapshot, tables: readonly TableShape[]) {
    this.tables = new Map(tables.map(table => [table.name, table]));
    for (const table of tables) {
      this.#places.set(table.name, new Map(snapshot.ids(table).map((id, i) => [id, i + 1])));
      for (const [i, uid] of snapshot.uids(table).entries())
        this.#uids.set(uid, `${camel(table.name)}:${i + 1}`);
    }
  }

  place(table: string, id: unknown): number | null {
    return this.#places.get(table)?.get(Number(id)) ?? null;
  }

  /** A uid nobody has any more, of a row that was undone, keeps no name. */
  inText(text: string): string {
    return this.#uids.get(text) ?? text.replaceAll(UUID, uid => this.#uids.get(uid) ?? 'gone');
  }
}

function exportRow(table: TableShape, row: RawRow, names: Names): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (column === 'id') continue;
    const target = table.references.get(column);
    if (target !== undefined)
      out[camel(column.replace(/_id$/, ''))] = value === null ? null : names.place(target, value);
    else if (column === 'uid') out['uid'] = value;
    else if (column === 'dedupe_key' && value === row['uid']) out['dedupeKey'] = null;
    else out[camel(column)] = exportCell(table, column, value, row, names);
  }
  return out;
}

function exportCell(table: TableShape, column: string, value: unknown, row: RawRow, names: Names): unknown {
  if (value instanceof Uint8Array) return withoutTrace(Buffer.from(value).toString('utf8'));
  if (typeof value !== 'string') return value;
  if (!JSON_COLUMNS.has(`${table.name}.${column}`)) return names.inText(value);
  const parsed: unknown = JSON.parse(value);
  const changed = table.name === 'changes' ? names.tables.get(String(row['table_name'])) : undefined;
  if (changed && isRecord(parsed)) return exportRow(changed, parsed, names);
  return deepNamed(parsed, names);
}

/** Uids inside stored JSON become names, except under a key `uid`. */
function deepNamed(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return names.inText(value);
  if (Array.isArray(value)) return value.map(item => deepNamed(item, names));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      names.inText(key),
      key === 'uid' ? item : deepNamed(item, names),
    ]),
  );
}

const isRecord = (value: unknown): value is RawRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A mail without what every sending makes anew: date, message number, part boundary. */
const withoutTrace = (mail: string): string => {
  const boundary = /boundary="?([^";\r\n]+)/i.exec(mail)?.[1];
  const shown = boundary ? mail.replaceAll(boundary, 'boundary') : mail;
  return shown.replaceAll(/^(?:Date|Message-ID|Received):.*(?:\r?\n[ \t].*)*\r?\n/gim, '');
};

const camel = (name: string): string =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
