import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tick } from '#electron/backend/tick.ts';
import { day } from '#shared/domain/base/days.ts';
import { defaultListSettings } from '#shared/domain/calls/list-settings.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  // Tuesday 2026-11-24, 10:00 in Tokyo; Monday was a holiday.
  t = await testBackend({ now: '2026-11-24T01:00:00Z' });
});
afterEach(async () => await t.stop());

/** Whoever the store was made by. */
const first = async (name: string) => {
  const uid = (await t.client.members.list({}))[0]?.uid;
  return (await t.client.members.save({ uid, name, roles: ['inside'] })).uid;
};
const member = async (name: string, roles: ('inside' | 'field')[] = ['inside']) =>
  (await t.client.members.save({ name, roles })).uid;
const people = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    name: `山本 ${String(i).padStart(2, '0')}`,
    company: `株式会社架空${i}`,
    phone: `03-0000-${String(1000 + i)}`,
    titleRank: 4,
  }));
const names = async (uid: string) => (await t.client.callLists.get({ uid })).items.map(row => row.name);

describe('the lists of a week', () => {
  it('are one per caller with a number of its own, shared evenly, and none for who is away or does not call', async () => {
    const [sato, suzuki, kato] = [await first('佐藤'), await member('鈴木'), await member('加藤')];
    await member('田中', ['field']);
    await t.client.calendar.save({
      changes: { leaves: [{ memberUid: kato, fromOn: day('2026-11-20'), toOn: day('2026-11-30') }] },
    });
    await makeLeads(t, people(7));
    const { batchUid, lists } = await t.client.callLists.generate({});
    expect(lists.map(list => [list.callerUid, list.number.split('-')[0], list.rows])).toEqual([
      [sato, '1', 4],
      [suzuki, '2', 3],
    ]);
    expect(new Set(lists.map(list => list.batchUid))).toEqual(new Set([batchUid]));
    const [one = [], other = []] = await Promise.all(lists.map(async list => await names(list.uid)));
    expect([...one, ...other].toSorted()).toEqual(people(7).map(person => person.name));
    const { items } = await t.client.callLists.get({ uid: lists[1]?.uid ?? '' });
    expect(items.map(row => row.position)).toEqual([1, 2, 3]);
  });

  it('take what each can do, and say where everybody else is', async () => {
    const sato = await first('佐藤');
    await member('鈴木');
    await t.client.calendar.save({
      changes: { leaves: [{ memberUid: sato, fromOn: day('2026-11-26'), toOn: day('2026-11-27') }] },
    });
    const plan = await t.client.callLists.plan({ perCaller: 4 });
    expect(plan).toMatchObject({ weekOn: '2026-11-23', lastOn: '2026-11-27', made: false });
    expect(plan.callers).toMatchObject([
      { name: '佐藤', days: 4, there: 2, room: 2, daily: 1 },
      { name: '鈴木', days: 4, there: 4, room: 4, daily: 1 },
    ]);
    await makeLeads(t, [...people(8), { name: '森 千尋', phone: '', email: 'mori@example.jp' }]);
    const { lists } = await t.client.callLists.generate({ perCaller: 4 });
    expect(lists.map(list => list.rows)).toEqual([2, 4]);
    expect(lists[0]?.excluded).toMatchObject({ overLimit: 2, noPhone: 1 });
    expect(lists[0]?.elsewhere).toEqual({ callList: 2, stepMail: 1 });
    expect(await t.client.callLists.plan({})).toMatchObject({ perCaller: 40, made: true });
  });

  it('follow what the team agreed on, and name the version', async () => {
    await makeLeads(t, [{ name: '低 一郎', email: 'low@example.jp' }, ...people(1)]);
    const { rule } = defaultListSettings;
    await t.client.callLists.saveSettings({
      settings: { rule: { ...rule, maxRows: 30, fillTo: 0 }, schedule: null },
    });
    const { uid, excluded } = await oneList(t);
    expect(await names(uid)).toEqual(['山本 00']);
    expect(excluded['lowRank']).toBe(1);
    const row = await (await t.backend.contextFor(undefined)).read
      .selectFrom('call_lists')
      .select(['settings_n', 'rule'])
      .executeTakeFirstOrThrow();
    expect({ ...row, rule: JSON.parse(row.rule) }).toMatchObject({ settings_n: 2, rule: { maxRows: 30 } });
    await t.client.history.undo({});
    await t.client.history.undo({});
    expect((await t.client.callLists.getSettings({})).settings).toEqual(defaultListSettings);
  });

  it('come out the same again from the same people, and the number of one taken back is never given again', async () => {
    await first('佐藤');
    await member('鈴木');
    await makeLeads(t, people(9));
    const made = await t.client.callLists.generate({});
    const shown = async (lists: typeof made.lists) =>
      await Promise.all(lists.map(async list => [list.callerName, await names(list.uid)]));
    const before = await shown(made.lists);
    await t.client.history.undo({});
    expect(await t.client.callLists.list({})).toEqual([]);
    const again = await t.client.callLists.generate({});
    expect(await shown(again.lists)).toEqual(before);
    expect(again.lists.map(list => list.number.split('-')[0])).toEqual(['3', '4']);
  });

  it('leave out whoever stands on another list of the week that is still out, and name it', async () => {
    const [sato, suzuki] = [await first('佐藤'), await member('鈴木')];
    const create = async (name: string, companyName: string, phone: string) =>
      await t.client.leads.create({ name, companyName, phone, title: '部長' });
    for (const { name, company, phone } of people(4)) await create(name, company, phone);
    const old = await t.client.callLists.generate({ perCaller: 1 });
    const held = (await Promise.all(old.lists.map(async list => await names(list.uid)))).flat();
    expect(held).toHaveLength(2);
    const { lists } = await t.client.callLists.generate({});
    const added = (await Promise.all(lists.map(async list => await names(list.uid)))).flat();
    expect([...held, ...added].toSorted()).toEqual(people(4).map(person => person.name));
    expect(lists[0]?.excluded).toMatchObject({ listed: 2, overLimit: 0 });
    expect(lists[0]?.elsewhere).toEqual({ listed: 2 });
    expect(lists[0]?.listedOn).toEqual(old.lists.map(({ number }) => ({ number, people: 1 })));
    const html = (await t.client.callLists.html({ uid: lists[0]?.uid ?? '' })).html;
    expect(html).toContain(`リスト${old.lists.map(list => list.number).join('・')}に掲載 2件`);
    await expect(t.client.callLists.generate({})).rejects.toMatchObject({
      code: 'LIST_EMPTY',
      data: { listed: 4 },
    });
    // A paper that is back gives free whoever was not called; a colleague of theirs goes to who calls the company.
    const mine = old.lists.find(list => list.callerUid === suzuki);
    await t.client.callLists.finish({ uid: mine?.uid ?? '', finished: true });
    await makeLeads(t, [{ name: '同僚 一郎', titleRank: 4, fields: { company_id: 1 } }]);
    const last = await t.client.callLists.generate({});
    const shown = await Promise.all(
      last.lists.map(async list => [list.callerUid, await names(list.uid)] as const),
    );
    expect(Object.fromEntries(shown)).toEqual({ [sato]: ['同僚 一郎'], [suzuki]: [held[1]] });
    expect((await t.client.callLists.generate({ weekOn: day('2026-11-30') })).lists[0]?.listedOn).toEqual([]);
  });

  it('stay what they were, except for people who may not be phoned any more', async () => {
    const [a = '', b = ''] = await makeLeads(t, people(3));
    const { uid } = await oneList(t);
    const { html } = await t.client.callLists.html({ uid });
    await t.client.leads.update({ uid: a, patch: { name: '改名 後', title: '課長' } });
    expect((await t.client.callLists.html({ uid })).html).toBe(html);
    await t.client.leads.update({ uid: b, patch: { doNotCall: true } });
    const printed = (await t.client.callLists.html({ uid })).html;
    expect(printed).not.toContain('山本 01');
    expect(printed).toContain('山本 00');
    expect(printed).toContain('山本 02');
    const { items } = await t.client.callLists.get({ uid });
    expect(items.map(row => row.barred)).toEqual([null, 'doNotCall', null]);
  });
});

describe('today', () => {
  it('shows my list of the week that is called, and what a day of it asks for', async () => {
    const sato = await first('佐藤');
    const suzuki = await member('鈴木');
    await makeLeads(t, people(14));
    await t.client.callLists.generate({});
    await t.client.callLists.generate({ weekOn: day('2026-11-30'), perCaller: 2 });
    const [mine, ...none] = (await t.client.callLists.week({})).lists;
    expect(none).toEqual([]);
    expect(mine).toMatchObject({ callerUid: sato, rows: 7, done: 0, doneToday: 0, goalToday: 2 });
    const { items } = await t.client.callLists.get({ uid: mine?.uid ?? '' });
    const call = async (i: number, occurredAt: string) =>
      await t.client.calls.record({
        leadUid: items[i]?.leadUid ?? '',
        listRowUid: items[i]?.uid,
        outcome: 'noAnswer',
        occurredAt,
      });
    await call(0, '2026-11-24T09:30:00+09:00');
    t.clock.set('2026-11-25T01:00:00Z');
    await call(1, '2026-11-25T09:30:00+09:00');
    const team = await t.client.callLists.week({ scope: 'team' });
    expect(team.weekOn).toBe('2026-11-23');
    expect(team.lists.map(list => [list.callerUid, list.done, list.doneToday])).toEqual([
      [sato, 2, 1],
      [suzuki, 0, 0],
    ]);
  });
});

describe('the schedule', () => {
  const schedule = { weekday: 1, minute: 510, week: 'this' as const };
  const run = async (now: string) => {
    t.clock.set(now);
    await tick(await t.backend.contextFor(undefined));
    return (await t.client.callLists.list({})).map(list => list.weekOn);
  };
  it('makes the lists once, at their time, and not again after they were taken back', async () => {
    await makeLeads(t, people(2));
    await t.client.callLists.saveSettings({ settings: { ...defaultListSettings, schedule } });
    expect(await run('2026-11-29T23:29:00Z')).toEqual([]);
    expect(await run('2026-11-29T23:30:00Z')).toEqual(['2026-11-30']);
    expect(await run('2026-12-01T01:00:00Z')).toEqual(['2026-11-30']);
    await t.client.history.undo({});
    expect(await run('2026-12-02T01:00:00Z')).toEqual([]);
    expect(await run('2026-12-07T01:00:00Z')).toEqual(['2026-12-07']);
  });
  it('leaves a week alone that has its lists, or nobody to call', async () => {
    await t.client.callLists.saveSettings({ settings: { ...defaultListSettings, schedule } });
    expect(await run('2026-11-30T01:00:00Z')).toEqual([]);
    await makeLeads(t, people(2));
    await oneList(t, { weekOn: day('2026-12-07') });
    expect(await run('2026-12-07T01:00:00Z')).toEqual(['2026-12-07']);
  });
});
