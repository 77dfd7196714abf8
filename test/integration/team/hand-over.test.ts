import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowOf } from '#electron/backend/db/access.ts';
import { tick } from '#electron/backend/tick.ts';
import { dayOf, day } from '#shared/domain/base/days.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { counted } from '#test/helpers/runs.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const member = async (name: string) => (await t.client.members.save({ name, roles: ['inside'] })).uid;
const to = (...uids: string[]) => ({ deals: uids, promises: uids, leads: uids, papers: uids });
const today = () => dayOf(t.clock.now());
const store = () => t.backend.keeper.store.read;
const owners = async (): Promise<Map<string, string | null>> => {
  const rows = await store()
    .selectFrom('leads')
    .leftJoin('members', 'members.id', 'leads.owner_id')
    .select(['leads.uid', 'members.uid as owner'])
    .execute();
  return new Map(rows.map(row => [row.uid, row.owner]));
};
const callers = async (): Promise<(string | null)[]> =>
  (
    await store()
      .selectFrom('call_list_rows')
      .leftJoin('members', 'members.id', 'call_list_rows.caller_id')
      .select('members.uid as caller')
      .orderBy('call_list_rows.id')
      .execute()
  ).map(row => row.caller);

const anyLead = fc.record({
  owner: fc.integer({ min: 0, max: 3 }),
  stage: fc.constantFrom('open', 'open', 'open', 'converted', 'closed'),
  next: fc.constantFrom('call', 'callback', 'retryCall', 'sendMaterial', 'nurture'),
  company: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  trashed: fc.boolean(),
});
type AnyLead = typeof anyLead extends fc.Arbitrary<infer T> ? T : never;

/** Any store: people of any stage and next action, of four members and of nobody. */
async function fill(leads: readonly AnyLead[], team: readonly string[]): Promise<void> {
  const members = await store().selectFrom('members').select(['id', 'uid']).execute();
  const idOf = (uid: string | undefined) => members.find(row => row.uid === uid)?.id ?? null;
  const ctx = await t.backend.contextFor(undefined);
  const companies = await ctx.write(null, async tx => {
    const at = ctx.now();
    return await tx.insert(
      'companies',
      [0, 1, 2, 3].map(
        (n): RowOf<'companies'> => ({
          uid: ctx.newId(),
          name: `株式会社架空${n}`,
          name_kana: '',
          strict_key: `架空${n}`,
          loose_key: `架空${n}`,
          domain: null,
          phone_key: null,
          address_key: null,
          kind: 'prospect',
          industry: null,
          employees_min: null,
          employees_max: null,
          corporate_number: null,
          capital_min: null,
          capital_max: null,
          sales_min: null,
          sales_max: null,
          created_at: at,
          updated_at: at,
        }),
      ),
    );
  });
  await makeLeads(
    t,
    leads.map(({ owner, stage, next, company, trashed }, i) => ({
      name: `人 ${i}`,
      fields: {
        owner_id: idOf(team[owner]),
        stage,
        next_kind: stage === 'closed' ? 'none' : next,
        next_on: stage === 'closed' ? null : day('2026-11-24'),
        next_reason: stage === 'closed' ? 'notTarget' : null,
        company_id: company === null ? null : (companies[company] ?? null),
        trashed_at: trashed ? ctx.now() : null,
      },
    })),
  );
}

describe('handing over everything', () => {
  it('leaves nothing open with who goes, moves nothing of others, and is taken back whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLead, { maxLength: 25 }), fc.boolean(), async (leads, spread) => {
        const team = [await member('佐藤'), await member('鈴木'), await member('高橋')];
        const [leaver = '', suzuki = '', takahashi = ''] = team;
        await fill(leads, team);
        const before = await owners();
        const stages = new Map(
          (await store().selectFrom('leads').select(['uid', 'stage']).execute()).map(r => [r.uid, r.stage]),
        );
        const { held } = await t.client.members.holdings({ uid: leaver });
        const takers = spread ? [suzuki, takahashi] : [takahashi];
        const done = await t.client.members.handOver({
          uid: leaver,
          leaving: true,
          fromOn: today(),
          to: to(...takers),
        });
        expect(done.held).toEqual(held);
        const after = await owners();
        let moved = 0;
        for (const [uid, owner] of before) {
          const goes = owner === leaver && stages.get(uid) !== 'closed';
          if (goes) expect(takers).toContain(after.get(uid));
          else expect(after.get(uid)).toBe(owner);
          if (goes) moved++;
        }
        expect(held.deals + held.promises + held.leads).toBe(moved);
        expect((await t.client.members.holdings({ uid: leaver })).held).toEqual({
          deals: 0,
          promises: 0,
          leads: 0,
          papers: 0,
        });
        await t.client.history.undo({ operationUid: done.operationUid ?? '' });
        expect(await owners()).toEqual(before);
        expect((await t.client.members.holdings({ uid: leaver })).member.active).toBe(true);
      }),
      counted(200),
    );
  });

  it('moves the rows of paper not returned, keeps results and names, and the sequences go along', async () => {
    const [sato, suzuki] = [await member('佐藤'), await member('鈴木')];
    const uids = await makeLeads(t, [
      { name: '一 郎', titleRank: 4, email: 'a@x.example.jp' },
      { name: '二 郎', titleRank: 4, company: '株式会社乙' },
    ]);
    for (const uid of uids) await t.client.leads.update({ uid, patch: { ownerUid: sato } });
    const ctx = await t.backend.contextFor(sato);
    const { lists } = await t.client.callLists.generate({});
    const listed = async () =>
      (await Promise.all(lists.map(async ({ uid }) => await t.client.callLists.get({ uid })))).flatMap(
        list => list.items,
      );
    await ctx.write(null, async tx => {
      const rows = await tx.read.selectFrom('call_list_rows').select('id').execute();
      await tx.updateMany(
        'call_list_rows',
        rows.map(row => ({ id: row.id, caller_id: ctx.member?.id ?? null })),
      );
    });
    const [first] = await listed();
    await t.client.calls.record({
      leadUid: first?.leadUid ?? '',
      listRowUid: first?.uid,
      outcome: 'noAnswer',
    });
    await t.client.sequences.enroll({ sequenceKey: 'thanks', leadUids: [uids[0] ?? ''] });
    const found = await t.client.members.holdings({ uid: sato });
    expect(found).toMatchObject({ held: { leads: 2, papers: 1 }, sequences: 1 });
    await t.client.members.handOver({ uid: sato, leaving: true, fromOn: today(), to: to(suzuki) });
    expect(new Set(await callers())).toEqual(new Set([sato, suzuki]));
    const names = (await listed()).map(row => row.callerName);
    expect(new Set(names)).toEqual(new Set(['佐藤', '鈴木']));
    expect((await t.client.members.holdings({ uid: suzuki })).sequences).toBe(1);
  });

  it('waits for its day, is seen until then, and can be called off', async () => {
    const [sato, suzuki, takahashi] = [await member('佐藤'), await member('鈴木'), await member('高橋')];
    const [uid = ''] = await makeLeads(t, [{ name: '一 郎' }]);
    await t.client.leads.update({ uid, patch: { ownerUid: sato } });
    const plan = { leaving: true, fromOn: day('2026-12-01'), to: to(suzuki, takahashi) };
    expect(await t.client.members.handOver({ uid: sato, ...plan })).toMatchObject({
      operationUid: null,
      planned: plan,
    });
    await t.client.members.cancelHandOver({ uid: sato });
    expect((await t.client.members.holdings({ uid: sato })).planned).toBeNull();
    await expect(t.client.members.cancelHandOver({ uid: sato })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await t.client.members.handOver({ uid: sato, ...plan });
    await t.client.members.save({ uid: suzuki, name: '鈴木', roles: [], active: false });
    t.clock.set('2026-11-30T01:00:00Z');
    await tick(await t.backend.contextFor(undefined));
    expect((await owners()).get(uid)).toBe(sato);
    t.clock.set('2026-12-03T01:00:00Z');
    await tick(await t.backend.contextFor(undefined));
    expect((await owners()).get(uid)).toBe(takahashi);
    const after = await t.client.members.holdings({ uid: sato });
    expect(after).toMatchObject({ member: { active: false }, planned: null });
  });

  it('gives nothing to who is not there, nor to the one who goes', async () => {
    const [sato, suzuki] = [await member('佐藤'), await member('鈴木')];
    await t.client.members.save({ uid: suzuki, name: '鈴木', roles: [], active: false });
    for (const receiver of [sato, suzuki])
      await expect(
        t.client.members.handOver({ uid: sato, leaving: false, fromOn: today(), to: to(receiver) }),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
