import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listCalls, listEverybody, listOut } from '#electron/backend/calls/candidates.repo.ts';
import { known, outOf, selectLeads } from '#electron/backend/calls/select.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import { addDays, day, instantAt } from '#shared/domain/base/days.ts';
import { defaultCalendar as cal } from '#shared/domain/calendar/calendar.ts';
import { defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { EXCLUSIONS, selectForList, weeklyRule } from '#shared/domain/calls/selection.ts';
import { STOPS } from '#shared/domain/journey/stops.ts';
import { BANDS } from '#shared/domain/scoring/band.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { leadRow } from '#test/helpers/make-lead.ts';
import { counted } from '#test/helpers/runs.ts';

const on = day('2026-11-25');
const lastOn = day('2026-11-27');
const COMPANIES = 6;
/** A cycle that is soon used up. */
const SHORT = { attempts: 2, businessDays: 30 };

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write(null, async tx => {
    await tx.insert(
      'companies',
      Array.from({ length: COMPANIES }, (_, i) => company(ctx.newId(), i)),
    );
    await tx.insert(
      'members',
      ['佐藤', '鈴木', '高橋'].map(name => ({ uid: ctx.newId(), name, roles: '["inside"]', active: 1 })),
    );
    await tx.insert('call_lists', [listOf(ctx.newId(), 1), listOf(ctx.newId(), 2)]);
  });
});
afterEach(async () => await t.stop());

const company = (uid: string, i: number): RowOf<'companies'> => ({
  uid,
  name: `会社${i}`,
  name_kana: ['ア', 'ｲ', 'う'][i % 3] ?? '',
  strict_key: `会社${i}`,
  loose_key: `会社${i}`,
  domain: null,
  phone_key: null,
  address_key: null,
  kind: i === 0 ? 'customer' : 'prospect',
  industry: null,
  employees_min: null,
  employees_max: null,
  corporate_number: null,
  capital_min: null,
  capital_max: null,
  sales_min: null,
  sales_max: null,
  created_at: instantAt(on, 0),
  updated_at: instantAt(on, 0),
});

/** Two lists of the week, made in `beforeEach`. */
const listOf = (uid: string, serial: number): RowOf<'call_lists'> => ({
  uid,
  serial,
  kind: 'weekly',
  import_id: null,
  week_on: day('2026-11-23'),
  rule: '{}',
  rules_n: 0,
  excluded: '{}',
  created_at: instantAt(on, 0),
  printed_at: null,
  batch_uid: uid,
  caller_id: serial,
  settings_n: null,
  elsewhere: '{}',
  listed_on: '{}',
  typed_back_at: null,
  page_rows: null,
});
const rowOf = (uid: string, place: number, leadId: number | null): RowOf<'call_list_rows'> => ({
  uid,
  list_id: place + 1,
  caller_id: place + 1,
  position: 1,
  lead_id: leadId,
  snapshot: '{}',
});

const seldom = fc.nat({ max: 9 }).map(n => n === 0);
const member = fc.constantFrom(null, 1, 2, 3);
const anyCall = fc.record({
  outcome: fc.constantFrom(...CALL_RESULTS),
  member,
  occurredOn: fc.integer({ min: -45, max: 0 }).map(n => addDays(on, n)),
});
type AnyCall = typeof anyCall extends fc.Arbitrary<infer T> ? T : never;
const anyLead = fc.record({
  company_id: fc.option(fc.integer({ min: 1, max: COMPANIES }), { nil: null }),
  owner_id: member,
  phone: seldom.map(is => (is ? '' : '03-0000-0001')),
  do_not_call: seldom.map(is => (is ? 1 : 0)),
  stage: fc.constantFrom('open', 'open', 'open', 'open', 'converted', 'closed'),
  isTrashed: seldom,
  band: fc.constantFrom(...BANDS),
  // Some values often, so that many have as many points as the last one that fits.
  total: fc.oneof(fc.constantFrom(40, 50), fc.nat({ max: 100 })),
  stop: fc.constantFrom(null, ...STOPS),
  next_kind: fc.constantFrom('none', 'call', 'callback', 'retryCall', 'stepMail', 'nurture', 'firstContact'),
  next_on: fc.integer({ min: -5, max: 4 }).map(n => addDays(on, n)),
  minute: fc.option(fc.integer({ min: 540, max: 1080 }), { nil: null }),
  // Hardly anybody was called often, as it is.
  // On the older or the newer list of the week.
  place: fc.constantFrom(null, null, null, null, 0, 1),
  calls: fc.oneof(
    { arbitrary: fc.constant<AnyCall[]>([]), weight: 17 },
    { arbitrary: fc.array(anyCall, { minLength: 3, maxLength: 7 }), weight: 3 },
  ),
});
type AnyLead = typeof anyLead extends fc.Arbitrary<infer T> ? T : never;

const stored = (uid: string, lead: AnyLead): RowOf<'leads'> => {
  const { calls: _calls, place: _place, isTrashed, minute, next_on, ...fields } = lead;
  const isNone = fields.next_kind === 'none';
  return {
    ...leadRow(uid, {}, instantAt(on, 0)),
    ...fields,
    do_not_call: fields.do_not_call === 1 ? 1 : 0,
    trashed_at: isTrashed ? instantAt(on, 0) : null,
    next_on: isNone ? null : next_on,
    next_at: isNone || minute === null ? null : instantAt(next_on, minute),
    next_reason: isNone ? 'new' : null,
  };
};

async function fill(leads: readonly AnyLead[]): Promise<void> {
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write(null, async tx => {
    await tx.db.deleteFrom('events').execute();
    await tx.db.deleteFrom('call_list_rows').execute();
    await tx.db.deleteFrom('leads').execute();
    const ids = await tx.insert(
      'leads',
      leads.map(lead => stored(ctx.newId(), lead)),
    );
    await tx.insert(
      'call_list_rows',
      leads.flatMap(({ place }, i) => (place === null ? [] : [rowOf(ctx.newId(), place, ids[i] ?? null)])),
    );
    await tx.bulk.insert(
      'events',
      leads.flatMap((lead, i) =>
        lead.calls.map(call => ({
          uid: ctx.newId(),
          kind: 'call',
          lead_id: ids[i] ?? null,
          member_id: call.member,
          occurred_on: call.occurredOn,
          occurred_at: null,
          recorded_at: tx.at,
          source: 'user',
          dedupe_key: ctx.newId(),
          data: JSON.stringify({ outcome: call.outcome }),
          operation_id: null,
          retracted_by_id: null,
        })),
      ),
    );
  });
}

it('finds the same lists in any store as the rule that is asked about every lead', async () => {
  const terms = fc.record({
    maxRows: fc.integer({ min: 1, max: 8 }),
    fillTo: fc.constantFrom(0, 3, 8),
    bands: fc.constantFrom([...BANDS], ['hot' as const, 'mid' as const], ['mid' as const]),
    limits: fc.constantFrom(defaultCallRules.limits, { hot: SHORT, mid: SHORT, low: SHORT }),
    rooms: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyLead, { maxLength: 60, size: 'max' }), terms, async (leads, given) => {
      await fill(leads);
      const { read } = await t.backend.contextFor(undefined);
      const asked = {
        rule: { ...weeklyRule, bands: given.bands, fillTo: given.fillTo, maxRows: given.maxRows },
        limits: given.limits,
        callers: given.rooms.map((room, i) => ({ id: i + 1, room })),
        lastOn,
        cal,
        on,
      };
      const among = { importId: null };
      const rows = await listEverybody(read, among);
      const calls = await listCalls(
        read,
        day('2000-01-01'),
        rows.map(row => row.id),
      );
      const everybody = await known(read, asked, { calls, out: await outOf(read, asked) }, rows);
      const whole = selectForList(everybody, asked);
      const found = await selectLeads(read, among, asked);
      expect(found.lists).toEqual(whole.lists);
      expect(found.excluded).toEqual(whole.excluded);
      const rowsOut = new Set((await listOut(read, day('2026-11-23'))).map(row => row.leadId));
      const twice = found.lists.flatMap(list =>
        list.rows.filter(row => rowsOut.has(found.idOf.get(row.uid) ?? 0)),
      );
      expect(twice).toEqual([]);
      expect(Object.values(found.listedOn).reduce((sum, n) => sum + n, 0)).toBe(found.excluded.listed);
      const listed = whole.lists.flatMap(list => list.rows).length;
      expect(EXCLUSIONS.reduce((sum, code) => sum + found.excluded[code], listed)).toBe(leads.length);
      const elsewhere = Object.values(found.elsewhere).reduce((sum, n) => sum + n, 0);
      expect(elsewhere + listed + found.excluded.trashed).toBe(leads.length);
    }),
    counted(400),
  );
}, 120_000);
