import type { ReadDb, RowOf, StoredRow, UidTable } from '#electron/backend/db/access.ts';
import { CACHED, type WriteTx } from '#electron/backend/db/write-tx.ts';
import { retractEventsOf, reviveEventsOf } from '#electron/backend/events/events.ts';
import { peopleOf } from '#electron/backend/leads/people.ts';
import { survivorsOf } from '#electron/backend/leads/survivors.ts';
import { usedDeals } from '#electron/backend/opportunities/open.ts';
import { forgetClocks } from '#electron/backend/sla/forget.ts';
import { isAutomatic } from '#shared/domain/journey/next-action.ts';
import {
  amendRemoval,
  changePages,
  type ChangeRow,
  findRemoval,
  findRows,
  listTakenIds,
  listUsedCompanies,
  listUsedSince,
  markUndone,
} from './history.repo.ts';

export interface UndoResult {
  restored: number;
  kept: { table: string; uid: string; fields: string[] }[];
  /** Leads that are still there whose points and search text must be made anew. */
  leadIds: number[];
}

/** An undo under way. */
interface Undoing {
  readonly tx: WriteTx;
  /** Leads the operation made that were used since, and whoever they were merged into. */
  readonly keptLeads: ReadonlySet<number>;
  readonly kept: UndoResult['kept'];
  readonly leadIds: Set<number>;
  restored: number;
}

/**
 * Takes an operation back inside a write. A field is restored only where it still holds what the operation
 * left there; a lead that was used since stays with everything that belongs to it. Events are retracted, never deleted.
 */
export async function undoOperation(tx: WriteTx, operationId: number): Promise<UndoResult> {
  const used = await listUsedSince(tx, operationId);
  const keptLeads = new Set([...used, ...(await survivorsOf(tx.read, [...used])).values()]);
  const leadIds = new Set(await retractEventsOf(tx, operationId, keptLeads));
  for (const id of await reviveEventsOf(tx, operationId)) leadIds.add(id);
  const undoing: Undoing = { tx, keptLeads, kept: [], leadIds, restored: 0 };
  for await (const page of changePages(tx.read, operationId)) {
    for (const run of runsOf(page)) await undoRun(undoing, run);
    await tx.breathe();
  }
  await markUndone(tx, operationId);
  return { restored: undoing.restored, kept: undoing.kept, leadIds: [...leadIds] };
}

type Kind = 'made' | 'removed' | 'changed';

const kindOf = ({ before, after }: ChangeRow): Kind =>
  before === null ? 'made' : after === null ? 'removed' : 'changed';

/** Neighbours that can be taken back together: one table, one kind, no row twice. Their order stays. */
function runsOf(changes: readonly ChangeRow[]): ChangeRow[][] {
  const runs: ChangeRow[][] = [];
  let uids = new Set<string>();
  for (const change of changes) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const fits = last?.table === change.table && kindOf(last) === kindOf(change) && !uids.has(change.uid);
    if (run && fits) run.push(change);
    else {
      runs.push([change]);
      uids = new Set();
    }
    uids.add(change.uid);
  }
  return runs;
}

async function undoRun(undoing: Undoing, run: readonly ChangeRow[]): Promise<void> {
  const [first] = run;
  if (!first) return;
  const rows = await findRows(
    undoing.tx,
    first.table,
    run.map(change => change.uid),
  );
  const byUid = new Map(rows.map(row => [row.uid, row]));
  for (const change of run) {
    const owner = leadIdOf(change.table, byUid.get(change.uid) ?? rowBefore(change));
    if (owner !== undefined) undoing.leadIds.add(owner);
  }
  if (kindOf(first) === 'made') await takeAway(undoing, first.table, run, byUid);
  else if (kindOf(first) === 'removed') await putBack(undoing, first.table, run, byUid);
  else await restoreFields(undoing, first.table, run, byUid);
  // What a company is decides the points and the next action of its people.
  if (first.table === 'companies' && kindOf(first) === 'changed')
    for (const id of await peopleOf(
      undoing.tx.read,
      rows.map(row => row.id),
    ))
      undoing.leadIds.add(id);
}

/** Rows that stay while something that somebody else made hangs on them. */
const USED: Partial<Record<UidTable, (db: ReadDb, ids: readonly number[]) => Promise<Set<number>>>> = {
  companies: listUsedCompanies,
  opportunities: usedDeals,
};

/** Removes what the operation made, but not leads that were used since, what belongs to them, and what others use. */
async function takeAway(
  undoing: Undoing,
  table: UidTable,
  run: readonly ChangeRow[],
  byUid: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  const { tx, keptLeads } = undoing;
  const rows = run.flatMap(change => byUid.get(change.uid) ?? []);
  const isKept = (row: StoredRow): boolean => keptLeads.has(leadIdOf(table, row) ?? Number.NaN);
  if (table === 'leads')
    for (const row of rows.filter(isKept)) undoing.kept.push({ table, uid: row.uid, fields: [] });
  const used = await USED[table]?.(
    tx.read,
    rows.map(row => row.id),
  );
  const free = rows.filter(row => !isKept(row) && !used?.has(row.id));
  if (table === 'leads') {
    const ids = free.map(row => row.id);
    await forgetClocks(tx, ids);
    for (const id of ids) {
      await tx.bulk.removeSearch(id);
      undoing.leadIds.delete(id);
    }
  }
  await tx.removeMany(table, free);
  undoing.restored += free.length;
}

/** A removed row comes back under its number, or under a new one where another row has it now. */
async function putBack(
  undoing: Undoing,
  table: UidTable,
  run: readonly ChangeRow[],
  byUid: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  const { tx } = undoing;
  const missing = run.flatMap(change => (byUid.has(change.uid) ? [] : (rowBefore(change) ?? [])));
  const taken = await listTakenIds(
    tx,
    table,
    missing.map(row => row.id),
  );
  const insert = async (rows: object[]) => await tx.insert(table, rows as RowOf<UidTable>[]);
  await insert(missing.filter(row => !taken.has(row.id)));
  await insert(missing.filter(row => taken.has(row.id)).map(({ id: _id, ...rest }) => rest));
  undoing.restored += run.length;
}

/** The next action is one thing in four fields: it goes back as a whole, or not at all. */
const NEXT_FIELDS = new Set(['next_kind', 'next_on', 'next_at', 'next_reason']);

/**
 * True while nobody chose another next action since; one the app set by itself does not count as chosen. Where only the
 * date was moved, the date must still stand.
 */
const nextStillOurs = (after: Record<string, unknown>, row: Record<string, unknown>): boolean =>
  'next_kind' in after
    ? row['next_kind'] === after['next_kind'] || isAutomatic(row['next_kind'])
    : Object.keys(after).every(field => !NEXT_FIELDS.has(field) || row[field] === after[field]);

/** What is restored, without a next action whose day or reason the row has lost since; the journey sets another one. */
function wholeNext(row: StoredRow, restored: Record<string, unknown>): Record<string, unknown> {
  if (!('next_kind' in restored)) return restored;
  const { next_kind: kind, next_on: on, next_reason: reason } = { ...row, ...restored };
  if ((kind === 'none' ? reason : on) !== null) return restored;
  return Object.fromEntries(Object.entries(restored).filter(([field]) => !NEXT_FIELDS.has(field)));
}

/** A removed row as it was, with its number. */
const rowBefore = ({ uid, before, after }: ChangeRow): StoredRow | undefined =>
  before !== null && after === null ? { ...before, uid, id: Number(before['id']) } : undefined;

/** A row that a later operation removed comes back, when that one is undone, without what this one did to it. */
async function restoreRemoved(tx: WriteTx, { table, uid, before, after }: ChangeRow): Promise<void> {
  const removal = await findRemoval(tx, table, uid);
  if (!removal || !before || !after) return;
  const [given, had] = [numberIn(after, 'lead_id'), numberIn(removal.before, 'lead_id')];
  const survivorOf = await survivorsOf(tx.read, [given ?? 0, had ?? 0]);
  const isSamePerson = given !== undefined && survivorOf.get(given) === survivorOf.get(had ?? 0);
  const free = Object.keys(after).filter(
    field => removal.before[field] === after[field] || (PLACES[field] === 'lead_id' && isSamePerson),
  );
  const fields = Object.fromEntries(free.map(field => [field, before[field]]));
  await amendRemoval(tx, removal.id, { ...removal.before, ...fields });
}

async function restoreFields(
  undoing: Undoing,
  table: UidTable,
  run: readonly ChangeRow[],
  byUid: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  const people = [...run.map(change => change.after), ...byUid.values()].flatMap(row =>
    Object.values(PLACES).flatMap(place => numberIn(row, place) ?? []),
  );
  const survivorOf = await survivorsOf(undoing.tx.read, people);
  for (const change of run) if (!byUid.has(change.uid)) await restoreRemoved(undoing.tx, change);
  const isOne = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && survivorOf.get(a) === survivorOf.get(b);
  const patches = run.flatMap(({ uid, before, after }) => {
    const row = byUid.get(uid);
    if (!row || !before || !after) return [];
    const nextIsOurs = table === 'leads' && nextStillOurs(after, row);
    const fields = Object.keys(after).filter(field => nextIsOurs || !NEXT_FIELDS.has(field));
    const isFree = (field: string): boolean =>
      row[field] === after[field] ||
      CACHED.has(field) ||
      (NEXT_FIELDS.has(field) && isAutomatic(row['next_kind'])) ||
      // The person it was given to and the one who has it now have been merged into one since.
      (field in PLACES && isOne(numberIn(after, PLACES[field]), numberIn(row, PLACES[field])));
    const kept = fields.filter(field => !isFree(field) && !(field in PLACES) && row[field] !== before[field]);
    if (kept.length > 0) undoing.kept.push({ table, uid, fields: kept });
    const restored = Object.fromEntries(fields.filter(isFree).map(field => [field, before[field]]));
    return [{ ...wholeNext(row, restored), id: row.id }];
  });
  const current = [...byUid.values()];
  const changed = await undoing.tx.updateMany(table, patches, current);
  undoing.restored += changed.length;
}

/**
 * Fields that say whose something is and where it stands with them, each with the field that names the person: moving it
 * is the app's doing, nobody's edit.
 */
const PLACES: Readonly<Record<string, string>> = {
  lead_id: 'lead_id',
  position: 'lead_id',
  merged_into_id: 'merged_into_id',
};
const numberIn = (row: Record<string, unknown> | null, field = ''): number | undefined =>
  typeof row?.[field] === 'number' ? row[field] : undefined;

function leadIdOf(table: UidTable, row: StoredRow | undefined): number | undefined {
  if (!row) return undefined;
  return table === 'leads' ? row.id : numberIn(row, 'lead_id');
}
