import published from '@holiday-jp/holiday_jp/lib/holidays.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day, instant } from '#shared/domain/base/days.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-12-21T01:00:00Z' }); // a Monday
});
afterEach(async () => await t.stop());

const at = (text: string) => instant(`${text}+09:00`);
const newYear = { fromOn: day('2026-12-29'), toOn: day('2027-01-03'), name: '', preset: 'newYear' as const };
const nextOf = async (uid = '') => {
  const { nextKind, nextOn } = await t.client.leads.get({ uid });
  return `${nextKind} ${nextOn}`;
};

/** A lead with this next action. */
const lead = (name: string, kind: string, on: string, time?: string) => ({
  name,
  fields: {
    next_kind: kind,
    next_on: day(on),
    next_at: time === undefined ? null : at(`${on}T${time}`),
    next_reason: null,
  },
});

describe('a saved calendar', () => {
  it('moves dates nobody was told about, names the promises, and is taken back whole', async () => {
    const [retry, callback, material, nurture, before] = await makeLeads(t, [
      lead('再架電', 'retryCall', '2026-12-29', '10:30'),
      lead('約束', 'callback', '2026-12-30', '14:00'),
      lead('送付', 'sendMaterial', '2026-12-31'),
      lead('育成', 'nurture', '2026-12-31'),
      lead('前日', 'retryCall', '2026-12-28'),
    ]);
    const changes = { companyDays: [newYear] };
    const foretold = await t.client.calendar.preview({ changes });
    expect(foretold).toMatchObject({ moved: 2, promises: 2 });
    expect(foretold.promised.map(({ name, on }) => `${name} ${on}`)).toEqual([
      '約束 2026-12-30',
      '送付 2026-12-31',
    ]);
    expect(await nextOf(retry)).toBe('retryCall 2026-12-29');

    const saved = await t.client.calendar.save({ changes });
    expect(saved).toMatchObject(foretold);
    expect(await Promise.all([retry, nurture, callback, material, before].map(nextOf))).toEqual([
      'retryCall 2027-01-04',
      'nurture 2027-01-04',
      'callback 2026-12-30',
      'sendMaterial 2026-12-31',
      'retryCall 2026-12-28',
    ]);
    const moved = await t.backend.keeper.store.read
      .selectFrom('leads')
      .select('next_at')
      .where('uid', '=', retry ?? '')
      .executeTakeFirst();
    expect(moved?.next_at).toBe(at('2027-01-04T10:30'));

    t = await t.restart();
    expect((await t.client.calendar.get({})).calendar.companyDays).toEqual([newYear]);
    await t.client.history.undo({ operationUid: saved.operationUid });
    expect((await t.client.calendar.get({})).calendar.companyDays).toEqual([]);
    expect(await Promise.all([retry, nurture].map(nextOf))).toEqual([
      'retryCall 2026-12-29',
      'nurture 2026-12-31',
    ]);
  });

  it('is what automatic next actions follow at once, and a day that opens moves nothing', async () => {
    await t.client.calendar.save({ changes: { companyDays: [newYear] } });
    t.clock.set('2026-12-28T01:00:00Z');
    const [uid] = await makeLeads(t, [{ name: 'ホット', fields: { next_kind: 'none' } }]);
    await t.client.events.record({
      leadUid: uid ?? '',
      kind: 'quote.requested',
      occurredOn: day('2026-12-28'),
    });
    expect(await nextOf(uid)).toBe('firstContact 2027-01-05');
    const opened = await t.client.calendar.save({ changes: { companyDays: [] } });
    expect(opened).toMatchObject({ moved: 0, promises: 0 });
    expect(await nextOf(uid)).toBe('firstContact 2027-01-05');
  });

  it('is taken back in order, and not across something agreed on since', async () => {
    const first = await t.client.calendar.save({ changes: { companyDays: [newYear] } });
    const second = await t.client.calendar.save({ changes: { closesAt: 1020 } });
    await expect(t.client.history.undo({ operationUid: first.operationUid })).rejects.toMatchObject({
      code: 'UNDO_NOT_POSSIBLE',
    });
    await t.client.history.undo({ operationUid: second.operationUid });
    await t.client.history.undo({ operationUid: first.operationUid });
    expect((await t.client.calendar.get({})).calendar).toMatchObject({ companyDays: [], closesAt: 1080 });
  });

  it('refuses what contradicts itself and writes nothing', async () => {
    const wrong = { companyDays: [newYear], workingDays: [day('2026-12-30')] };
    await expect(t.client.calendar.save({ changes: wrong })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: 'workingDays' }] },
    });
    await expect(t.client.calendar.preview({ changes: { closesAt: 60 } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect((await t.client.calendar.get({})).n).toBe(0);
  });

  it('moves thousands in one operation', async () => {
    const seeds = Array.from({ length: 3000 }, (_, i) => lead(`人 ${i}`, 'retryCall', '2026-12-29'));
    await makeLeads(t, seeds);
    const { moved, operationUid } = await t.client.calendar.save({ changes: { companyDays: [newYear] } });
    expect(moved).toBe(3000);
    expect((await t.client.leads.list({ dueTo: day('2027-01-03') })).total).toBe(0);
    await t.client.history.undo({ operationUid });
    expect((await t.client.leads.list({ dueTo: day('2026-12-29') })).total).toBe(3000);
  });
});

describe('the company calendar and the holiday file', () => {
  it('are read as they come, and only the file writes', async () => {
    const pasted = await t.client.calendar.paste({ text: '12/29(火)～1/4(月) 冬季休業\n総務部より' });
    expect(pasted.days).toEqual([
      { line: 1, kind: 'off', fromOn: '2026-12-29', toOn: '2027-01-04', name: '冬季休業' },
    ]);
    expect(pasted.notUnderstood).toEqual([{ line: 2, text: '総務部より', reason: 'noDay' }]);
    expect((await t.client.calendar.get({})).n).toBe(0);
  });

  it('replace the table for the years the file holds, whatever dates stood on a new holiday', async () => {
    const [uid] = await makeLeads(t, [lead('再架電', 'retryCall', '2027-07-23')]);
    const file = holidayFile(['2026', '2027'], { '2027-07-19': '2027-07-23' });
    const done = await t.client.calendar.importHolidays({ file });
    expect(done).toMatchObject({ years: [2026, 2027], incomplete: [], notUnderstood: [], moved: 1 });
    expect(done.changed).toEqual([
      { on: '2027-07-19', before: '海の日', after: null },
      { on: '2027-07-23', before: null, after: '海の日' },
    ]);
    expect(await nextOf(uid)).toBe('retryCall 2027-07-26');
    await t.client.history.undo({ operationUid: done.operationUid });
    expect(await nextOf(uid)).toBe('retryCall 2027-07-23');
    expect((await t.client.calendar.get({})).calendar.holidays).toEqual({});
  });

  it('are refused without a whole year', async () => {
    const path = join(t.dir, 'cards.csv');
    writeFileSync(path, cp932('会社名,氏名\r\n株式会社架空,山本\r\n'));
    await expect(t.client.calendar.importHolidays({ file: { path } })).rejects.toMatchObject({
      code: 'HOLIDAYS_NOT_FOUND',
    });
  });
});

/** syukujitsu.csv as the Cabinet Office writes it, from a second source, with some days moved. */
function holidayFile(years: readonly string[], moved: Readonly<Record<string, string>>): { path: string } {
  const rows = Object.entries(published as Record<string, { name: string }>)
    .filter(([on]) => years.includes(on.slice(0, 4)))
    .map(([on, { name }]) => {
      const shown = (moved[on] ?? on).replace(/-0?/g, '/');
      return `${shown},${/振替|国民の休日/.test(name) ? '休日' : name}`;
    });
  const path = join(t.dir, 'syukujitsu.csv');
  writeFileSync(path, cp932(['国民の祝日・休日月日,国民の祝日・休日名称', ...rows, ''].join('\r\n')));
  return { path };
}
