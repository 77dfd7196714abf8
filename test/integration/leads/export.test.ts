import { existsSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathDesk } from '#electron/backend/host/cli/path-desk.ts';
import type { FileDesk, MadeFile } from '#electron/backend/ports.ts';
import { type RowsFile, zRowsFile } from '#shared/contract/base.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
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

type ExportInput = Parameters<TestBackend['client']['leads']['export']>[0];
const exported = async (input: ExportInput): Promise<RowsFile> => {
  const end = await finished(await t.client.leads.export(input));
  expect(end.state).toBe('done');
  return zRowsFile.parse(end.result);
};
const given = (): Uint8Array => t.given.at(-1)?.bytes ?? new Uint8Array();
const columns: InputOf<'leads', 'export'>['columns'] = ['rank', 'company', 'name', 'phone', 'email', 'memo'];
const everybody = { filter: {} };

/** The cells of the workbook that was given last. */
async function cellsOfBook(): Promise<unknown[][]> {
  const path = join(t.dir, 'out.xlsx');
  writeFileSync(path, given());
  const rows: unknown[] = await readExcelFile(path);
  unlinkSync(path);
  const [first] = rows;
  const isSheet = typeof first === 'object' && first !== null && 'data' in first;
  return (isSheet ? first.data : rows) as unknown[][];
}

describe('leads as a file', () => {
  it('are a CSV for Excel with a byte order mark, in the order of the list', async () => {
    const out = await exported({ selection: everybody, columns });
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
    const out = await exported({ selection, columns: ['name'], encoding: 'shift_jis', sort: 'phone' });
    expect(out).toMatchObject({ lostCount: 1, lost: [{ line: 1, column: '氏名', character: '𠮷' }] });
    expect(new TextDecoder('shift_jis').decode(given())).toBe('氏名\r\n〓田 花子\r\n髙橋 健一\r\n');
  });

  it('are a workbook of text cells: numbers keep their zeros and nothing is a formula', async () => {
    await exported({ selection: everybody, columns, format: 'xlsx' });
    const sheet = await cellsOfBook();
    expect(sheet[0]).toEqual(['ランク', '点数', '会社', '氏名', '電話', 'メール', 'メモ']);
    expect(sheet[1]).toEqual(['B', '49', '=架空電機', '髙橋 健一', '03-0000-1002', null, '一行目\n"二"']);
    expect(sheet[2]?.[4]).toBe('+81-3-0000-1003');
  });

  it('are a workbook that opens whatever somebody typed', async () => {
    const [first] = (await t.client.leads.list({})).rows;
    const memo = `<b>&"'\u0001\u000B\uFFFE\uD800 終わり `;
    await t.client.leads.update({ uid: first?.uid ?? '', patch: { memo } });
    await exported({ selection: { uids: [first?.uid ?? ''] }, columns: ['memo'], format: 'xlsx' });
    const [, [cell] = []] = await cellsOfBook();
    expect(String(cell)).toMatch(/^<b>&"'.*終わり/);
  });

  it('leave out who was taken out of the selection', async () => {
    const [first] = (await t.client.leads.list({})).rows;
    const out = await exported({ selection: { filter: {}, except: [first?.uid ?? ''] }, columns: ['name'] });
    expect(out.rows).toBe(1);
    expect(new TextDecoder().decode(given())).toBe('氏名\r\n𠮷田 花子\r\n');
  });

  it('stand in the history as something that cannot be taken back', async () => {
    const [first] = (await t.client.leads.list({})).rows;
    await exported({ selection: { uids: [first?.uid ?? ''] }, columns: ['name'] });
    const [newest] = (await t.client.history.list({})).operations;
    expect(newest).toMatchObject({
      kind: 'leads.export',
      undoable: false,
      data: { count: 1, format: 'csv' },
    });
  });
});

describe('an export of many leads', () => {
  const many = 1200;
  const out = (): string => join(t.dir, 'out');
  const reopen = async (files: FileDesk): Promise<void> => {
    const { dir } = t;
    await t.backend.stop();
    t = await testBackend({ dir, now: '2026-11-20T01:00:00Z', ports: { files } });
  };
  beforeEach(async () => {
    await reopen(pathDesk({ base: t.dir, out: out() }));
    await makeLeads(
      t,
      Array.from({ length: many }, (_, i) => ({ name: `架空 ${i}`, company: `架空${i}商事` })),
    );
  });

  it.each(['csv', 'xlsx'] as const)('tells how far it is, and writes the %s while it reads', async format => {
    const dones: number[] = [];
    const sizes: number[] = [];
    for await (const event of await t.client.leads.export({ selection: everybody, columns, format })) {
      if (event.state !== 'running') continue;
      dones.push(event.done);
      const [file] = existsSync(out()) ? readdirSync(out()) : [];
      if (file !== undefined) sizes.push(readFileSync(join(out(), file)).length);
    }
    expect(dones.filter(done => done > 0 && done < many).length).toBeGreaterThan(2);
    // The file is there, and not whole, before the last row was read.
    const [file] = readdirSync(out());
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.at(0)).toBeLessThan(readFileSync(join(out(), file ?? '')).length);
  });

  it.each(['csv', 'xlsx'] as const)(
    'that is stopped leaves no %s and no entry in the history',
    async format => {
      let state = '';
      for await (const event of await t.client.leads.export({ selection: everybody, columns, format })) {
        if (event.done > 0 && event.state === 'running') await t.client.jobs.cancel({ jobUid: event.jobUid });
        state = event.state;
      }
      expect(state).toBe('cancelled');
      expect(readdirSync(out())).toEqual([]);
      const kinds = (await t.client.history.list({})).operations.map(one => one.kind);
      expect(kinds).not.toContain('leads.export');
    },
  );

  it('that fails under way leaves no file', async () => {
    const desk = pathDesk({ base: t.dir, out: out() });
    async function* torn(bytes: MadeFile['bytes']): AsyncGenerator<Uint8Array, void, void> {
      for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
        yield piece;
        throw new Error('the disk is full');
      }
    }
    await reopen({ ...desk, give: async made => await desk.give({ ...made, bytes: torn(made.bytes) }) });
    const end = await finished(await t.client.leads.export({ selection: everybody, columns }));
    expect(end).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } });
    expect(readdirSync(out())).toEqual([]);
  });
});
