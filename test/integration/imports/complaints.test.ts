import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { cp932 } from '#test/helpers/cp932.ts';

/** What people report about the importers of other products, one test each. */
let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

function given(content: string | Uint8Array, name = 'cards.csv'): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, content);
  return { path };
}
async function run(content: string | Uint8Array, name?: string): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run({ file: given(content, name) }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
const lines = (...rows: string[]): string => rows.map(row => `${row}\r\n`).join('');
const HEAD = '会社名,氏名,メール';
const total = async (): Promise<number> => (await t.client.leads.list({})).total;
async function only() {
  const { rows, total: all } = await t.client.leads.list({});
  expect(all).toBe(1);
  return await t.client.leads.get({ uid: rows[0]?.uid ?? '' });
}

it('capped at 200, 2,000 or 10,000 rows; and undo that fails with thousands', {
  timeout: 120_000,
}, async () => {
  const rows = Array.from(
    { length: 10_500 },
    (_, i) => `会社${i}株式会社,山本 ${i}郎,p${i}@c${i}.example.jp`,
  );
  const done = await run(lines(HEAD, ...rows));
  expect(done.counts).toMatchObject({ read: 10_500, new: 10_500 });
  expect(await total()).toBe(10_500);
  await t.client.imports.undo({ importUid: done.uid });
  expect(await total()).toBe(0);
});

it('the result says 15 where 20 were created; one over-long name leaves half a row behind', async () => {
  const { counts } = await run(
    lines(HEAD, '甲,山本 太郎,a@example.jp', `乙,${'長'.repeat(20_000)},b@example.jp`),
  );
  expect(counts.read).toBe(
    counts.new + counts.filled + counts.updated + counts.asked + counts.setAside + counts.blank,
  );
  expect(await total()).toBe(counts.new);
});

describe('duplicates', () => {
  it('the duplicate check finds nothing during import; upper case in an address makes a second person', async () => {
    await run(lines(HEAD, '株式会社甲,山本 太郎,Taro@Example.jp'));
    expect((await run(lines(HEAD, '株式会社甲,山本 太郎,taro@example.jp,'), 'b.csv')).counts.new).toBe(0);
    expect(await total()).toBe(1);
  });
  it('the same file twice doubles everybody; lists imported one after the other repeat people', async () => {
    const { text, people } = cardFile(120);
    await run(text);
    const before = await total();
    expect(before).toBeLessThanOrEqual(people + 20);
    expect((await run(text, 'again.csv')).counts).toMatchObject({ new: 0, updated: 0, asked: 0 });
    expect(await total()).toBe(before);
  });
  it('one field alone decides: here the mobile number and the family name do too', async () => {
    await run(lines('会社名,氏名,携帯', '株式会社甲,山本 太郎,090-1234-5678'));
    expect(
      (await run(lines('会社名,氏名,携帯', '株式会社乙,山本 太郎,０９０１２３４５６７８'), 'b.csv')).counts
        .new,
    ).toBe(0);
  });
  it('strangers of one name are joined and their notes dropped', async () => {
    await run(
      lines('会社名,氏名,メモ', '株式会社甲,佐藤 花子,甲のメモ', '見本工業株式会社,佐藤 花子,乙のメモ'),
    );
    const { rows } = await t.client.leads.list({});
    const memos = await Promise.all(rows.map(async ({ uid }) => (await t.client.leads.get({ uid })).memo));
    expect(memos.sort()).toEqual(['乙のメモ', '甲のメモ']);
  });
  it('number and address of the second card vanish when it turns out to be the same person', async () => {
    await run(lines(`${HEAD},携帯`, '株式会社甲,山本 太郎,a@example.jp,090-1234-5678'));
    await run(lines(`${HEAD},TEL`, '株式会社甲,山本 太郎,a@example.jp,03-1234-5678'), 'b.csv');
    expect((await only()).contactPoints.map(p => p.value)).toEqual(
      expect.arrayContaining(['a@example.jp', '090-1234-5678', '03-1234-5678']),
    );
  });
  it('tags with & or quotes come twice', async () => {
    const row = `甲,山本 太郎,a@example.jp,"A&B;""展示会"""`;
    await run(lines(`${HEAD},タグ`, row));
    await run(lines(`${HEAD},タグ`, `${row.slice(0, -1)};新規"`), 'b.csv');
    expect([...(await only()).tags].sort()).toEqual(['"展示会"', 'A&B', '新規'].sort());
  });
  it('a merge by import cannot be taken back', async () => {
    await run(lines(HEAD, '株式会社甲,山本 太郎,a@example.jp'));
    const second = await run(
      lines(`${HEAD},携帯,メモ`, '株式会社甲,山本 太郎,a@example.jp,090-1234-5678,覚え'),
      'b.csv',
    );
    expect((await only()).memo).toContain('覚え');
    await t.client.imports.undo({ importUid: second.uid });
    expect(await only()).toMatchObject({ memo: '', contactPoints: [{ value: 'a@example.jp' }] });
  });
});

describe('encodings', () => {
  it('one line that is not UTF-8 crashes the whole import', async () => {
    const file = Buffer.concat([
      Buffer.from(lines(HEAD, '甲,山本 太郎,a@example.jp')),
      cp932(lines('乙,佐藤 花子,b@example.jp')),
    ]);
    const preview = await t.client.imports.preview({ file: given(file) });
    expect(preview.encoding).toEqual({
      value: 'utf-8',
      reason: { code: 'utf8Mixed', params: { line: 3 } },
    });
    await run(file);
    const { rows } = await t.client.leads.list({});
    expect(rows.map(row => row.name).sort()).toEqual(['山本 太郎', '佐藤 花子'].sort());
  });
  it('the encoding Excel writes is not supported, and users do not know what an encoding is', async () => {
    await run(cp932(lines(HEAD, '㈱架空,髙﨑 一,a@example.jp')));
    expect(await only()).toMatchObject({ companyName: '㈱架空', name: '髙﨑 一' });
  });
  it('UTF-8 without a mark is refused, with one the first column is lost', async () => {
    await run(lines(HEAD, '甲,山本 太郎,a@example.jp'));
    await run(`\uFEFF${lines(HEAD, '乙,佐藤 花子,b@example.jp')}`, 'b.csv');
    expect((await t.client.leads.list({})).rows.map(row => row.companyName).sort()).toEqual(
      ['乙', '甲'].sort(),
    );
  });
  it('after the right encoding is chosen the old error stays', async () => {
    const file = given(cp932(lines(HEAD, '株式会社架空,山本 太郎,a@example.jp')));
    const wrong = await t.client.imports
      .preview({ file, reading: { encoding: 'utf-16le' } })
      .catch(() => null);
    expect(wrong?.rows[0]?.[0] ?? '').not.toBe('株式会社架空');
    const right = await t.client.imports.preview({ file, reading: { encoding: 'shift_jis' } });
    expect(right).toMatchObject({
      counts: { read: 1, new: 1 },
      rows: [['株式会社架空', '山本 太郎', 'a@example.jp']],
    });
  });
  it('characters outside Shift_JIS are lost, rows with line breaks fail', async () => {
    await run(lines(`${HEAD},メモ`, '甲,𠮷野 é子,a@example.jp,"👍\r\n二行目"'));
    expect(await only()).toMatchObject({ name: '𠮷野 é子', memo: '👍\n二行目' });
  });
});

describe('rows', () => {
  it('one special character freezes it', async () => {
    const odd = [
      '甲\u2028商事',
      '乙\u0000商事',
      '丙\u0007商事',
      '丁\uFFFD商事',
      '戊\u202E商事',
      '己\uD83D商事',
    ];
    const { counts } = await run(
      lines(HEAD, ...odd.map((name, i) => `${name},山本 ${i}郎,p${i}@example.jp`)),
    );
    expect(counts).toMatchObject({ read: 6, new: 6 });
  });
  it('only the first row is created', async () => {
    expect(
      (await run(lines(HEAD, '甲,山本 太郎,a@example.jp', '乙,佐藤 花子,b@example.jp'))).counts.new,
    ).toBe(2);
  });
  it('ragged rows pass the preview of a long file and break the run', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `会社${i},山本 ${i}郎,p${i}@example.jp`);
    rows.push('短い', '長い,山本,x@example.jp,余り');
    const text = lines(HEAD, ...rows);
    const { counts } = await t.client.imports.preview({ file: given(text) });
    expect(counts).toMatchObject({ read: 602, new: 600, setAside: 2 });
    expect((await run(text)).counts).toEqual(counts);
  });
  it('not all arrive and nothing is said; the list of bad rows stops at 250', async () => {
    const bad = Array.from({ length: 300 }, (_, i) => `甲${i},山本,p${i}@example.jp,余り${i}`);
    const done = await run(lines(HEAD, '乙,佐藤 花子,b@example.jp', ...bad));
    expect(done.counts).toMatchObject({ read: 301, new: 1, setAside: 300 });
    const listed = await t.client.imports.rows({ importUid: done.uid, outcome: 'setAside', limit: 500 });
    expect(listed.rows.map(row => [row.line, row.reason?.code])).toEqual(
      bad.map((_, i) => [i + 3, 'tooManyCells']),
    );
  });
  it('two columns mapped to one field overwrite each other', async () => {
    await run(
      lines(`${HEAD},メモ,備考,TEL,電話番号`, '甲,山本 太郎,a@example.jp,一,二,03-0000-0001,03-0000-0002'),
    );
    const lead = await only();
    expect(lead.memo).toBe('一\n二');
    expect(lead.contactPoints.map(p => p.value)).toEqual(
      expect.arrayContaining(['03-0000-0001', '03-0000-0002']),
    );
  });
  it('leading zeros of numbers and postal codes are lost', async () => {
    await run(lines(`${HEAD},TEL,郵便番号`, '甲,山本 太郎,a@example.jp,0312345678,0600001'));
    expect(await only()).toMatchObject({ phone: '0312345678', postalCode: '060-0001' });
  });
});

describe('before anything is written', () => {
  it('problems are seen only after the import', async () => {
    const preview = await t.client.imports.preview({
      file: given(lines(HEAD, ',,x', '甲,山本 太郎,a@example.jp')),
    });
    expect(preview).toMatchObject({
      counts: { read: 2, new: 1, setAside: 1 },
      listed: expect.arrayContaining([
        expect.objectContaining({
          line: 2,
          outcome: 'setAside',
          reason: { code: 'noNameNoCompany', params: {} },
        }),
      ]),
    });
    expect(await total()).toBe(0);
    expect(await t.client.imports.list({})).toEqual([]);
  });
  it('"0 rows processed, invalid column names"', async () => {
    const text = lines('A,B,C', '株式会社甲,山本 太郎,a@example.jp', '株式会社乙,佐藤 花子,b@example.jp');
    const { counts } = await run(text);
    expect(counts.new).toBe(2);
  });
  it('a failed try hangs as running for ever and goes on unseen', async () => {
    const end = await finished(await t.client.imports.run({ file: given(lines('a,b', '1,2')) }));
    expect(end.state).toBe('failed');
    expect(await total()).toBe(0);
    expect((await run(lines(HEAD, '甲,山本 太郎,a@example.jp'), 'b.csv')).counts.new).toBe(1);
  });
});
