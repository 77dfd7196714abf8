import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Assignment, type AssignResult, zAssignResult } from '#shared/contract/team.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { day } from '#shared/domain/base/days.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
let team: string[];
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  team = [];
  for (const name of ['佐藤', '鈴木', '高橋'])
    team.push((await t.client.members.save({ name, roles: ['inside'] })).uid);
});
afterEach(async () => await t.stop());

const away = async (memberUid = '') =>
  await t.client.calendar.save({
    changes: { leaves: [{ memberUid, fromOn: day('2026-11-20'), toOn: day('2026-11-27') }] },
  });

type Options = Partial<Omit<InputOf<'leads', 'assign'>, 'selection'>>;

/** Previews and does it; the preview must have told the truth, and the counts must add up. */
async function assign(options: Options = {}): Promise<AssignResult> {
  const input = { selection: { filter: {} }, memberUids: team, ...options };
  const foretold = await t.client.leads.assignPreview(input);
  const end = await finished(await t.client.leads.assign(input));
  expect(end.state).toBe('done');
  const result = zAssignResult.parse(end.result);
  expect(result).toEqual({ ...foretold, operationUid: result.operationUid });
  expect(result.assigned + result.owned + result.closed + result.nobody).toBe(result.selected);
  expect(result.shares.reduce((sum, { gets }) => sum + gets, 0)).toBe(result.assigned);
  for (const { memberUid, gets } of result.shares)
    expect((await t.client.leads.list({ owner: memberUid })).total).toBeGreaterThanOrEqual(gets);
  return result;
}

const owned = async (): Promise<number[]> =>
  await Promise.all([...team, 'none'].map(async owner => (await t.client.leads.list({ owner })).total));
const people = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `人 ${i}` }));

describe('assigning', () => {
  it('10 leads, 3 people, one away: 5, 5 and 0, with the reason, and back again', async () => {
    await makeLeads(t, people(10));
    await away(team[1]);
    const result = await assign();
    expect(result.leftOut).toEqual([{ memberUid: team[1], name: '鈴木', reason: 'away' }]);
    expect(await owned()).toEqual([5, 0, 5, 0]);
    await t.client.history.undo({ operationUid: result.operationUid });
    expect(await owned()).toEqual([0, 0, 0, 10]);
  });

  it('shows on the timeline who had a lead, by what and by whom, and nothing that was taken back', async () => {
    const [uid = ''] = await makeLeads(t, people(1));
    const shown = async () =>
      (await t.client.leads.get({ uid })).timeline
        .filter(({ kind }) => kind === 'owner.changed')
        .map(({ data, occurredOn }) => [data['from'], data['to'], data['operation'], occurredOn]);
    await assign({ memberUids: team.slice(0, 1) });
    t.clock.set('2026-11-24T01:00:00Z');
    await t.client.leads.update({ uid, patch: { ownerUid: team[1] ?? null } });
    const byHand = ['佐藤', '鈴木', 'leads.update', '2026-11-24'];
    const shared = [null, '佐藤', 'leads.assign', '2026-11-20'];
    expect(await shown()).toEqual([byHand, shared]);
    const to = team.slice(2);
    const { operationUid } = await t.client.members.handOver({
      uid: team[1] ?? '',
      leaving: true,
      fromOn: day('2026-11-24'),
      to: { deals: to, promises: to, leads: to, papers: to },
    });
    expect(await shown()).toEqual([['鈴木', '高橋', 'members.handOver', '2026-11-24'], byHand, shared]);
    await t.client.history.undo({ operationUid: operationUid ?? '' });
    expect(await shown()).toEqual([byHand, shared]);
  });

  it('goes on in turn, leaves out who is inactive, and leaves who has an owner', async () => {
    await makeLeads(t, people(1));
    await assign();
    expect(await owned()).toEqual([1, 0, 0, 0]);
    await makeLeads(t, people(1));
    await assign();
    expect(await owned()).toEqual([1, 1, 0, 0]);
    await t.client.members.save({ uid: team[2], name: '高橋', roles: ['inside'], active: false });
    await makeLeads(t, people(1));
    const third = await assign();
    expect(third).toMatchObject({ owned: 2, assigned: 1, leftOut: [{ reason: 'inactive' }] });
    expect(await owned()).toEqual([2, 1, 0, 0]);
    const again = await assign({ reassign: true });
    expect(again).toMatchObject({ owned: 0, assigned: 3 });
  });

  it('gives a company to one person, to the one who has it already', async () => {
    for (const [name, email] of [
      ['山本 太郎', 'yamamoto'],
      ['田中 次郎', 'tanaka'],
      ['小川 直樹', 'ogawa'],
    ])
      await t.client.leads.create({
        companyName: '株式会社架空電機',
        name,
        email: `${email}@kaku.example.co.jp`,
      });
    for (const [i, { uid }] of (await t.client.leads.list({})).rows.entries())
      await t.client.leads.update({ uid, patch: { ownerUid: i === 0 ? (team[2] ?? null) : null } });
    await makeLeads(t, people(2));
    await assign();
    expect(await owned()).toEqual([1, 1, 3, 0]);
  });

  it('fills up who has least to do within five business days', async () => {
    await makeLeads(
      t,
      people(4).map(one => ({ ...one, titleRank: 4 })),
    );
    await assign({ memberUids: team.slice(0, 1) });
    await makeLeads(t, people(4));
    const result = await assign({ rule: 'leastBusy' });
    expect(result.shares.map(({ busy, gets }) => `${busy}+${gets}`).sort()).toEqual(['0+2', '0+2', '4+0']);
  });

  it('does nothing while everybody is away, and refuses whom nobody knows', async () => {
    await makeLeads(t, people(2));
    await away(team[0]);
    expect(await assign({ memberUids: team.slice(0, 1) })).toMatchObject({ assigned: 0, nobody: 2 });
    await expect(
      t.client.leads.assignPreview({ selection: { filter: {} }, memberUids: ['x'] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('new hot leads without an owner', () => {
  const hot = async (uid = '') =>
    await t.client.events.record({ leadUid: uid, kind: 'quote.requested', occurredOn: day('2026-11-20') });
  const agree = async (changes: Partial<Assignment> = {}) =>
    await t.client.assignment.save({ auto: true, rule: 'turns', memberUids: team, ...changes });

  it('go to the next member in turn, each once, and to nobody while it is off', async () => {
    const [a, b, c, d] = await makeLeads(t, people(4));
    await hot(a);
    expect(await owned()).toEqual([0, 0, 0, 4]);
    const { operationUid } = await agree();
    await away(team[1]);
    for (const uid of [b, c]) await hot(uid);
    await hot(c);
    expect(await owned()).toEqual([1, 0, 1, 2]);
    await t.client.history.undo({ operationUid });
    expect((await t.client.assignment.get({})).auto).toBe(false);
    await hot(d);
    expect(await owned()).toEqual([1, 0, 1, 2]);
  });

  it('also those who come in hot, by an import or by hand, and none who has an owner', async () => {
    await agree({ memberUids: team.slice(2) });
    const [a] = await makeLeads(t, people(1));
    await t.client.leads.update({ uid: a ?? '', patch: { ownerUid: team[0] ?? null } });
    await hot(a);
    expect(await owned()).toEqual([1, 0, 0, 0]);
  });

  it('needs somebody to give to', async () => {
    await expect(agree({ memberUids: [] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
