import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';

const card = (name: string) => new URL(`../../fixtures/cards/${name}`, import.meta.url).pathname;
const SANSAN = card('01-sansan-like_numbered_utf8bom.csv');
const EIGHT = card('03-eight_preamble_tagcols_cp932.csv');
const CAMCARD = card('05-camcard-like_tab_utf16le.csv');
const FILES = [SANSAN, EIGHT, CAMCARD];

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

async function run(path: string): Promise<ImportSummary> {
  const end = await finished(await t.client.imports.run({ file: { path } }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}

/** Everybody in the store as the set of addresses, numbers and companies each person has. */
async function people(): Promise<string[]> {
  const { rows } = await t.client.leads.list({ limit: 500 });
  const all = await Promise.all(rows.map(async row => await t.client.leads.get({ uid: row.uid })));
  return all
    .map(lead =>
      [
        lead.name.replace(/\s/g, ''),
        lead.contactPoints
          .map(p => p.key || p.value)
          .sort()
          .join(' '),
        lead.affiliations
          .map(a => a.companyName.replace(/㈱|\(株\)/, '株式会社'))
          .sort()
          .join(' '),
      ].join(' | '),
    )
    .sort();
}

describe('what is guessed about a sample file, before anything is written', () => {
  it('01: UTF-8 with a mark, numbered headers, every row a card', async () => {
    const preview = await t.client.imports.preview({ file: { path: SANSAN } });
    expect(preview).toMatchObject({
      encoding: { value: 'utf-8', reason: { code: 'bom' } },
      delimiter: { value: ',', reason: { code: 'header' } },
      header: { row: 1, reason: { code: 'aliases' } },
      product: { code: 'numbered' },
      counts: { read: 14, new: 13, filled: 1, updated: 0, asked: 0, setAside: 0, blank: 0 },
      about: {
        channel: 'event',
        eventName: '展示会2026秋',
        metOn: null,
        consentBasis: 'card',
        reason: { code: 'tag' },
      },
      earlier: null,
    });
    expect((await t.client.leads.list({})).total).toBe(0);
  });
  it('03: CP932, header below a preamble and once more in the middle, tag columns', async () => {
    const preview = await t.client.imports.preview({ file: { path: EIGHT } });
    expect(preview).toMatchObject({
      encoding: { value: 'shift_jis', reason: { code: 'notUtf8', params: { line: 1 } } },
      header: { row: 9 },
      product: { code: 'eight', reason: { params: { evidence: 'Eightでつながっている人' } } },
      counts: { read: 15, setAside: 1, blank: 1, asked: 0 },
    });
    expect(preview.listed.filter(row => row.outcome === 'setAside')).toMatchObject([
      { line: 24, reason: { code: 'noNameNoCompany' }, card: { email: 'unknown@example.jp' } },
    ]);
    const use = Object.fromEntries(preview.columns.map(c => [c.header, c.field]));
    expect(use).toMatchObject({
      展示会2026秋: 'tag',
      交流会: 'tag',
      Eightでつながっている人: 'ignore',
      姓: 'lastName',
    });
  });
  it('05: UTF-16LE, tabs, several values in a cell', async () => {
    const preview = await t.client.imports.preview({ file: { path: CAMCARD } });
    expect(preview).toMatchObject({
      encoding: { value: 'utf-16le', reason: { code: 'bom' } },
      delimiter: { value: '\t' },
      product: { code: 'camcard' },
      counts: { read: 12, new: 11, setAside: 1 },
      about: { channel: 'other', metOn: '2026-11-20' },
    });
  });
});

describe('the three sample files', () => {
  it('every row is accounted for, and the known people are one each', async () => {
    const done = [await run(SANSAN), await run(EIGHT), await run(CAMCARD)];
    for (const { counts } of done) {
      const { read, unchanged, ...outcomes } = counts;
      expect(Object.values(outcomes).reduce((a, b) => a + b)).toBe(read);
      expect(unchanged).toBeLessThanOrEqual(counts.filled);
    }
    const find = async (search: string) => (await t.client.leads.list({ search })).rows;
    expect(await find('山本 太郎')).toHaveLength(1);
    expect(await find('村上 千尋')).toHaveLength(1);
    expect(await find('渡辺 由美')).toHaveLength(1);
    const [sakamoto, ...others] = await find('坂本');
    expect(others).toEqual([]);
    const lead = await t.client.leads.get({ uid: sakamoto?.uid ?? '' });
    expect(new Set(lead.affiliations.map(a => a.companyName))).toEqual(
      new Set(['株式会社架空ロボティクス', '架空ベンチャーズ株式会社']),
    );
    expect(lead).toMatchObject({
      companyName: '架空ベンチャーズ株式会社',
      title: 'CTO',
      phone: '080-0000-3009',
    });
  });

  it('keeps what stood on the card and reads what is inside a cell', async () => {
    await run(CAMCARD);
    await run(SANSAN);
    const get = async (search: string) => {
      const [row] = (await t.client.leads.list({ search })).rows;
      return await t.client.leads.get({ uid: row?.uid ?? '' });
    };
    const nishimura = await get('西村');
    expect(nishimura.email).toBe('aya.nishimura@example.co.jp');
    expect(nishimura.contactPoints).toMatchObject([
      {
        kind: 'email',
        value: 'aya.nishimura@example.co.jp',
        key: 'aya.nishimura@example.co.jp',
        ext: '',
        isRole: false,
      },
      { kind: 'email', value: 'support@example.co.jp', key: 'support@example.co.jp', ext: '', isRole: true },
      { kind: 'main', value: '03-0000-5001', key: '+81300005001', ext: '', isRole: false },
      { kind: 'main', value: '03-0000-5002', key: '+81300005002', ext: '123', isRole: false },
    ]);
    expect((await get('村田')).contactPoints.filter(p => p.kind === 'mobile')).toHaveLength(1);
    const takahashi = await get('高橋');
    expect(takahashi).toMatchObject({
      name: '髙橋 健一',
      titleRank: 4,
      departmentFunction: 'planning',
      memo: '比較検討中\n・他社見積あり\n・12月に再訪',
      prefecture: '大阪府',
      acquiredOn: '2026-10-22',
    });
    expect(takahashi.tags).toEqual(['展示会2026秋', '要フォロー']);
    expect(await get('伊藤')).toMatchObject({ companyName: '架空精密工業株式会社', branch: '名古屋支店' });
  });

  it('any order of the files gives the same people', async () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const found: string[][] = [];
    for (const order of orders) {
      for (const i of order) await run(FILES[i] ?? '');
      found.push(await people());
      await t.stop();
      t = await testBackend({ now: '2026-11-20T01:00:00Z' });
    }
    for (const other of found.slice(1)) expect(other).toEqual(found[0]);
  });

  it.each(FILES)('the same file twice adds nobody and changes nothing: %s', async path => {
    const first = await run(path);
    const before = await people();
    t.clock.advance(60 * 24 * 3);
    const second = await run(path);
    expect(second.counts).toMatchObject({
      new: 0,
      updated: 0,
      asked: 0,
      read: first.counts.read,
      setAside: first.counts.setAside,
    });
    expect(second.counts.unchanged).toBe(second.counts.filled);
    expect(await people()).toEqual(before);
    expect((await t.client.imports.preview({ file: { path } })).earlier?.importUid).toBe(second.uid);
  });

  it('ranks and finds the people at once', async () => {
    await run(SANSAN);
    const { rows } = await t.client.leads.list({ search: '架空ソリューションズ' });
    const explained = await t.client.leads.explain({ uid: rows[0]?.uid ?? '' });
    expect(rows[0]?.total).toBeGreaterThan(0);
    expect(explained.rows.reduce((sum, row) => sum + row.points, 0)).toBe(rows[0]?.total);
  });
});

describe('undo of an import', () => {
  it('takes everybody back, also after a restart, and the file comes in again', async () => {
    await run(SANSAN);
    const before = await people();
    const { uid } = await run(EIGHT);
    t = await t.restart();
    const undone = await t.client.imports.undo({ importUid: uid });
    expect(undone.kept).toEqual([]);
    expect(await people()).toEqual(before);
    expect((await t.client.imports.list({})).map(i => i.undone)).toEqual([true, false]);
    const again = await run(EIGHT);
    expect(again.counts).toMatchObject({ read: 15, setAside: 1, blank: 1 });
    await expect(t.client.imports.undo({ importUid: uid })).rejects.toMatchObject({
      code: 'UNDO_ALREADY_DONE',
    });
  });
  it('keeps a lead somebody edited since, and says so', async () => {
    const { uid } = await run(SANSAN);
    const [lead] = (await t.client.leads.list({ search: '伊藤' })).rows;
    await t.client.leads.update({ uid: lead?.uid ?? '', patch: { memo: '電話済み' } });
    const undone = await t.client.imports.undo({ importUid: uid });
    expect(undone.kept).toEqual([{ table: 'leads', uid: lead?.uid, fields: [] }]);
    const { rows } = await t.client.leads.list({});
    expect(rows.map(row => row.name)).toEqual(['伊藤 誠']);
  });
});

it('lists the rows that became no lead, as they were', async () => {
  const { uid } = await run(EIGHT);
  const { header, rows, total } = await t.client.imports.rows({ importUid: uid, outcome: 'setAside' });
  expect(total).toBe(1);
  expect(rows).toHaveLength(1);
  const [row] = rows;
  expect(row?.cells[header.indexOf('e-mail')]).toBe('unknown@example.jp');
  expect(row).toMatchObject({ line: 24, reason: { code: 'noNameNoCompany' } });
  expect(row?.cells).toContain('unknown@example.jp');
});

it('an opt-out in the file holds for ever, also after the import is taken back and for a row that is set aside', async () => {
  const path = join(t.dir, 'list.csv');
  writeFileSync(
    path,
    '会社名,氏名,メール,配信停止\n甲,山本 太郎,y@example.jp,1\n乙,佐藤 花子,s@example.jp,\n,,unknown@example.jp,はい\n',
  );
  const { uid } = await run(path);
  const stopped = async () => (await t.client.suppressions.list({})).map(row => row.addressKey).sort();
  expect(await stopped()).toEqual(['unknown@example.jp', 'y@example.jp']);
  const [lead] = (await t.client.leads.list({ search: '山本' })).rows;
  expect((await t.client.leads.get({ uid: lead?.uid ?? '' })).suppressed).toBe(true);
  await t.client.imports.undo({ importUid: uid });
  expect(await stopped()).toEqual(['unknown@example.jp', 'y@example.jp']);
});

it('a company another import uses stays when the import that made it is taken back', async () => {
  const import_ = async (name: string, row: string) => {
    const path = join(t.dir, name);
    writeFileSync(path, `会社名,氏名,メール\n${row}\n`);
    return await run(path);
  };
  const first = await import_('a.csv', '株式会社甲,山本 太郎,y@ko.example.jp');
  await import_('b.csv', '株式会社甲,佐藤 花子,s@ko.example.jp');
  await t.client.imports.undo({ importUid: first.uid });
  const { rows } = await t.client.leads.list({});
  expect(rows.map(row => row.name)).toEqual(['佐藤 花子']);
  expect((await t.client.leads.get({ uid: rows[0]?.uid ?? '' })).companyUid).not.toBeNull();
});
