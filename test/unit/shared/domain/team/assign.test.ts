import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import {
  type Assignable,
  ASSIGN_RULES,
  busyUntil,
  inTurn,
  leftOutReason,
  shareOut,
} from '#shared/domain/team/assign.ts';
import { counted } from '#test/helpers/runs.ts';

const alone = (count: number): Assignable[] =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, companyId: null }));
const sizes = (share: ReadonlyMap<number, number>, takers: readonly number[]): number[] =>
  takers.map(taker => [...share.values()].filter(to => to === taker).length);

describe('who gets whom', () => {
  it('10 leads, 3 people, one away: 5, 5 and 0', () => {
    const today = day('2026-11-20');
    const cal = { ...defaultCalendar, leaves: [{ memberUid: 'c', fromOn: today, toOn: today }] };
    const team = ['a', 'b', 'c'].map((uid, i) => ({ uid, id: i + 1, active: true, busy: 0 }));
    const takers = team.filter(member => leftOutReason(member, cal, today) === null);
    expect(sizes(shareOut(alone(10), takers, 'turns'), [1, 2, 3])).toEqual([5, 5, 0]);
    expect(team.map(member => leftOutReason(member, cal, day('2026-11-21')))).toEqual([null, null, null]);
    expect(leftOutReason({ uid: 'a', active: false }, cal, today)).toBe('inactive');
  });

  it('goes on after the one who got somebody last', () => {
    const team = ['a', 'b', 'c'].map(uid => ({ uid }));
    expect(inTurn(team, 'a').map(({ uid }) => uid)).toEqual(['b', 'c', 'a']);
    expect(inTurn(team, 'c').map(({ uid }) => uid)).toEqual(['a', 'b', 'c']);
    expect(inTurn(team, null).map(({ uid }) => uid)).toEqual(['a', 'b', 'c']);
  });

  it('fills up whoever has least to do, and stays with who has the company', () => {
    const takers = [
      { id: 1, busy: 4 },
      { id: 2, busy: 0 },
    ];
    expect(sizes(shareOut(alone(6), takers, 'leastBusy'), [1, 2])).toEqual([1, 5]);
    const people = [
      { id: 1, companyId: 7 },
      { id: 2, companyId: 7 },
      { id: 3, companyId: null },
    ];
    expect([...shareOut(people, takers, 'leastBusy', new Map([[7, 1]]))]).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    expect(shareOut(people, [], 'turns').size).toBe(0);
  });

  it('counts as soon what is due within five business days', () => {
    expect(busyUntil(defaultCalendar, day('2026-11-20'))).toBe('2026-11-30');
  });

  const people = fc
    .array(fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }), { maxLength: 60 })
    .map(companies => companies.map((companyId, i) => ({ id: i + 1, companyId })));
  const takers = fc
    .array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 })
    .map(busy => busy.map((n, i) => ({ id: i + 1, busy: n })));
  const holders = fc.dictionary(fc.integer({ min: 1, max: 8 }).map(String), fc.integer({ min: 1, max: 7 }));

  it('gives everybody to one taker, a company to one, and nobody more than a company too many', () => {
    fc.assert(
      fc.property(people, takers, fc.constantFrom(...ASSIGN_RULES), holders, (all, team, rule, held) => {
        const known = new Map(Object.entries(held).map(([company, id]) => [Number(company), id]));
        const share = shareOut(all, team, rule, known);
        expect([...share.keys()].sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
        const ids = new Set(team.map(({ id }) => id));
        const parted = Map.groupBy(
          all.filter(({ companyId }) => companyId !== null),
          ({ companyId }) => companyId ?? 0,
        );
        for (const [company, group] of parted) {
          const owners = new Set(group.map(({ id }) => share.get(id)));
          expect(owners.size).toBe(1);
          const holder = known.get(company) ?? 0;
          if (ids.has(holder)) expect([...owners]).toEqual([holder]);
        }
        for (const owner of share.values()) expect(ids.has(owner)).toBe(true);
        if (known.size > 0) return;
        const load = team.map(({ id, busy }) => (rule === 'leastBusy' ? busy : 0) + sizes(share, [id])[0]!);
        const got = team.map(({ id }, i) => (sizes(share, [id])[0]! > 0 ? load[i]! : 0));
        const biggest = Math.max(1, ...[...parted.values()].map(group => group.length));
        expect(Math.max(0, ...got) - Math.min(...load)).toBeLessThanOrEqual(biggest);
      }),
      counted(2000),
    );
  });
});
