import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'encoding-japanese';
import papaparse from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSummary, RowCounts } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

/** Five cards, of which four cannot be taken in as they are, and a footer. */
const FILE = [
  '会社名,氏名,メール,電話,メモ',
  '株式会社甲,山本 太郎,y@ko.example.jp,03-0000-1001,',
  ',,nobody@example.jp,03-0000-1002,=1+1',
  '株式会社乙,佐藤 花子,s@otsu.example.jp,03-0000-1003,memo,はみ出し,もう一つ',
  '株式会社丙 髙橋一郎',
  ',,,03-0000-1004,𠮷田さんの紹介',
  '合計 5件,,,,',
];

async function take(lines: readonly string[], name = 'cards.csv'): Promise<ImportSummary> {
  const path = join(t.dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return await run(path);
}

async function run(path: string): Promise<ImportSummary> {
  const end = await finished(
    await t.client.imports.run({ file: { path }, about: { eventName: '秋の展示会' } }),
  );
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}

const addsUp = ({ read, unchanged, ...parts }: RowCounts): boolean =>
  Object.values(parts).reduce((a, b) => a + b) === read && unchanged <= parts.filled;
const countsOf = async (uid: string): Promise<RowCounts | undefined> =>
  (await t.client.imports.list({})).find(row => row.uid === uid)?.counts;
const names = async (): Promise<string[]> =>
  (await t.client.leads.list({ sort: 'company' })).rows.map(row => `${row.companyName} ${row.name}`).sort();

describe('rows that were set aside', () => {
  it('come in windows, under the names of the columns', async () => {
    const { uid, counts } = await take(FILE);
    expect(counts).toMatchObject({ read: 6, new: 1, setAside: 4, blank: 1 });
    const all = await t.client.imports.rows({ importUid: uid, outcome: 'setAside' });
    expect(all.header).toEqual(['会社名', '氏名', 'メール', '電話', 'メモ', '', '']);
    expect(all.rows.map(row => [row.line, row.reason?.code])).toEqual([
      [3, 'noNameNoCompany'],
      [4, 'tooManyCells'],
      [5, 'tooFewCells'],
      [6, 'noNameNoCompany'],
    ]);
    const second = await t.client.imports.rows({ importUid: uid, outcome: 'setAside', offset: 1, limit: 2 });
    expect(second.rows).toEqual(all.rows.slice(1, 3));
    expect(second.total).toBe(4);
  });

  it('are taken in once corrected, with the answers of the import, and every row stays accounted for', async () => {
    const { uid } = await take(FILE);
    const fixed = await t.client.imports.fixRows({
      importUid: uid,
      rows: [
        { line: 3, cells: ['株式会社丁', '鈴木 次郎', 'nobody@example.jp', '03-0000-1002', ''] },
        { line: 4, cells: ['株式会社甲', '山本 太郎', 'y@ko.example.jp', '03-0000-1001', ''] },
        { line: 6, cells: ['', '', '', '', '名前はまだない'] },
      ],
    });
    expect(fixed.rows).toEqual([
      { line: 3, outcome: 'new', reason: null },
      { line: 4, outcome: 'filled', reason: expect.anything() },
      { line: 6, outcome: 'setAside', reason: { code: 'noNameNoCompany', params: {} } },
    ]);
    expect(fixed.counts).toMatchObject({ read: 6, new: 2, filled: 1, unchanged: 1, setAside: 2, blank: 1 });
    expect(addsUp(fixed.counts)).toBe(true);
    expect(await countsOf(uid)).toEqual(fixed.counts);
    expect(await names()).toEqual(['株式会社丁 鈴木 次郎', '株式会社甲 山本 太郎']);
    const [row] = (await t.client.leads.list({ search: '鈴木' })).rows;
    expect(row).toMatchObject({ eventName: '秋の展示会', acquiredOn: '2026-11-20' });
    const rest = await t.client.imports.rows({ importUid: uid, outcome: 'setAside' });
    expect(rest.rows.map(r => [r.line, r.edited, r.cells.at(-1)])).toEqual([
      [5, false, '株式会社丙 髙橋一郎'],
      [6, true, '名前はまだない'],
    ]);
    await expect(
      t.client.imports.fixRows({ importUid: uid, rows: [{ line: 3, cells: ['甲'] }] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can be taken in when they were mistaken for a footer', async () => {
    const { uid } = await take([...FILE.slice(0, 2), '合計,,,,']);
    const { rows } = await t.client.imports.fixRows({
      importUid: uid,
      rows: [{ line: 3, cells: ['合計株式会社', '計 一', '', '', ''] }],
    });
    expect(rows).toMatchObject([{ outcome: 'new' }]);
    expect(await countsOf(uid)).toMatchObject({ read: 2, new: 2, blank: 0 });
  });
});

describe('taking corrected rows back', () => {
  const fix = async (uid: string, line: number, name: string) =>
    await t.client.imports.fixRows({
      importUid: uid,
      rows: [{ line, cells: [`株式会社${name}`, `${name} 一`, '', `03-0000-20${line}1`, ''] }],
    });

  it('works for each correction by itself, in any order, and the counts follow', async () => {
    const { uid, counts } = await take(FILE);
    const first = await fix(uid, 3, '戊');
    const second = await fix(uid, 6, '己');
    t = await t.restart();
    await t.client.history.undo({ operationUid: first.operationUid });
    expect(await names()).toEqual(['株式会社己 己 一', '株式会社甲 山本 太郎']);
    expect(await countsOf(uid)).toMatchObject({ new: 2, setAside: 3 });
    await t.client.history.undo({ operationUid: second.operationUid });
    expect(await countsOf(uid)).toEqual(counts);
    expect((await t.client.imports.rows({ importUid: uid, outcome: 'setAside' })).rows[0]).toMatchObject({
      line: 3,
      edited: false,
      cells: ['', '', 'nobody@example.jp', '03-0000-1002', '=1+1'],
    });
    await fix(uid, 3, '庚');
    expect(await countsOf(uid)).toMatchObject({ new: 2, setAside: 3 });
  });

  it.each(['imports.undo', 'history.undo'])('happens with the import: %s', async way => {
    const summary = await take(FILE);
    const { uid, operationUid } = summary;
    await fix(uid, 3, '戊');
    // Adds to somebody the import brought.
    await t.client.imports.fixRows({
      importUid: uid,
      rows: [{ line: 6, cells: ['株式会社甲', '山本 太郎', 'y@ko.example.jp', '03-0000-1001', '追伸'] }],
    });
    if (way === 'imports.undo') await t.client.imports.undo({ importUid: uid });
    else await t.client.history.undo({ operationUid: operationUid ?? '' });
    expect(await names()).toEqual([]);
    const [done] = await t.client.imports.list({});
    expect(done).toMatchObject({ undone: true, counts: summary.counts });
    await expect(fix(uid, 3, '戊')).rejects.toMatchObject({ code: 'UNDO_ALREADY_DONE' });
  });
});

describe('rows saved as a file', () => {
  it('hold all of them, line and reason first, and nothing that runs', async () => {
    const { uid } = await take(FILE);
    const file = await t.client.imports.rowsFile({ importUid: uid, outcome: 'setAside' });
    expect(file).toMatchObject({ name: 'cards 取り込まない.csv', rows: 4, lost: [] });
    const bytes = t.given.at(-1)?.bytes ?? new Uint8Array();
    expect(Buffer.from(bytes.slice(0, 3)).toString('hex')).toBe('efbbbf');
    const { data } = papaparse.parse<string[]>(Buffer.from(bytes).toString('utf8').slice(1));
    expect(data.slice(0, -1)).toEqual([
      ['行', '理由', '会社名', '氏名', 'メール', '電話', 'メモ'],
      ['3', '会社名も氏名もない', '', '', 'nobody@example.jp', '03-0000-1002', "'=1+1"],
      [
        '4',
        '列が多すぎる',
        '株式会社乙',
        '佐藤 花子',
        's@otsu.example.jp',
        '03-0000-1003',
        'memo',
        'はみ出し',
        'もう一つ',
      ],
      ['5', '列が足りない', '株式会社丙 髙橋一郎'],
      ['6', '会社名も氏名もない', '', '', '', '03-0000-1004', '𠮷田さんの紹介'],
    ]);
  });

  it('in Shift_JIS are what another reader reads, and say what was lost where', async () => {
    const { uid } = await take(FILE);
    const file = await t.client.imports.rowsFile({
      importUid: uid,
      outcome: 'setAside',
      encoding: 'shift_jis',
    });
    expect(file.lost).toEqual([{ line: 6, column: 'メモ', character: '𠮷' }]);
    const bytes = t.given.at(-1)?.bytes ?? new Uint8Array();
    const text = iconv.convert(bytes, { from: 'SJIS', to: 'UNICODE', type: 'string' });
    expect(text).toContain('\r\n5,列が足りない,株式会社丙 髙橋一郎\r\n');
    expect(text).toContain('〓田さんの紹介');
  });

  it('stay out when nothing was corrected, and come in where something was', async () => {
    const { uid } = await take(FILE);
    await t.client.imports.rowsFile({ importUid: uid, outcome: 'setAside' });
    const path = join(t.dir, 'back.csv');
    const saved = Buffer.from(t.given.at(-1)?.bytes ?? []).toString('utf8');
    writeFileSync(path, saved);
    const preview = await t.client.imports.preview({ file: { path } });
    expect(preview.counts).toMatchObject({ read: 4, setAside: 4 });
    expect(preview.columns.slice(0, 2).map(c => c.field)).toEqual(['ignore', 'ignore']);
    writeFileSync(
      path,
      saved.replace('会社名も氏名もない,,,nobody', '会社名も氏名もない,株式会社丁,鈴木 次郎,nobody'),
    );
    const { counts } = await run(path);
    expect(counts).toMatchObject({ read: 4, new: 1, setAside: 3 });
    expect((await run(path)).counts).toMatchObject({ new: 0, filled: 1, unchanged: 1, setAside: 3 });
    const [row] = (await t.client.leads.list({ search: '鈴木' })).rows;
    expect((await t.client.leads.get({ uid: row?.uid ?? '' })).memo).toBe('=1+1');
  });

  it('all 1,203 of them, not the first few hundred', async () => {
    const lines = Array.from({ length: 1203 }, (_, i) => `,,,03-0000-${String(i).padStart(4, '0')},`);
    const { uid } = await take([...FILE.slice(0, 2), ...lines]);
    const file = await t.client.imports.rowsFile({ importUid: uid, outcome: 'setAside' });
    expect(file.rows).toBe(1203);
  });

  it('of a file without a header carry names our reading knows', async () => {
    const { uid } = await take([
      '株式会社甲,y@ko.example.jp,03-0000-1001',
      '株式会社乙,o@otsu.example.jp,03-0000-1002',
      ',,03-0000-1003',
    ]);
    await t.client.imports.rowsFile({ importUid: uid, outcome: 'setAside' });
    const path = join(t.dir, 'back.csv');
    writeFileSync(path, Buffer.from(t.given.at(-1)?.bytes ?? []));
    const { columns } = await t.client.imports.preview({ file: { path } });
    expect(columns.map(c => c.field)).toEqual(['ignore', 'ignore', 'company', 'email', 'phoneMain']);
  });
});
