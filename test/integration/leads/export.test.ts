import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  await makeLeads(t, [
    {
      name: '髙橋 健一',
      company: '=架空電機',
      phone: '03-0000-1002',
      titleRank: 4,
      fields: { memo: '一行目\n"二"' },
    },
    { name: '𠮷田 花子', company: '架空,商事', phone: '+81-3-0000-1003', email: 'h@example.jp' },
  ]);
});
afterEach(async () => await t.stop());

const given = (): Uint8Array => t.given.at(-1)?.bytes ?? new Uint8Array();
const columns = ['rank', 'company', 'name', 'phone', 'email', 'memo'] as const;
const everybody = { filter: {} };

describe('leads as a file', () => {
  it('are a CSV for Excel with a byte order mark, in the order of the list', async () => {
    const out = await t.client.leads.export({ selection: everybody, columns: [...columns] });
    expect(out).toMatchObject({ name: 'リード_2026-11-20.csv', mediaType: 'text/csv', rows: 2, lost: [] });
    expect(Buffer.from(given()).subarray(0, 3).toString('hex')).toBe('efbbbf');
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(given()), { skipEmptyLines: true });
    expect(data).toEqual([
      ['ランク', '点数', '会社', '氏名', '電話', 'メール', 'メモ'],
      ['B', '49', "'=架空電機", '髙橋 健一', '03-0000-1002', '', '一行目\n"二"'],
      ['C', '19', '架空,商事', '𠮷田 花子', "'+81-3-0000-1003", 'h@example.jp', ''],
    ]);
  });

  it('say which characters Shift_JIS does not have', async () => {
    const selection = { filter: {}, except: [] };
    const out = await t.client.leads.export({
      selection,
      columns: ['name'],
      encoding: 'shift_jis',
      sort: 'phone',
    });
    expect(out.lost).toEqual([{ line: 1, column: '氏名', character: '𠮷' }]);
    expect(new TextDecoder('shift_jis').decode(given())).toBe('氏名\r\n〓田 花子\r\n髙橋 健一\r\n');
  });

  it('are a workbook of text cells: numbers keep their zeros and nothing is a formula', async () => {
    await t.client.leads.export({ selection: everybody, columns: [...columns], format: 'xlsx' });
    const path = join(t.dir, 'out.xlsx');
    writeFileSync(path, given());
    const rows = await readExcelFile(path);
    unlinkSync(path);
    const sheet = (
      Array.isArray(rows) && 'data' in (rows[0] ?? {})
        ? (rows[0] as unknown as { data: unknown[][] }).data
        : rows
    ) as unknown[][];
    expect(sheet[1]).toEqual(['B', '49', '=架空電機', '髙橋 健一', '03-0000-1002', null, '一行目\n"二"']);
    expect(sheet[2]?.[4]).toBe('+81-3-0000-1003');
  });

  it('stand in the history as something that cannot be taken back', async () => {
    const [first] = (await t.client.leads.list({})).rows;
    await t.client.leads.export({ selection: { uids: [first?.uid ?? ''] }, columns: ['name'] });
    const [newest] = (await t.client.history.list({})).operations;
    expect(newest).toMatchObject({
      kind: 'leads.export',
      undoable: false,
      data: { count: 1, format: 'csv' },
    });
  });
});
