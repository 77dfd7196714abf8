import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  const path = join(t.dir, 'cards.csv');
  writeFileSync(
    path,
    [
      '会社名,氏名,役職,メール,電話,携帯,従業員数,名刺交換日',
      '株式会社架空製作所 大阪支店,山本 太郎,部長,yamamoto@seisaku.example.jp,03-0000-1001,090-0000-0001,100〜299名,2026/11/10',
      '㈱架空製作所,田中 次郎,課長,tanaka@seisaku.example.jp,03-0000-1001,090-0000-0002,,2026/11/12',
      '架空製作所株式会社,佐藤 花子,部長,sato@betsu.example.jp,03-0000-2001,090-0000-0003,,2026/11/12',
      '見本工業株式会社,田中 次郎,部長,j.tanaka@mihon.example.jp,03-0000-3001,090-0000-0002,,2026/11/18',
    ].join('\n'),
  );
  const end = await finished(
    await t.client.imports.run({ file: { path }, about: { owner: { kind: 'later' } } }),
  );
  expect(end).toMatchObject({ state: 'done' });
});
afterEach(async () => await t.stop());

const leadOf = async (search: string) => {
  const [row] = (await t.client.leads.list({ search })).rows;
  return await t.client.leads.get({ uid: row?.uid ?? '' });
};

it('shows the people, who was there once, branches, owners, deals and what happened', async () => {
  const suzuki = await t.client.members.save({ name: '鈴木', roles: ['field'] });
  const yamamoto = await leadOf('山本');
  await t.client.leads.update({ uid: yamamoto.uid, patch: { ownerUid: suzuki.uid } });
  await t.client.calls.record({
    leadUid: yamamoto.uid,
    outcome: 'appointment',
    nextAt: '2026-11-25T05:00:00Z',
  });
  const company = await t.client.companies.get({ uid: yamamoto.companyUid ?? '' });
  expect(company).toMatchObject({
    name: '株式会社架空製作所',
    kind: 'prospect',
    domain: 'seisaku.example.jp',
    people: 1,
    employees: { min: 100, max: 299 },
    corporateNumber: null,
    owners: [{ name: '鈴木', people: 1 }],
    branches: [{ name: '大阪支店', people: 1 }],
    deals: [{ leadUid: yamamoto.uid, name: '山本 太郎', ownerName: '鈴木' }],
    former: [{ name: '田中 次郎' }],
    similar: [{ name: '架空製作所株式会社', people: 1 }],
  });
  expect(company.leads.map(row => row.name)).toEqual(['山本 太郎']);
  expect(company.timeline.map(event => event.leadName)).toEqual(expect.arrayContaining(['山本 太郎']));
  const days = company.timeline.map(event => event.occurredOn);
  expect(days).toEqual(days.toSorted().toReversed());
});

it('is found by part of its name in any spelling, with how many people it has', async () => {
  const { rows, total } = await t.client.companies.list({ search: 'ｶｸｳ' });
  expect({ rows, total }).toEqual({ rows: [], total: 0 });
  const found = await t.client.companies.list({ search: '架空 製作所' });
  expect(found.rows.map(row => [row.name, row.people])).toEqual([
    ['架空製作所株式会社', 1],
    ['株式会社架空製作所', 1],
  ]);
  expect((await t.client.companies.list({ search: '100%' })).total).toBe(0);
  expect((await t.client.companies.list({ kind: 'customer' })).total).toBe(0);
});

it('is put right as people write sizes and amounts, scored anew, and taken back', async () => {
  const { companyUid } = await leadOf('山本');
  const uid = companyUid ?? '';
  const before = await t.client.companies.get({ uid });
  const { operationUid } = await t.client.companies.update({
    uid,
    patch: {
      kind: 'customer',
      employees: '300名以上',
      capital: '1億5,000万円',
      sales: '10〜20億円',
      corporateNumber: '7000-0120-5000-2',
      industry: '製造業',
    },
  });
  expect(await t.client.companies.get({ uid })).toMatchObject({
    kind: 'customer',
    employees: { min: 300, max: null },
    capital: { min: 15_000, max: 15_000 },
    sales: { min: 100_000, max: 200_000 },
    corporateNumber: '7000012050002',
    industry: 'E',
    leads: [{ name: '山本 太郎', companyKind: 'customer', nextKind: 'thanks' }],
  });
  await t.client.history.undo({ operationUid });
  // The timeline keeps what the app logged of the way there and back.
  const after = await t.client.companies.get({ uid });
  expect({ ...after, timeline: after.timeline.filter(event => event.source !== 'system') }).toEqual(before);
});

it.each([
  ['corporateNumber', '1234567890123'],
  ['employees', 'たくさん'],
  ['capital', '非公開'],
])('refuses what it cannot read: %s %s', async (field, text) => {
  const { companyUid } = await leadOf('山本');
  await expect(
    t.client.companies.update({ uid: companyUid ?? '', patch: { [field]: text } }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: field }] } });
});
