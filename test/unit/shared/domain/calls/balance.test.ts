import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Caller, type Shareable, shareRows } from '#shared/domain/calls/balance.ts';
import { counted } from '#test/helpers/runs.ts';

const row = (uid: string, more: Partial<Shareable> = {}): Shareable => ({
  uid,
  companyKey: null,
  ownerId: null,
  boundTo: null,
  ...more,
});
const two: readonly Caller[] = [
  { id: 1, room: 40 },
  { id: 2, room: 40 },
];
const uidsOf = (rows: readonly Shareable[], callers = two) =>
  [...shareRows(rows, callers)].map(([id, own]) => [id, own.map(({ uid }) => uid).join('')]);

describe('rows are shared', () => {
  it('evenly, each list in the order to call', () => {
    expect(uidsOf([...'abcde'].map(uid => row(uid)))).toEqual([
      [1, 'ace'],
      [2, 'bd'],
    ]);
  });
  it('with who holds the person, as long as nobody has far more than the others', () => {
    const own = (uid: string, ownerId: number) => row(uid, { ownerId });
    expect(uidsOf([own('a', 2), own('b', 2), own('c', 1), own('d', 9), row('e')])).toEqual([
      [1, 'cde'],
      [2, 'ab'],
    ]);
    expect(uidsOf([...'abcdef'].map(uid => own(uid, 1)))).toEqual([
      [1, 'abc'],
      [2, 'def'],
    ]);
  });
  it('company by company, and a promise stays with who gave it', () => {
    const rows = [
      row('a', { companyKey: 'X', ownerId: 2 }),
      row('b', { companyKey: 'X', boundTo: 1, ownerId: 2 }),
      row('c', { boundTo: 1 }),
      row('d', { ownerId: 2 }),
    ];
    expect(uidsOf(rows)).toEqual([
      [1, 'abc'],
      [2, 'd'],
    ]);
  });
  it('by what each can do, and nobody on leave gets any', () => {
    const rows = Array.from({ length: 12 }, (_, i) => row(`${i}`, { ownerId: 3, boundTo: 3 }));
    const counts = (callers: readonly Caller[]) =>
      [...shareRows(rows, callers)].map(([id, own]) => [id, own.length]);
    expect(counts([...two, { id: 3, room: 0 }])).toEqual([
      [1, 6],
      [2, 6],
    ]);
    expect(
      counts([
        { id: 1, room: 40 },
        { id: 2, room: 8 },
      ]),
    ).toEqual([
      [1, 10],
      [2, 2],
    ]);
  });
});

const member = fc.constantFrom(null, 1, 2, 3);
const anyRows = (max: number) =>
  fc
    .array(
      fc.record({
        companyKey: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E')),
        ownerId: member,
        boundTo: fc.oneof({ arbitrary: fc.constant(null), weight: 6 }, { arbitrary: member, weight: 1 }),
      }),
      { maxLength: max, size: 'max' },
    )
    .map(rows => rows.map((given, i) => row(`${i}`.padStart(2, '0'), given)));
const anyCallers = fc
  .array(fc.constantFrom(40, 40, 24, 8, 0), { minLength: 1, maxLength: 3 })
  .map(rooms => rooms.map((room, i) => ({ id: i + 1, room })));

/** What a share must keep, worked out from the rows and the result alone. */
function judge(rows: readonly Shareable[], callers: readonly Caller[]) {
  const able = callers.filter(({ room }) => room > 0);
  const companies = Map.groupBy(rows, ({ uid, companyKey }) => companyKey ?? uid);
  const canCall = (id: number | null) => able.some(caller => caller.id === id);
  const promisers = (own: readonly Shareable[]) =>
    own.map(({ boundTo }) => boundTo).filter(id => canCall(id));
  const share = (caller: Caller) =>
    (rows.length * caller.room) / able.reduce((sum, { room }) => sum + room, 0);
  return { able, companies: [...companies.values()], promisers, share };
}

describe('whatever there is to share', () => {
  it('everybody stands on one list, companies together, promises kept, loads one company apart', () => {
    fc.assert(
      fc.property(anyRows(40), anyCallers, (rows, callers) => {
        const shares = shareRows(rows, callers);
        const { able, companies, promisers, share } = judge(rows, callers);
        expect([...shares.keys()]).toEqual(able.map(({ id }) => id));
        if (able.length === 0) return;
        const withWhom = new Map(
          [...shares].flatMap(([id, own]) => own.map(({ uid }) => [uid, id] as const)),
        );
        expect([...withWhom.keys()].toSorted()).toEqual(rows.map(({ uid }) => uid));
        for (const own of shares.values())
          expect(own).toEqual(own.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)));
        for (const company of companies) {
          const ids = new Set(company.map(({ uid }) => withWhom.get(uid)));
          expect(ids.size).toBe(1);
          if (promisers(company).length > 0) expect(promisers(company)).toContain([...ids][0]);
        }
        const over = able.map(caller => (shares.get(caller.id) ?? []).length - share(caller));
        const least = Math.min(...over);
        for (const [i, caller] of able.entries()) {
          const movable = companies.filter(
            own => promisers(own).length === 0 && withWhom.get(own[0]?.uid ?? '') === caller.id,
          );
          if (movable.length === 0) continue;
          const smallest = Math.min(...movable.map(own => own.length));
          expect((over[i] ?? 0) - least).toBeLessThanOrEqual(smallest + 1e-9);
        }
      }),
      counted(4000),
    );
  });

  it('of all ways to share, none keeps loads closer by more than one company', () => {
    fc.assert(
      fc.property(anyRows(9), anyCallers, (rows, callers) => {
        const { able, companies, promisers, share } = judge(rows, callers);
        if (able.length === 0 || companies.length > 7) return;
        const apart = (loads: ReadonlyMap<number | null, number>) => {
          const over = able.map(caller => (loads.get(caller.id) ?? 0) - share(caller));
          return Math.max(...over) - Math.min(...over);
        };
        const ways = (left: typeof companies, loads: ReadonlyMap<number | null, number>): number => {
          const [company, ...others] = left;
          if (!company) return apart(loads);
          const [promiser] = promisers(company);
          const ids = promiser === undefined ? able.map(({ id }) => id) : [promiser];
          return Math.min(
            ...ids.map(id => ways(others, new Map(loads).set(id, (loads.get(id) ?? 0) + company.length))),
          );
        };
        const found = new Map([...shareRows(rows, callers)].map(([id, own]) => [id, own.length]));
        const largest = Math.max(0, ...companies.map(own => own.length));
        expect(apart(found)).toBeLessThanOrEqual(ways(companies, new Map()) + largest + 1e-9);
      }),
      counted(2000),
    );
  });

  it('whose loads are level as they are held stay with who holds them', () => {
    const level = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.constantFrom('A', 'B', 'C')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(level, held => {
        const rows = held.map(([ownerId, company], i) =>
          row(`${i}`, { ownerId, companyKey: `${company}${ownerId}` }),
        );
        const [one, other] = [1, 2].map(id => rows.filter(({ ownerId }) => ownerId === id).length);
        if (Math.abs((one ?? 0) - (other ?? 0)) > 1) return;
        for (const [id, own] of shareRows(rows, two))
          expect(own.every(({ ownerId }) => ownerId === id)).toBe(true);
      }),
      counted(2000),
    );
  });
});
