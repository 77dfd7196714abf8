import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { PeopleSource } from '#electron/backend/leads/write-cards.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { type CardRow, changedBy, type Placement, type ReadRow } from '#shared/domain/imports/plan.ts';
import type { Resolution, RowResult, Touched } from '#shared/domain/imports/resolve.ts';
import type { Rows } from './file-rows.ts';
import { resolveImport, storedUids } from './plan-import.ts';

export interface Placed {
  rows: Rows;
  placements: readonly Placement[];
  on: Day;
  /** Called between the steps of the work. */
  breathe: () => Promise<void>;
}

/** The people of a placed file, and what became of its rows. */
export interface PlacedPeople extends PeopleSource {
  count: number;
  /** By row; complete once the people were gone through. */
  results: RowResult[];
}

/** Rows read between two turns of the process. */
const BATCH = 200;

/**
 * The people of a placed file, `size` at a time in the order in which the file first names them, each with all of their
 * rows: so the size changes nothing but how much is held at once. Reads the store as the write sees it.
 */
export function placedPeople(tx: WriteTx, placed: Placed, size: number): PlacedPeople {
  const { windows, rest, count } = split(placed.placements, size);
  const results: RowResult[] = [];
  const resolve = async (indexes: readonly number[]): Promise<Touched[]> => {
    const resolution = await resolvePart(tx, placed, indexes);
    for (const [k, i] of indexes.entries()) {
      const row = resolution.rows[k];
      if (row) results[i] = { ...row, step: null };
    }
    return resolution.people;
  };
  return {
    count,
    results,
    async *people() {
      for (let i = 0; i < rest.length; i += size) await resolve(rest.slice(i, i + size));
      for (const indexes of windows) yield await resolve(indexes);
    },
    stored: storedUids(placed.placements.filter(placement => changedBy(placement) !== null)),
    async *cards() {
      for (const indexes of windows) yield withCards(placed, indexes, await readPart(placed, indexes));
    },
  };
}

/** Row numbers by window of people, and the rows that change nobody. */
function split(
  placements: readonly Placement[],
  size: number,
): { windows: number[][]; rest: number[]; count: number } {
  const places = new Map<string, number>();
  const windows: number[][] = [];
  const rest: number[] = [];
  for (const [i, placement] of placements.entries()) {
    const uid = changedBy(placement);
    if (uid === null) {
      rest.push(i);
      continue;
    }
    const place = places.get(uid) ?? places.size;
    places.set(uid, place);
    const at = Math.floor(place / size);
    (windows[at] ??= []).push(i);
  }
  return { windows, rest, count: places.size };
}

async function resolvePart(tx: WriteTx, placed: Placed, indexes: readonly number[]): Promise<Resolution> {
  const rows = await readPart(placed, indexes);
  const placements = indexes.flatMap(i => placed.placements[i] ?? []);
  return await resolveImport(tx.read, rows, placements, placed.on, { breathe: placed.breathe });
}

async function readPart({ rows, breathe }: Placed, indexes: readonly number[]): Promise<ReadRow[]> {
  const read: ReadRow[] = [];
  for (const i of indexes) {
    const row = rows.at(i);
    if (!row) throw new Error('a placement without row');
    if (read.push(row) % BATCH === 0) await breathe();
  }
  return read;
}

function withCards(
  { placements }: Placed,
  indexes: readonly number[],
  rows: readonly ReadRow[],
): { uid: string; cards: CardRow[] }[] {
  const cards = new Map<string, CardRow[]>();
  for (const [k, i] of indexes.entries()) {
    const [placement, row] = [placements[i], rows[k]];
    const uid = placement ? changedBy(placement) : null;
    if (uid === null || !row || !('card' in row)) continue;
    const held = cards.get(uid);
    if (held) held.push(row);
    else cards.set(uid, [row]);
  }
  return [...cards].map(([uid, of]) => ({ uid, cards: of }));
}
