import type { ReadDb, UidTable } from '#electron/backend/db/access.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import { listChangesOf, listChangesOfField, listChangesSince } from './history.repo.ts';

/** Something done to a row: the fields as they were before it, null where it made the row. */
export interface Change {
  readonly at: Instant;
  readonly before: Readonly<Record<string, unknown>> | null;
}

/** What was done to these rows, by uid, oldest first: read backwards it leads to any earlier state of theirs. */
export async function changesOf(
  db: ReadDb,
  table: UidTable,
  uids: readonly string[],
): Promise<ReadonlyMap<string, Change[]>> {
  const rows = await listChangesOf(db, table, uids);
  const byUid = Map.groupBy(rows, row => row.uid);
  return new Map(
    [...byUid].map(([uid, own]) => [uid, own.map(({ at, before }) => ({ at, before: parsed(before) }))]),
  );
}

/** A field that was changed, by which operation and whose. */
export interface FieldChange {
  readonly operationUid: string;
  readonly kind: string;
  readonly memberId: number | null;
  readonly at: Instant;
  readonly before: unknown;
  readonly after: unknown;
}

/** How one field of a row came to what it is, oldest first: one step for each operation that nobody has taken back. */
export async function stoodChangesOf(
  db: ReadDb,
  table: UidTable,
  uid: string,
  field: string,
): Promise<FieldChange[]> {
  const rows = await listChangesOfField(db, table, uid, field);
  const steps = Map.groupBy(rows, row => row.operationUid);
  return [...steps.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const before = parsed(first.before)?.[field];
    const after = parsed((more.at(-1) ?? first).after)?.[field];
    return before === after ? [] : [{ ...first, before, after }];
  });
}

const PAGE = 2000;

/** Rows of a table as they were at an instant, where they were changed since: only the fields that changed, by uid. */
export async function fieldsBefore(
  db: ReadDb,
  table: UidTable,
  since: Instant,
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const found = new Map<string, Record<string, unknown>>();
  for (let afterId = 0; ; ) {
    const rows = await listChangesSince(db, table, since, { afterId, limit: PAGE });
    // The first change since tells what stood there; later ones only add fields.
    for (const { uid, before } of rows) found.set(uid, { ...parsed(before), ...found.get(uid) });
    const newest = rows.at(-1);
    if (!newest) return found;
    afterId = newest.id;
  }
}

const parsed = (text: string | null): Record<string, unknown> | null =>
  text === null ? null : (JSON.parse(text) as Record<string, unknown>);
