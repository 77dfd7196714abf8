import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-08-05T01:00:00Z' });
});
afterEach(async () => await t.stop());

function file(name: string, lines: string[]): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return { path };
}

type RunInput = Partial<InputOf<'imports', 'run'>>;
async function run(given: { path: string }, input: RunInput = {}): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run({ ...input, file: given }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
const HEADER = 'あて先,窓口の方,連絡先1,区分';
const leads = async () => (await t.client.leads.list({ limit: 500 })).rows;

describe('a file read with choices', () => {
  const reading = {
    headerRow: 2,
    columns: { '0': 'company', '1': 'fullName', '2': 'phoneMain', '3': 'tags' },
  };
  const about = { channel: 'event', consentBasis: 'organiser', owner: { kind: 'later' } } as const;

  it('needs no touch the second time: header, columns and what was said about it hold again', async () => {
    const first = file('a.csv', ['主催者名簿,,,', HEADER, '甲商事,山本 太郎,03-1234-5678,来場']);
    expect((await t.client.imports.preview({ file: first })).recognised).toBeNull();
    await run(first, { reading, about: { ...about, eventName: '夏の展示会' } });

    const second = file('b.csv', [
      '主催者名簿,,,',
      '2026年秋,,,',
      HEADER,
      '乙商事,鈴木 花子,06-1234-5678,商談',
    ]);
    const preview = await t.client.imports.preview({ file: second });
    expect(preview.recognised).toMatchObject({ fileName: 'a.csv', importedOn: '2026-08-05' });
    expect(preview.header.row).toBe(3);
    expect(preview.columns.map(c => c.field)).toEqual(['company', 'fullName', 'phoneMain', 'tags']);
    expect(preview.about).toMatchObject({ ...about, eventName: '' });
    expect(preview.counts).toMatchObject({ read: 1, new: 1 });
    await run(second);
    const lead = (await leads()).find(row => row.name === '鈴木 花子');
    expect(lead).toMatchObject({ companyName: '乙商事', phone: '06-1234-5678', ownerName: null });
  });

  it('is listed once per kind, can be forgotten, and is then a stranger again', async () => {
    const given = file('a.csv', ['x,,,', HEADER, '甲商事,山本 太郎,03-1234-5678,来場']);
    await run(given, { reading });
    t.clock.advance(60 * 24 * 40);
    await run(given);
    const [known, ...others] = await t.client.mappings.list({});
    expect(others).toEqual([]);
    expect(known).toMatchObject({ fileName: 'a.csv', importedOn: '2026-09-14' });
    await t.client.mappings.remove({ key: known?.key ?? '' });
    expect(await t.client.mappings.list({})).toEqual([]);
    const preview = await t.client.imports.preview({ file: given });
    expect(preview.recognised).toBeNull();
    expect(preview.columns.map(c => c.field)).not.toContain('company');
    await expect(t.client.mappings.remove({ key: known?.key ?? '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('a choice of today wins over what is remembered, and is remembered in its place', async () => {
    const given = file('a.csv', ['x,,,', HEADER, '甲商事,山本 太郎,03-1234-5678,来場']);
    await run(given, { reading });
    await run(given, { reading: { columns: { '3': 'memo' } } });
    const preview = await t.client.imports.preview({ file: given });
    expect(preview.columns.map(c => c.field)).toEqual(['company', 'fullName', 'phoneMain', 'memo']);
  });

  it('an import nobody touched leaves nothing behind', async () => {
    await run(file('plain.csv', ['会社名,氏名', '甲商事,山本 太郎']));
    expect(await t.client.mappings.list({})).toEqual([]);
  });

  it('an import that stopped leaves nothing behind', async () => {
    const given = file('a.csv', ['x,,,', HEADER, '甲商事,山本 太郎,03-1234-5678,来場']);
    const end = await finished(
      await t.client.imports.run({
        file: given,
        reading,
        about: { owner: { kind: 'member', memberUid: 'nobody' } },
      }),
    );
    expect(end).toMatchObject({ state: 'failed', error: { code: 'NOT_FOUND' } });
    expect(await t.client.mappings.list({})).toEqual([]);
    expect(await leads()).toEqual([]);
  });

  it('can be said ahead of any import', async () => {
    await t.client.mappings.save({
      name: '主催者の名簿',
      columns: [
        { header: 'あて先', field: 'company' },
        { header: '窓口の方', field: 'fullName' },
      ],
      about: { consentBasis: 'organiser' },
    });
    const given = file('a.csv', ['名簿,', 'あて先,窓口の方', '甲商事,山本 太郎']);
    const preview = await t.client.imports.preview({ file: given });
    expect(preview).toMatchObject({
      recognised: { fileName: '主催者の名簿' },
      counts: { read: 1, new: 1 },
      about: { consentBasis: 'organiser' },
    });
    await expect(
      t.client.mappings.save({ name: 'x', columns: [{ header: 'a', field: 'nonsense' }] }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('what a file leaves open', () => {
  it('a company that stands on no row is given once, to people only, and remembered', async () => {
    const lines = ['氏名,電話,メール', '山本 太郎,03-1234-5678,', ',06-9999-9999,'];
    const first = file('a.csv', lines);
    const defaults = { company: '甲商事株式会社', tags: '紹介;秋' };
    const preview = await t.client.imports.preview({ file: first, reading: { defaults } });
    expect(preview.counts).toMatchObject({ read: 2, new: 1, setAside: 1 });
    await run(first, { reading: { defaults } });
    const [lead] = await leads();
    expect(lead).toMatchObject({ companyName: '甲商事株式会社', name: '山本 太郎' });
    expect((await t.client.leads.get({ uid: lead?.uid ?? '' })).tags.toSorted()).toEqual(['秋', '紹介']);
    const next = await t.client.imports.preview({ file: file('b.csv', [lines[0] ?? '', '鈴木 花子,,']) });
    expect(next.defaults).toEqual(defaults);
    expect(next.listed[0]?.card?.companyName).toBe('甲商事株式会社');
  });
  it('a value in the file is never replaced by one given for empty fields', async () => {
    await run(file('a.csv', ['会社名,氏名', '乙製作所,山本 太郎', ',鈴木 花子']), {
      reading: { defaults: { company: '甲商事株式会社' } },
    });
    const companies = (await leads()).map(row => [row.name, row.companyName]);
    expect(Object.fromEntries(companies)).toEqual({ '山本 太郎': '乙製作所', '鈴木 花子': '甲商事株式会社' });
  });
  it('two columns put to one field are read as one value, neither lost', async () => {
    const given = file('a.csv', ['会社名,事業所,氏名,職種,肩', '甲商事,大阪支店,山本 太郎,営業,部長']);
    await run(given, { reading: { columns: { 1: 'company', 3: 'title', 4: 'title' } } });
    expect((await leads())[0]).toMatchObject({ title: '営業 部長' });
    const lead = await t.client.leads.get({ uid: (await leads())[0]?.uid ?? '' });
    expect(`${lead.companyName} ${lead.branch}`).toContain('大阪支店');
  });
  it('the way a date is read is said once for a kind of file', async () => {
    const lines = ['会社名,氏名,名刺交換日', '甲,山本 太郎,03/04/2026'];
    await run(file('a.csv', lines), { reading: { dateOrder: 'dmy' } });
    await run(file('b.csv', [lines[0] ?? '', '乙,鈴木 花子,05/04/2026']));
    const days = (await leads()).map(row => [row.name, row.acquiredOn]);
    expect(Object.fromEntries(days)).toEqual({ '山本 太郎': '2026-04-03', '鈴木 花子': '2026-04-05' });
  });
});

describe('who gets the leads', () => {
  const member = async (name: string) => (await t.client.members.save({ name, roles: ['inside'] })).uid;
  const CARDS = [
    '会社名,氏名,名刺所有者名',
    '甲,山本 一郎,佐藤花子',
    '乙,田中 二郎,佐藤花子',
    '丙,中村 三郎,スズキ',
    '丁,小林 四郎,',
  ];
  const ownerOf = async () => Object.fromEntries((await leads()).map(row => [row.name, row.ownerName]));

  it('a name on a card is asked once: a member of that name is proposed, the answer holds for the next file', async () => {
    const sato = await member('佐藤 花子');
    const suzuki = await member('鈴木 太郎');
    const first = file('a.csv', CARDS);
    expect((await t.client.imports.preview({ file: first })).cardOwners).toEqual([
      { name: '佐藤花子', cards: 2, memberUid: sato, known: false },
      { name: 'スズキ', cards: 1, memberUid: null, known: false },
    ]);
    await run(first, { about: { owner: { kind: 'later' }, cardOwners: { スズキ: suzuki } } });
    expect(await ownerOf()).toEqual({
      '山本 一郎': '佐藤 花子',
      '田中 二郎': '佐藤 花子',
      '中村 三郎': '鈴木 太郎',
      '小林 四郎': null,
    });
    const second = file('b.csv', ['会社名,氏名,名刺所有者名', '戊,加藤 五郎,スズキ']);
    expect((await t.client.imports.preview({ file: second })).cardOwners).toEqual([
      { name: 'スズキ', cards: 1, memberUid: suzuki, known: true },
    ]);
    await run(second);
    expect((await ownerOf())['加藤 五郎']).toBe('鈴木 太郎');
  });

  it('a name that means nobody of the team is not asked again; its leads follow the rule for the rest', async () => {
    const sato = await member('佐藤 花子');
    const given = file('a.csv', CARDS);
    await run(given, {
      about: { owner: { kind: 'member', memberUid: sato }, cardOwners: { スズキ: null } },
    });
    expect((await ownerOf())['中村 三郎']).toBe('佐藤 花子');
    const { cardOwners } = await t.client.imports.preview({ file: given });
    expect(cardOwners.find(owner => owner.name === 'スズキ')).toMatchObject({ memberUid: null, known: true });
  });

  it('splits the rest evenly among the members named', async () => {
    const team = [await member('佐藤 花子'), await member('鈴木 太郎')];
    const rows = Array.from({ length: 7 }, (_, i) => `会社${i},人 ${'一二三四五六七'[i]}`);
    const given = file('a.csv', ['会社名,氏名', ...rows]);
    await run(given, { about: { owner: { kind: 'even', memberUids: team } } });
    const owners = (await leads()).map(row => row.ownerName);
    expect(owners.filter(name => name === '佐藤 花子')).toHaveLength(4);
    expect(owners.filter(name => name === '鈴木 太郎')).toHaveLength(3);
  });
});
