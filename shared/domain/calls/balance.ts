/** A row to be called, in list order; rows with the same `companyKey` stay together. */
export interface Shareable {
  readonly uid: string;
  readonly companyKey: string | null;
  /** Who holds the person; and who promised the call, or calls the company from a list that is out. */
  readonly ownerId: number | null;
  readonly boundTo: number | null;
}

/** Somebody who calls, and how many calls they can make this week. */
export interface Caller {
  readonly id: number | null;
  readonly room: number;
}

/** The rows of one company, best first. */
type Group<T> = readonly T[];

/** Rows by company, each company where its best row stands. */
export function companiesTogether<T extends Shareable>(ordered: readonly T[]): Group<T>[] {
  return [...Map.groupBy(ordered, row => row.companyKey ?? `lead ${row.uid}`).values()];
}

/** How far a caller's load is above their share of all rows, by what each can do. */
function excess(load: number, caller: Caller, total: number, room: number): number {
  return load - (total * caller.room) / room;
}

/**
 * Who calls whom: rows of one company with one caller, a promise with who gave it, a company that is out with who calls it,
 * then whoever holds the person, then whoever is furthest below their share. Loads, each measured against what its caller
 * can do, end up at most one company apart, except for what is bound. A caller without room gets nobody. Keeps the order of the rows.
 */
export function shareRows<T extends Shareable>(
  ordered: readonly T[],
  callers: readonly Caller[],
): Map<number | null, T[]> {
  const able = callers.filter(caller => caller.room > 0);
  const parts = new Parts<T>(able, ordered.length);
  if (able.length === 0) return parts.rows();
  const open: Group<T>[] = [];
  for (const group of companiesTogether(ordered)) {
    const bound = parts.at(group.find(row => parts.has(row.boundTo))?.boundTo);
    const owner = parts.at(group.find(row => parts.has(row.ownerId))?.ownerId);
    if (bound) parts.give(bound, group, true);
    else if (owner) parts.give(owner, group, false);
    else open.push(group);
  }
  for (const group of open) parts.give(parts.lightest(), group, false);
  parts.level();
  return parts.rows(new Map(ordered.map((row, i) => [row.uid, i])));
}

interface Part<T> {
  readonly caller: Caller;
  readonly held: Group<T>[];
  readonly free: Group<T>[];
  load: number;
}

class Parts<T extends Shareable> {
  readonly #parts: Part<T>[];
  readonly #total: number;
  readonly #room: number;

  constructor(callers: readonly Caller[], total: number) {
    this.#parts = callers.map(caller => ({ caller, held: [], free: [], load: 0 }));
    this.#total = total;
    this.#room = callers.reduce((sum, { room }) => sum + room, 0);
  }

  has = (id: number | null): boolean => id !== null && this.at(id) !== undefined;
  at = (id: number | null | undefined): Part<T> | undefined =>
    this.#parts.find(part => part.caller.id === id && id !== undefined);

  give(part: Part<T>, group: Group<T>, isHeld: boolean): void {
    (isHeld ? part.held : part.free).push(group);
    part.load += group.length;
  }

  #excess = (part: Part<T>): number => excess(part.load, part.caller, this.#total, this.#room);

  lightest = (): Part<T> => this.#parts.reduce((a, b) => (this.#excess(b) < this.#excess(a) ? b : a));

  /** Moves companies from whoever has too many to whoever has too few, as long as that brings the two closer. */
  level(): void {
    for (let move = this.#nextMove(); move; move = this.#nextMove()) {
      const { from, to, at } = move;
      const [group = []] = from.free.splice(at, 1);
      from.load -= group.length;
      this.give(to, group, false);
    }
  }

  #nextMove(): { from: Part<T>; to: Part<T>; at: number } | null {
    const to = this.lightest();
    const heaviest = this.#parts.toSorted((a, b) => this.#excess(b) - this.#excess(a));
    for (const from of heaviest) {
      const gap = this.#excess(from) - this.#excess(to);
      // The last called goes first, so that owners keep their best.
      const at = from.free.findLastIndex(group => group.length < gap);
      if (at >= 0) return { from, to, at };
    }
    return null;
  }

  rows(place: ReadonlyMap<string, number> = new Map()): Map<number | null, T[]> {
    const inOrder = (a: T, b: T): number => (place.get(a.uid) ?? 0) - (place.get(b.uid) ?? 0);
    return new Map(
      this.#parts.map(({ caller, held, free }) => [caller.id, [...held, ...free].flat().sort(inOrder)]),
    );
  }
}
