import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar as cal } from '#shared/domain/calendar/calendar.ts';
import { defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import {
  type Candidate,
  EXCLUSIONS,
  lastDayOfWeek,
  selectForList,
  weeklyRule,
  zListRule,
} from '#shared/domain/calls/selection.ts';
import { BANDS } from '#shared/domain/scoring/band.ts';
import { counted } from '#test/helpers/runs.ts';

const WEEK = day('2026-11-24'); // Tuesday of the week that ends on Friday 27
const lead = (uid: string, more: Partial<Candidate> = {}): Candidate => ({
  uid,
  companyKey: uid,
  companyKana: uid,
  companyKind: 'prospect',
  phone: true,
  doNotCall: false,
  closed: false,
  trashed: false,
  ownerId: null,
  boundTo: null,
  band: 'mid',
  total: 50,
  attempts: 0,
  promise: null,
  nextOn: null,
  listed: false,
  ...more,
});
/** One caller who can do what the rule says. */
function select(candidates: Candidate[], rule = weeklyRule) {
  const { lists, excluded } = selectForList(candidates, {
    rule,
    limits: defaultCallRules.limits,
    lastOn: lastDayOfWeek(cal, WEEK),
    callers: [{ id: null, room: rule.maxRows }],
  });
  expect(lists.length).toBeLessThanOrEqual(1);
  return { rows: lists[0]?.rows ?? [], excluded };
}
const uids = (candidates: Candidate[]) => select(candidates).rows.map(row => row.uid);

describe('order', () => {
  it('is promises by time, hot, score, company', () => {
    const found = uids([
      lead('kana2', { companyKana: 'ｲ工業' }),
      lead('kana1', { companyKana: 'あ商事' }),
      lead('score', { total: 60 }),
      lead('hot', { band: 'hot', total: 45 }),
      lead('sometime', { promise: { on: day('2026-11-25'), minute: null } }),
      lead('ten', { promise: { on: day('2026-11-25'), minute: 600 } }),
      lead('nine', { promise: { on: day('2026-11-25'), minute: 540 } }),
      lead('overdue', { promise: { on: day('2026-11-19'), minute: 900 } }),
    ]);
    expect(found).toEqual(['overdue', 'nine', 'ten', 'sometime', 'hot', 'score', 'kana1', 'kana2']);
  });
  it('keeps one company together and counts its rows', () => {
    const { rows } = select([
      lead('a', { total: 70, companyKey: 'X' }),
      lead('b', { total: 60 }),
      lead('c', { total: 50, companyKey: 'X' }),
      lead('d', { total: 65, companyKey: null }),
      lead('e', { total: 64, companyKey: null }),
    ]);
    expect(rows).toEqual([
      { no: 1, uid: 'a', inCompany: { index: 1, of: 2 } },
      { no: 2, uid: 'c', inCompany: { index: 2, of: 2 } },
      { no: 3, uid: 'd', inCompany: { index: 1, of: 1 } },
      { no: 4, uid: 'e', inCompany: { index: 1, of: 1 } },
      { no: 5, uid: 'b', inCompany: { index: 1, of: 1 } },
    ]);
  });
});

describe('exclusions', () => {
  const promise = { on: day('2026-11-26'), minute: 600 };
  it.each([
    ['trashed', { trashed: true, closed: true }],
    ['closed', { closed: true }],
    ['companyKind', { companyKind: 'customer', promise }],
    ['doNotCall', { doNotCall: true, promise }],
    ['noPhone', { phone: false, promise }],
    ['noPhone', { phone: false, listed: true }],
    ['listed', { listed: true, promise }],
    ['listed', { listed: true, attempts: 9 }],
    ['attemptsUsedUp', { attempts: 4 }],
    ['attemptsUsedUp', { attempts: 6, band: 'hot' as const }],
    ['attemptsUsedUp', { attempts: 2, band: 'low' as const }],
    ['notDue', { nextOn: day('2026-11-30') }],
    ['notDue', { promise: { on: day('2026-11-28'), minute: 600 } }],
  ])('%s for %j', (reason, more) => {
    const { rows, excluded } = select([lead('x', more)]);
    expect(rows).toEqual([]);
    expect(Object.entries(excluded).filter(([, n]) => n > 0)).toEqual([[reason, 1]]);
  });
  it.each([
    { nextOn: day('2026-11-27') },
    { nextOn: day('2026-11-27'), attempts: 3 },
    { attempts: 5, band: 'hot' as const },
    { attempts: 9, promise },
    { band: 'low' as const, promise },
  ])('not for %j', more => {
    expect(uids([lead('x', more)])).toEqual(['x']);
  });
  it('fills a short list from the lower ranks and cuts a long one', () => {
    const low = Array.from({ length: 15 }, (_, i) => lead(`low${i}`, { band: 'low', total: i }));
    const filled = select([lead('mid'), ...low]);
    expect(filled.rows.map(row => row.uid).slice(0, 3)).toEqual(['mid', 'low14', 'low13']);
    expect(filled.rows).toHaveLength(10);
    expect(filled.excluded.lowRank).toBe(6);
    const many = Array.from({ length: 45 }, (_, i) => lead(`m${i}`, { total: i }));
    expect(select([...many, ...low]).excluded).toMatchObject({ overLimit: 5, lowRank: 15 });
  });
  it('lasts until Friday, or until a working Saturday', () => {
    expect(lastDayOfWeek(cal, WEEK)).toBe('2026-11-27');
    expect(lastDayOfWeek({ ...cal, workingDays: [day('2026-11-28')] }, WEEK)).toBe('2026-11-28');
    // A week entirely off still ends on its Friday.
    const off = { fromOn: day('2026-12-28'), toOn: day('2026-12-31'), name: '', preset: null };
    expect(lastDayOfWeek({ ...cal, companyDays: [off] }, day('2026-12-28'))).toBe('2027-01-01');
  });
});

describe('any candidates', () => {
  const anyLead = fc.record({
    companyKey: fc.option(fc.constantFrom('A', 'B', 'C', 'D'), { nil: null }),
    companyKana: fc.constantFrom('アオバ', 'ミドリ', 'サクラ'),
    companyKind: fc.constantFrom('prospect', 'prospect', 'prospect', 'customer'),
    phone: fc.boolean(),
    doNotCall: fc.nat({ max: 9 }).map(n => n === 0),
    closed: fc.nat({ max: 9 }).map(n => n === 0),
    trashed: fc.nat({ max: 9 }).map(n => n === 0),
    band: fc.constantFrom(...BANDS),
    total: fc.nat({ max: 100 }),
    attempts: fc.nat({ max: 6 }),
    promise: fc.option(
      fc.record({
        on: fc.constantFrom(day('2026-11-25'), day('2026-12-01')),
        minute: fc.option(fc.nat(1439)),
      }),
      { nil: null },
    ),
    nextOn: fc.option(fc.constantFrom(day('2026-11-25'), day('2026-12-01')), { nil: null }),
    ownerId: fc.constantFrom(1, 2, null),
    boundTo: fc.constantFrom(1, 2, null),
    listed: fc.nat({ max: 9 }).map(n => n === 0),
  });
  it('are on the list or counted once, companies together, in any order of input', () => {
    const rule = { ...weeklyRule, maxRows: 12, fillTo: 5 };
    fc.assert(
      fc.property(fc.array(anyLead, { maxLength: 60 }), given => {
        const candidates = given.map((more, i) => ({ uid: `u${String(i).padStart(2, '0')}`, ...more }));
        const found = select(candidates, rule);
        const out = EXCLUSIONS.reduce((sum, code) => sum + found.excluded[code], 0);
        expect(found.rows.length + out).toBe(candidates.length);
        expect(found.rows.map(row => row.no)).toEqual(found.rows.map((_, i) => i + 1));
        expect(new Set(found.rows.map(row => row.uid)).size).toBe(found.rows.length);
        const companies = found.rows.map(
          row => candidates.find(c => c.uid === row.uid)?.companyKey ?? row.uid,
        );
        const runsOfOne = companies.filter((company, i) => company !== companies[i - 1]);
        expect(new Set(runsOfOne).size).toBe(runsOfOne.length);
        expect(select(candidates.toReversed(), rule)).toEqual(found);
      }),
      counted(4000),
    );
  });
  it('are asked for by a checked rule', () => {
    expect(zListRule.parse(weeklyRule)).toEqual(weeklyRule);
    expect(zListRule.safeParse({ ...weeklyRule, bands: [] }).success).toBe(false);
    const accepts = (change: object) => zListRule.safeParse({ ...weeklyRule, ...change }).success;
    expect([1, 200, 0, 201].map(maxRows => accepts({ maxRows }))).toEqual([true, true, false, false]);
    expect([0, 200, 201].map(fillTo => accepts({ fillTo }))).toEqual([true, true, false]);
  });
});
