import type { RowOf, UidTable } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { retractEventsOf } from '#electron/backend/events/events.ts';
import { AUTOMATIC_NEXT } from '#shared/domain/journey/next-action.ts';
import {
  type ChangeRow,
  findRow,
  isCompanyUsed,
  isIdTaken,
  listChanges,
  listUsedSince,
  markUndone,
} from './history.repo.ts';

export interface UndoResult {
  restored: number;
  kept: { table: string; uid: string; fields: string[] }[];
  /** Leads whose points and search text must be made anew. */
  leadIds: number[];
}

/** How many rows undo takes back before it gives the process a turn. */
const BATCH = 200;

/**
 * Takes an operation back inside a write. A field is restored only where it still holds what the operation
 * left there; a lead that was used since stays with everything that belongs to it. Events are retracted, never deleted.
 */
export async function undoOperation(tx: WriteTx, operationId: number): Promise<UndoResult> {
  const changes = await listChanges(tx.read, operationId);
  const usedSince = await listUsedSince(tx, operationId);
  const leadIds = new Set(await retractEventsOf(tx, operationId));
  const result: UndoResult = { restored: 0, kept: [], leadIds: [] };
  const keptLeads = new Set<number>();
  for (const change of changes)
    if (change.table === 'leads' && usedSince.has(change.uid)) {
      const lead = await findRow(tx, 'leads', change.uid);
      if (lead) keptLeads.add(lead.id);
    }
  for (const [i, change] of changes.entries()) {
    if (i % BATCH === BATCH - 1) await tx.breathe();
    const touched = await undoChange(tx, change, keptLeads, result);
    if (touched !== undefined) leadIds.add(touched);
  }
  await markUndone(tx, operationId);
  result.leadIds = [...leadIds];
  return result;
}

/** Returns the lead a change belonged to, if any. */
async function undoChange(
  tx: WriteTx,
  change: ChangeRow,
  keptLeads: ReadonlySet<number>,
  result: UndoResult,
): Promise<number | undefined> {
  const row = await findRow(tx, change.table, change.uid);
  const owner = leadIdOf(change.table, row ?? rowBefore(change));
  if (change.before === null) {
    if (!row) return owner;
    if (owner !== undefined && keptLeads.has(owner)) {
      if (change.table === 'leads') result.kept.push({ table: change.table, uid: change.uid, fields: [] });
      return owner;
    }
    if (change.table === 'companies' && (await isCompanyUsed(tx.read, row.id))) return owner;
    if (change.table === 'leads') await tx.bulk.removeSearch(row.id);
    await tx.remove(change.table, row.id);
    result.restored += 1;
    return owner;
  }
  if (change.after === null) {
    if (!row) await putBack(tx, change.table, change.before);
    result.restored += 1;
    return owner;
  }
  if (row) await restoreFields(tx, { ...change, before: change.before, after: change.after }, row, result);
  return owner;
}

/** The next action is one thing in four fields: it goes back as a whole, or not at all. */
const NEXT_FIELDS = new Set(['next_kind', 'next_on', 'next_at', 'next_reason']);

/** True while nobody chose another next action since; one the app set by itself does not count as chosen. */
function nextStillOurs(after: Record<string, unknown>, row: Record<string, unknown>): boolean {
  const kind = row['next_kind'];
  return kind === after['next_kind'] || AUTOMATIC_NEXT.some(automatic => automatic === kind);
}

/** A removed row comes back under its number, or under a new one where another row has it now. */
async function putBack(tx: WriteTx, table: UidTable, before: Record<string, unknown>): Promise<void> {
  const { id, ...rest } = before;
  const row = (await isIdTaken(tx, table, Number(id))) ? rest : before;
  await tx.insert(table, [row as unknown as RowOf<UidTable>]);
}

/** A removed row as it was, with its number. */
const rowBefore = ({ before, after }: ChangeRow): (Record<string, unknown> & { id: number }) | undefined =>
  before !== null && after === null ? { ...before, id: Number(before['id']) } : undefined;

async function restoreFields(
  tx: WriteTx,
  change: ChangeRow & { before: Record<string, unknown>; after: Record<string, unknown> },
  row: Record<string, unknown> & { id: number },
  result: UndoResult,
): Promise<void> {
  const nextIsOurs = change.table === 'leads' && nextStillOurs(change.after, row);
  const fields = Object.keys(change.after).filter(field => nextIsOurs || !NEXT_FIELDS.has(field));
  const free = fields.filter(field => row[field] === change.after[field]);
  const kept = fields.filter(
    field => row[field] !== change.after[field] && row[field] !== change.before[field],
  );
  const patch = Object.fromEntries(free.map(field => [field, change.before[field]]));
  if (await tx.update(change.table, row.id, patch)) result.restored += 1;
  if (kept.length > 0) result.kept.push({ table: change.table, uid: change.uid, fields: kept });
}

function leadIdOf(
  table: UidTable,
  row: (Record<string, unknown> & { id: number }) | undefined,
): number | undefined {
  if (!row) return undefined;
  if (table === 'leads') return row.id;
  const owner = row['lead_id'];
  return typeof owner === 'number' ? owner : undefined;
}
