import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const KNOWN = { companyName: '架空商事株式会社', name: '山本 太郎', email: 't.yamamoto@kakuu.example' };
const TYPED = [
  { name: '山本 太郎', email: 'T.Yamamoto@kakuu.example', phone: '090-0000-1001' },
  { companyName: '架空物産株式会社', name: '佐藤 花子', email: 'h.sato@kakuu.example' },
  { companyName: '架空物産株式会社', name: '佐藤 花子', email: 'h.sato@kakuu.example', title: '部長' },
  { companyName: '会社だけ株式会社' },
];

describe('several cards typed by hand', () => {
  it('say beforehand what becomes of each, and then become just that, as one operation', async () => {
    const known = await t.client.leads.create(KNOWN);
    const checked = await t.client.leads.check({ cards: TYPED });
    expect(checked.map(({ outcome, sameAs, people }) => [outcome, sameAs, people.map(p => p.uid)])).toEqual([
      ['filled', null, [known.uid]],
      ['new', null, []],
      ['filled', 1, []],
      ['new', null, []],
    ]);
    expect((await t.client.leads.list({})).total).toBe(1);

    const about = { channel: 'referral' as const, eventName: '架空の会', acquiredOn: '2026-11-10' as never };
    const done = await t.client.leads.createMany({ cards: TYPED, about });
    expect(done.rows.map(row => row.outcome)).toEqual(checked.map(row => row.outcome));
    expect(done.rows[0]?.uid).toBe(known.uid);
    expect(done.rows[1]?.uid).toBe(done.rows[2]?.uid);
    const sato = await t.client.leads.get({ uid: done.rows[1]?.uid ?? '' });
    expect(sato).toMatchObject({
      title: '部長',
      channel: 'referral',
      eventName: '架空の会',
      acquiredOn: '2026-11-10',
    });
    expect((await t.client.leads.list({})).total).toBe(3);
    expect((await t.client.leads.get({ uid: known.uid })).phone).toBe('090-0000-1001');

    await t.client.history.undo({ operationUid: done.operationUid });
    expect((await t.client.leads.list({})).rows.map(row => [row.name, row.phone])).toEqual([
      ['山本 太郎', ''],
    ]);
  });

  it('are all refused when one has neither a company nor a name', async () => {
    const cards = [...TYPED, { email: 'nobody@kakuu.example' }];
    expect((await t.client.leads.check({ cards })).at(-1)).toMatchObject({
      outcome: 'setAside',
      reason: { code: 'noNameNoCompany' },
    });
    await expect(t.client.leads.createMany({ cards })).rejects.toMatchObject({ code: 'LEAD_NEEDS_NAME' });
    expect((await t.client.leads.list({})).total).toBe(0);
  });

  it('name whom somebody of another name under the same address looks like', async () => {
    const known = await t.client.leads.create(KNOWN);
    const cards = [{ name: '鈴木 一郎', email: KNOWN.email }];
    expect(await t.client.leads.check({ cards })).toMatchObject([
      { outcome: 'asked', people: [{ uid: known.uid, name: '山本 太郎', inTrash: false }] },
    ]);
  });

  it('name the person who lies in the trash', async () => {
    const known = await t.client.leads.create(KNOWN);
    await t.client.leads.trash({ uids: [known.uid] });
    expect(await t.client.leads.check({ cards: [KNOWN] })).toMatchObject([
      { outcome: 'asked', reason: { code: 'inTrash' }, people: [{ uid: known.uid, inTrash: true }] },
    ]);
  });
});
