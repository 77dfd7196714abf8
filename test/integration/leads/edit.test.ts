import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, finished, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
let uid = '';
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  const path = join(t.dir, 'fair.csv');
  writeFileSync(
    path,
    [
      '会社名,部署名,役職,氏名,e-mail,TEL会社,携帯電話,住所,タグ',
      '架空商事株式会社,営業部,課長,山本 太郎,t.yamamoto@kakuu.example,03-0000-1001,090-0000-1001,東京都千代田区1-1,見込み',
      '架空商事株式会社,総務部,,佐藤 花子,h.sato@kakuu.example,03-0000-1001,,,',
    ]
      .map(line => `${line}\r\n`)
      .join(''),
  );
  await finished(await t.client.imports.run({ file: { path } }));
  uid = (await t.client.leads.list({ search: '山本' })).rows[0]?.uid ?? '';
});
afterEach(async () => await t.stop());

const lead = async () => await t.client.leads.get({ uid });
const update = async (patch: Parameters<typeof t.client.leads.update>[0]['patch']) =>
  await t.client.leads.update({ uid, patch });
/** What somebody typed or a card said; rank, stop and timeline follow their own rules (a rank is left later than it is entered). */
const facts = async () => {
  const {
    band: _,
    coolsOn: _c,
    nextKind: _k,
    nextOn: _o,
    stop: _s,
    stopSinceOn: _f,
    timeline: _t,
    updatedAt: _u,
    ...rest
  } = await lead();
  return rest;
};
const undo = async (operationUid: string) => await t.client.history.undo({ operationUid });
const points = async () =>
  (await lead()).contactPoints.map(({ kind, value, ext }) => [kind, value, ext].filter(Boolean).join(' '));

describe('one lead', () => {
  it('is edited in every field, cleaned like a card, and comes back whole by undo', async () => {
    const before = await facts();
    const done = await update({
      companyName: '㈱架空　ホールディングス',
      name: '山本　次郎',
      kana: 'ヤマモト　ジロウ',
      branch: '大阪支店',
      department: 'マーケティング部',
      title: '執行役員 部長',
      postalCode: '１０００００１',
      address: '大阪府大阪市北区 2-2',
      url: ' https://kakuu.example/ ',
      memo: '来年度に再訪\n二行目',
      tags: ['見込み', ' 重要　顧客 ', '重要 顧客'],
      channel: 'referral',
      eventName: '紹介 ',
      acquiredOn: '2026-11-10',
      consentBasis: 'relationship',
      doNotCall: true,
    });
    expect(await lead()).toMatchObject({
      companyName: '㈱架空 ホールディングス',
      name: '山本 次郎',
      lastName: '山本',
      branch: '大阪支店',
      departmentFunction: 'marketing',
      titleRank: 2,
      postalCode: '100-0001',
      prefecture: '大阪府',
      address: '大阪府大阪市北区 2-2',
      url: 'https://kakuu.example/',
      memo: '来年度に再訪\n二行目',
      tags: ['見込み', '重要 顧客'].toSorted(),
      channel: 'referral',
      eventName: '紹介',
      acquiredOn: '2026-11-10',
      consentBasis: 'relationship',
      doNotCall: true,
    });
    expect((await t.client.leads.list({ search: 'ホールディングス 次郎' })).total).toBe(1);
    await undo(done.operationUid);
    expect(await facts()).toEqual(before);
    expect((await t.client.leads.list({ search: 'ホールディングス' })).total).toBe(0);
  });

  it('has several numbers and addresses, and the one that reaches the person is shown first', async () => {
    const { contactPoints } = await lead();
    expect(await points()).toEqual([
      'email t.yamamoto@kakuu.example',
      'main 03-0000-1001',
      'mobile 090-0000-1001',
    ]);
    const typed = contactPoints.map(({ uid: point, kind, value, ext }) => ({ uid: point, kind, value, ext }));
    const done = await update({
      points: [
        ...typed.filter(point => point.kind !== 'mobile'),
        { uid: null, kind: 'direct', value: '０３-0000-2002 内線 12' },
        { uid: null, kind: 'email', value: 'taro@home.example' },
        { uid: null, kind: 'main', value: '080-0000-3003' },
      ],
    });
    expect(await points()).toEqual([
      'email t.yamamoto@kakuu.example',
      'main 03-0000-1001',
      'direct 03-0000-2002 12',
      'email taro@home.example',
      'mobile 080-0000-3003',
    ]);
    expect(await lead()).toMatchObject({ phone: '03-0000-2002', email: 't.yamamoto@kakuu.example' });
    await undo(done.operationUid);
    expect(await points()).toEqual([
      'email t.yamamoto@kakuu.example',
      'main 03-0000-1001',
      'mobile 090-0000-1001',
    ]);
    expect((await lead()).phone).toBe('090-0000-1001');
  });

  it('takes one number typed anew or one more, and leaves the others alone', async () => {
    const mobile = (await lead()).contactPoints.find(point => point.kind === 'mobile');
    await Promise.all([
      update({ point: { uid: mobile?.uid ?? '', kind: 'mobile', value: '090-0000-7777' } }),
      update({ point: { uid: null, kind: 'direct', value: '03-0000-2002' } }),
    ]);
    expect(await points()).toEqual([
      'email t.yamamoto@kakuu.example',
      'main 03-0000-1001',
      'mobile 090-0000-7777',
      'direct 03-0000-2002',
    ]);
    await update({ point: { uid: mobile?.uid ?? '', kind: 'mobile', value: '' } });
    expect(await points()).not.toContain('mobile 090-0000-7777');
  });

  it.each([
    ['ADDRESS_INVALID', { points: [{ uid: null, kind: 'email' as const, value: 'not an address' }] }],
    ['PHONE_INVALID', { points: [{ uid: null, kind: 'direct' as const, value: 'ない' }] }],
    ['LEAD_NEEDS_NAME', { companyName: ' ', name: '　' }],
    ['NOT_FOUND', { ownerUid: 'nobody' }],
  ])('refuses with %s and changes nothing', async (code, patch) => {
    const before = await lead();
    await expect(update({ memo: '書きかけ', ...patch })).rejects.toMatchObject({ code });
    expect(await lead()).toEqual(before);
  });

  it('goes to the company of the name typed, and a correction leaves no second affiliation', async () => {
    const sato = async () =>
      await t.client.leads.get({ uid: (await t.client.leads.list({ search: '佐藤' })).rows[0]?.uid ?? '' });
    expect((await lead()).companyUid).toBe((await sato()).companyUid);
    const done = await update({ companyName: '別会社株式会社', title: '部長' });
    const moved = await lead();
    expect(moved.companyUid).not.toBe((await sato()).companyUid);
    expect(moved.affiliations).toMatchObject([{ companyName: '別会社株式会社', title: '部長' }]);
    await update({ companyName: '架空商事（株）' });
    expect((await lead()).companyUid).toBe((await sato()).companyUid);
    await undo(done.operationUid);
    expect((await sato()).companyName).toBe('架空商事株式会社');
  });

  it('changes 会社区分 for everybody of the company', async () => {
    const done = await update({ companyKind: 'customer' });
    const { rows } = await t.client.leads.list({});
    expect(rows.map(row => [row.companyKind, row.nextKind])).toEqual([
      ['customer', 'thanks'],
      ['customer', 'thanks'],
    ]);
    await undo(done.operationUid);
    expect((await lead()).companyKind).toBe('prospect');
  });

  it('shows the row of the file it came from', async () => {
    const [source] = await t.client.leads.sources({ uid });
    expect(source).toMatchObject({ fileName: 'fair.csv', line: 2 });
    expect(source?.cells.slice(0, 4)).toEqual([
      { header: '会社名', value: '架空商事株式会社' },
      { header: '部署名', value: '営業部' },
      { header: '役職', value: '課長' },
      { header: '氏名', value: '山本 太郎' },
    ]);
  });
});
