import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ForetoldRow, ImportSummary } from '#shared/contract/imports.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const HEADER = '会社名,部署,役職,氏名,メール,電話,名刺交換日';
function file(name: string, ...rows: string[]): { path: string } {
  const path = join(t.dir, name);
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  return { path };
}
async function run(given: { path: string }, input: Partial<InputOf<'imports', 'run'>> = {}) {
  const end = await finished(await t.client.imports.run({ ...input, file: given }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}
const only = (rows: ForetoldRow[], outcome: ForetoldRow['outcome']): ForetoldRow => {
  const [row, ...others] = rows.filter(r => r.outcome === outcome);
  expect(others).toEqual([]);
  if (!row) throw new Error(`no row is ${outcome}`);
  return row;
};
const known = () => file('known.csv', '甲商事,営業部,課長,山本 太郎,,03-1111-1111,2026/10/01');
const alike = () => file('alike.csv', '甲商事,企画部,部長,山本 太郎,t.yamamoto@example.jp,,2026/11/10');
const people = async () => (await t.client.leads.list({})).rows;

describe('what an import would do, row by row', () => {
  it('a changed field is shown old and new before anything is written', async () => {
    await run(file('a.csv', '甲商事,営業部,課長,山本 太郎,y@example.jp,03-1111-1111,2026/10/01'));
    const next = file('b.csv', '甲商事,企画部,部長,山本 太郎,y@example.jp,090-1234-5678,2026/11/10');
    const preview = await t.client.imports.preview({ file: next });
    expect(preview.counts).toMatchObject({ read: 1, updated: 1 });
    expect(only(preview.listed, 'updated').changes).toEqual([
      { field: 'department', before: '営業部', after: '企画部' },
      { field: 'title', before: '課長', after: '部長' },
      { field: 'phone', before: '03-1111-1111', after: '090-1234-5678' },
    ]);
    expect((await people())[0]).toMatchObject({ department: '営業部', title: '課長' });
  });
  it('a row that fills blanks shows what it adds, a row without news shows nothing', async () => {
    await run(file('a.csv', '甲商事,,,山本 太郎,y@example.jp,,'));
    const filled = file('b.csv', '甲商事,,部長,山本 太郎,y@example.jp,03-1111-1111,');
    expect(only((await t.client.imports.preview({ file: filled })).listed, 'filled')).toMatchObject({
      unchanged: false,
      changes: [
        { field: 'title', before: '', after: '部長' },
        { field: 'phone', before: '', after: '03-1111-1111' },
      ],
    });
    await run(filled);
    const again = only((await t.client.imports.preview({ file: filled })).listed, 'filled');
    expect(again).toMatchObject({ unchanged: true, changes: [] });
  });
  it('a row that looks like somebody stands beside them', async () => {
    await run(known());
    const { listed } = await t.client.imports.preview({ file: alike() });
    expect(only(listed, 'asked')).toMatchObject({
      line: 2,
      card: { companyName: '甲商事', department: '企画部', email: 't.yamamoto@example.jp' },
      candidates: [
        {
          level: 'C',
          reason: { code: 'companyAndName' },
          line: null,
          person: { name: '山本 太郎', department: '営業部', phone: '03-1111-1111' },
        },
      ],
    });
  });
  it('two rows of one file that look alike name each other by their line', async () => {
    const twins = file('twins.csv', '甲商事,,,山本 太郎,,03-1111-1111,', '甲商事,,,山本 太郎,,03-2222-2222,');
    const { listed } = await t.client.imports.preview({ file: twins });
    expect(only(listed, 'asked').candidates[0]).toMatchObject({ uid: 'new:2', line: 2 });
  });
});

describe('an answer before the import', () => {
  it('the same person: one lead, completed, and nothing is left to ask', async () => {
    await run(known());
    const { listed } = await t.client.imports.preview({ file: alike() });
    const uid = only(listed, 'asked').candidates[0]?.uid ?? '';
    const answers = { 2: { kind: 'same' as const, uid } };
    const foretold = await t.client.imports.preview({ file: alike(), answers });
    expect(foretold.counts).toMatchObject({ read: 1, updated: 1, asked: 0 });
    expect((await run(alike(), { answers })).counts).toEqual(foretold.counts);
    const rows = await people();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ uid, department: '企画部', email: 't.yamamoto@example.jp' });
  });
  it('somebody else: two leads, counted as new', async () => {
    await run(known());
    const done = await run(alike(), { answers: { 2: { kind: 'different' } } });
    expect(done.counts).toMatchObject({ new: 1, asked: 0 });
    expect(await people()).toHaveLength(2);
    const again = await run(alike());
    expect(again.counts).toMatchObject({ new: 0, asked: 0, filled: 1 });
  });
  it('later, and an answer that names nobody the row looks like: asked as before', async () => {
    await run(known());
    for (const answer of [{ kind: 'later' as const }, { kind: 'same' as const, uid: 'nobody' }]) {
      const { counts } = await t.client.imports.preview({ file: alike(), answers: { 2: answer } });
      expect(counts).toMatchObject({ asked: 1, new: 0 });
    }
  });
  it('a row of this file: both rows become one lead', async () => {
    const twins = file('twins.csv', '甲商事,,,山本 太郎,,03-1111-1111,', '甲商事,,,山本 太郎,,03-2222-2222,');
    const done = await run(twins, { answers: { 3: { kind: 'same', uid: 'new:2' } } });
    expect(done.counts).toMatchObject({ read: 2, new: 1, filled: 1, asked: 0 });
    expect(await people()).toHaveLength(1);
  });
  it('a card of two people already known goes to the surest at once and merges nobody', async () => {
    await run(file('a.csv', '甲商事,,,山本 太郎,a@example.jp,,'));
    await run(file('b.csv', '乙商事,,,山本 太郎,,090-1234-5678,'));
    const { counts } = await run(file('c.csv', '丙商事,,,山本 太郎,a@example.jp,090-1234-5678,2026/11/10'));
    expect(counts).toMatchObject({ read: 1, asked: 0, new: 0, updated: 1 });
    const found = await people();
    expect(found.map(row => row.companyName).sort()).toEqual(['丙商事', '乙商事']);
    const uid = found.find(row => row.companyName === '丙商事')?.uid ?? '';
    const lead = await t.client.leads.get({ uid });
    expect(new Set(lead.affiliations.map(a => a.companyName))).toEqual(new Set(['甲商事', '丙商事']));
  });
});
