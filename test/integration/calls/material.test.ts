import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  // A Friday; Monday 23 is a holiday.
  t = await testBackend({ now: '2026-11-20T10:00:00+09:00' });
});
afterEach(async () => await t.stop());

const touch = async (leadUid: string, way: 'mail' | 'letter' | 'phone', direction: 'in' | 'out') =>
  await t.client.touches.record({ leadUid, way, direction, reached: false });

async function waiting(): Promise<string> {
  const [leadUid = ''] = await makeLeads(t, [{ name: '山本 太郎', phone: '03-0000-0010', titleRank: 4 }]);
  await t.client.calls.record({ leadUid, outcome: 'material' });
  expect(await t.client.leads.get({ uid: leadUid })).toMatchObject({
    nextKind: 'sendMaterial',
    nextOn: '2026-11-20',
  });
  return leadUid;
}

it.each(['mail', 'letter'] as const)(
  'a %s that goes out sets the call of three business days later',
  async way => {
    const uid = await waiting();
    const { operationUid } = await touch(uid, way, 'out');
    expect(await t.client.leads.get({ uid })).toMatchObject({ nextKind: 'retryCall', nextOn: '2026-11-26' });
    await t.client.history.undo({ operationUid });
    expect(await t.client.leads.get({ uid })).toMatchObject({
      nextKind: 'sendMaterial',
      nextOn: '2026-11-20',
    });
  },
);

it('neither a call nor what comes in counts as sent, and nobody else is moved', async () => {
  const uid = await waiting();
  await touch(uid, 'phone', 'out');
  expect(await t.client.leads.get({ uid })).toMatchObject({ nextKind: 'sendMaterial' });
  const [other = ''] = await makeLeads(t, [{ name: '鈴木 次郎', phone: '03-0000-0020', titleRank: 4 }]);
  const before = await t.client.leads.get({ uid: other });
  await touch(other, 'mail', 'out');
  const after = await t.client.leads.get({ uid: other });
  expect([after.nextKind, after.nextOn]).toEqual([before.nextKind, before.nextOn]);
});

it('what went out before material was asked for is not it', async () => {
  const uid = await waiting();
  await t.client.touches.record({
    leadUid: uid,
    way: 'letter',
    direction: 'out',
    reached: false,
    occurredAt: '2026-11-10T10:00:00+09:00',
  });
  expect(await t.client.leads.get({ uid })).toMatchObject({ nextKind: 'sendMaterial' });
});

it('the days are those the team agreed on', async () => {
  const { rules } = await t.client.callRules.get({});
  await t.client.callRules.save({ rules: { ...rules, next: { ...rules.next, material: 5 } } });
  const uid = await waiting();
  await touch(uid, 'mail', 'out');
  expect(await t.client.leads.get({ uid })).toMatchObject({ nextOn: '2026-11-30' });
});
