import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpStore } from '#test/helpers/dump.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { type LeadSeed, makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const A: LeadSeed = {
  name: '山本 太郎',
  email: 'yamamoto@kakuu.example',
  phone: '03-0000-1001',
  acquiredOn: '2026-05-11',
  fields: { memo: '春に会った', event_name: '展示会2026春', title: '課長', title_rank: 5 },
};
const B: LeadSeed = {
  name: '山本 太郎',
  email: 't.yamamoto@kakuu.example',
  phone: '090-0000-2002',
  acquiredOn: '2026-11-18',
  fields: { memo: '秋に会った', title: '部長', title_rank: 4, kana: 'ヤマモト タロウ' },
};
const pair = async (): Promise<[string, string]> => {
  const [a = '', b = ''] = await makeLeads(t, [A, B]);
  return [a, b];
};
const merge = async (survivorUid: string, otherUid: string) =>
  await t.client.leads.merge({ survivorUid, otherUid });
const names = async () => (await t.client.leads.list({})).rows.map(row => row.uid);

describe('a merge', () => {
  it('leaves one person with everything of both', async () => {
    const [a, b] = await pair();
    await t.client.events.record({ leadUid: b, kind: 'seminar.attended', occurredOn: '2026-11-19' });
    const { uid } = await merge(a, b);
    expect(uid).toBe(a);
    expect(await names()).toEqual([a]);
    const lead = await t.client.leads.get({ uid: a });
    // The newer card has the title and the first address and number; the first acquisition stays.
    expect(lead).toMatchObject({
      title: '部長',
      titleRank: 4,
      kana: 'ヤマモト タロウ',
      email: 't.yamamoto@kakuu.example',
      phone: '090-0000-2002',
      acquiredOn: '2026-05-11',
      eventName: '展示会2026春',
      memo: '春に会った\n[2026-11-18 展示会2026秋] 秋に会った',
    });
    expect(lead.contactPoints.map(point => point.value)).toEqual([
      '090-0000-2002',
      't.yamamoto@kakuu.example',
      '03-0000-1001',
      'yamamoto@kakuu.example',
    ]);
    expect(lead.timeline.map(event => event.kind).sort()).toEqual([
      'band.changed',
      'card.exchanged',
      'card.exchanged',
      'lead.merged',
      'moved.stepMail.callList',
      'seminar.attended',
    ]);
  });

  it('gives points that sum up and are explained: those of both histories under one cap', async () => {
    const [a, b] = await pair();
    const before = [await t.client.leads.explain({ uid: a }), await t.client.leads.explain({ uid: b })];
    // A title is worth 15 for a section head; the spring card has aged away to 0 (20 × 2^(−193/30)).
    expect(before.map(one => one.total)).toEqual([15, 49]);
    await merge(a, b);
    const after = await t.client.leads.explain({ uid: a });
    expect(after.rows.map(row => [row.rule, row.points])).toEqual([
      ['titleRank', 30],
      ['card.exchanged', 19],
    ]);
    expect(after).toMatchObject({ total: 49, band: 'mid' });
    expect((await t.client.leads.list({})).rows[0]).toMatchObject({ total: 49, band: 'mid' });
  });

  it('takes the side somebody chose for each field', async () => {
    const [a, b] = await pair();
    const fields = { title: 'survivor', phone: 'survivor', acquisition: 'other', kana: 'survivor' } as const;
    await t.client.leads.merge({ survivorUid: a, otherUid: b, fields });
    expect(await t.client.leads.get({ uid: a })).toMatchObject({
      title: '課長',
      phone: '03-0000-1001',
      email: 't.yamamoto@kakuu.example',
      acquiredOn: '2026-11-18',
      eventName: '展示会2026秋',
      kana: '',
    });
  });

  it('lets the uid of the merged person lead to the survivor for ever, over several merges', async () => {
    const [a, b] = await pair();
    const [c = ''] = await makeLeads(t, [{ ...A, name: '山本 太郎', phone: '', email: '' }]);
    await merge(b, c);
    await merge(a, b);
    t = await t.restart();
    for (const uid of [a, b, c]) expect((await t.client.leads.get({ uid })).uid).toBe(a);
    await t.client.calls.record({ leadUid: c, outcome: 'noAnswer' });
    expect((await t.client.leads.get({ uid: a })).timeline[0]?.kind).toBe('call');
    expect((await t.client.leads.list({ search: '山本' })).total).toBe(1);
  });

  it('refuses one person and people who are not there, and changes nothing', async () => {
    const [a, b] = await pair();
    await t.client.leads.trash({ uids: [b] });
    const before = dumpStore(t);
    await expect(merge(a, a)).rejects.toMatchObject({ code: 'MERGE_SAME_LEAD' });
    await expect(merge(a, b)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(merge('nobody', a)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(dumpStore(t)).toEqual(before);
  });

  it('keeps the stricter: no calls where one of them forbade calls, no mail where one opted out', async () => {
    const [a, b] = await pair();
    await t.client.leads.update({ uid: b, patch: { doNotCall: true } });
    await t.client.suppressions.add({ address: 'yamamoto@kakuu.example' });
    await merge(a, b);
    const lead = await t.client.leads.get({ uid: a });
    expect(lead).toMatchObject({ doNotCall: true, suppressed: true, nextKind: 'none' });
    const { enrolled, left } = await t.client.sequences.enroll({ sequenceKey: 'thanks', leadUids: [a] });
    expect([enrolled, left[0]?.reason.code]).toEqual([0, 'suppressed']);
  });

  it('keeps the promise of either person', async () => {
    const [a, b] = await pair();
    await t.client.calls.record({ leadUid: a, outcome: 'noAnswer' });
    await t.client.calls.record({
      leadUid: b,
      outcome: 'callback',
      nextAt: '2026-12-01T14:00:00+09:00',
      reached: true,
    });
    await merge(a, b);
    expect(await t.client.leads.get({ uid: a })).toMatchObject({
      nextKind: 'callback',
      nextOn: '2026-12-01',
    });
  });
});

describe('a merge taken back', () => {
  it('brings both people back exactly, also after a restart', async () => {
    const [a, b] = await pair();
    await t.client.events.record({ leadUid: b, kind: 'demo.requested' });
    await t.client.calls.record({ leadUid: a, outcome: 'noAnswer' });
    await t.client.suppressions.add({ address: 'elsewhere@kakuu.example' });
    const before = dumpStore(t);
    const { operationUid } = await merge(a, b);
    expect(dumpStore(t)).not.toEqual(before);
    t = await t.restart();
    expect(await t.client.history.undo({ operationUid })).toMatchObject({ kept: [] });
    expect(dumpStore(t)).toEqual(before);
    expect((await t.client.leads.list({ search: '山本 t.yamamoto' })).rows.map(row => row.uid)).toEqual([b]);
  });

  it('keeps what was edited since and lists it', async () => {
    const [a, b] = await pair();
    const { operationUid } = await merge(a, b);
    await t.client.leads.update({ uid: a, patch: { title: '本部長', memo: 'まとめたあとのメモ' } });
    await t.client.calls.record({
      leadUid: b,
      outcome: 'callback',
      nextAt: '2026-12-01T14:00:00+09:00',
      reached: true,
    });
    const undone = await t.client.history.undo({ operationUid });
    expect(undone.kept).toEqual([
      { table: 'leads', uid: a, fields: expect.arrayContaining(['memo', 'title', 'title_rank']) },
    ]);
    expect(await t.client.leads.get({ uid: a })).toMatchObject({
      title: '本部長',
      memo: 'まとめたあとのメモ',
      email: 'yamamoto@kakuu.example',
      nextKind: 'callback',
    });
    expect(await t.client.leads.get({ uid: b })).toMatchObject({
      uid: b,
      title: '部長',
      phone: '090-0000-2002',
    });
  });

  it('gives each their own in any order, when one was merged on', async () => {
    const [a, b] = await pair();
    const [c = ''] = await makeLeads(t, [{ ...A, email: 'third@kakuu.example', phone: '06-0000-3003' }]);
    const before = dumpStore(t);
    const first = await merge(b, c);
    const second = await merge(a, b);
    await t.client.history.undo({ operationUid: first.operationUid });
    expect((await t.client.leads.get({ uid: c })).contactPoints.map(point => point.value)).toEqual([
      '06-0000-3003',
      'third@kakuu.example',
    ]);
    expect((await t.client.leads.get({ uid: b })).uid).toBe(a);
    await t.client.history.undo({ operationUid: second.operationUid });
    const after = dumpStore(t);
    const order = (dump: typeof before) =>
      (dump['contact_points'] ?? [])
        .toSorted(
          (x, y) =>
            Number(x['lead_id']) - Number(y['lead_id']) || Number(x['position']) - Number(y['position']),
        )
        .map(point => [point['lead_id'], point['value']]);
    expect(order(after)).toEqual(order(before));
    expect(after['events']).toEqual(before['events']);
    expect((await names()).sort()).toEqual([a, b, c].sort());
  });
});
