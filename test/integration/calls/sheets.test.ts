import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackZip } from '#electron/backend/imports/zip-guard.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { openSheet, type OpenSheet, saveSheet } from '#test/helpers/call-sheet.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
let listUid: string;
let leads: string[];
beforeEach(async () => {
  // Friday 2026-11-20, 10:00 in Tokyo; Monday 11-23 is a holiday.
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  leads = await makeLeads(
    t,
    ['佐藤', '鈴木', '髙橋', '𠮷田', '伊藤'].map((name, i) => ({
      name,
      company: i === 0 ? '=HYPERLINK("x")' : `架空${5 - i}号株式会社`,
      phone: `03-0000-100${i}`,
      titleRank: 4,
    })),
  );
  listUid = (await oneList(t)).uid;
});
afterEach(async () => await t.stop());

const written = async (): Promise<OpenSheet> => {
  await t.client.callLists.sheet({ uid: listUid });
  return await openSheet(t.given.at(-1)?.bytes ?? new Uint8Array());
};
const items = async () => (await t.client.callLists.get({ uid: listUid })).items;
const outcomes = async () => Object.fromEntries((await items()).map(row => [row.name, row.outcome]));
const rowOf = (sheet: OpenSheet, name: string): Record<string, unknown> => {
  const row = sheet.rows.find(one => one['氏名'] === name);
  if (!row) throw new Error(`nobody called ${name}`);
  return row;
};
const fill = (sheet: OpenSheet, name: string, cells: Record<string, string | number | Date>): void =>
  void Object.assign(rowOf(sheet, name), cells);
const back = async (sheet: OpenSheet, name = 'list.xlsx') => ({ file: await saveSheet(t.dir, name, sheet) });
const stateOf = (sheet: { rows: { name: string; state: string; why: { code: string } | null }[] }) =>
  Object.fromEntries(sheet.rows.map(row => [row.name, row.why?.code ?? row.state]));
/** Everything a result may change; what was taken back, and what the app itself logged, stays by design. */
const dump = async () => ({
  list: await items(),
  leads: await Promise.all(
    leads.map(async uid => {
      const { timeline, ...lead } = await t.client.leads.get({ uid });
      return { ...lead, timeline: timeline.filter(event => !event.retracted && event.source !== 'system') };
    }),
  ),
});

describe('a list as a sheet', () => {
  it('has the rows and the order of the list, drop-downs, and text that stays text', async () => {
    const sheet = await written();
    expect(sheet.rows.map(row => row['氏名'])).toEqual((await items()).map(row => row.name));
    expect(sheet.rows.map(row => row['No.'])).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(sheet.rows.map(row => row['リスト番号']))).toEqual(new Set(['1-3']));
    expect(rowOf(sheet, '佐藤')['会社名／部署・役職']).toBe('=HYPERLINK("x")');
    expect(t.given.at(-1)?.name).toBe('電話リスト_1-3.xlsx');

    const parts = unpackZip(t.given.at(-1)?.bytes ?? new Uint8Array(), {
      unpacked: 1e7,
      ratio: 1000,
      ratioFrom: 1e7,
    });
    if (typeof parts === 'string') throw new Error(parts);
    const xml = (name: string) =>
      Buffer.from(parts.find(part => part.name === name)?.bytes ?? '').toString('utf8');
    expect(xml('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    expect(xml('xl/worksheets/sheet1.xml')).toContain(
      '<dataValidation type="list" sqref="H2:H6" allowBlank="1"',
    );
    expect(xml('xl/worksheets/sheet1.xml')).toContain("'コード表'!$B$2:$B$12");
    expect((await t.client.callLists.get({ uid: listUid })).printedAt).not.toBeNull();
  });

  it('leaves out who may not be phoned any more, and keeps the numbers of the others', async () => {
    const [first] = await items();
    await t.client.calls.record({ leadUid: first?.leadUid ?? '', outcome: 'declined', doNotCall: true });
    const sheet = await written();
    expect(sheet.rows.map(row => row['No.'])).toEqual([2, 3, 4, 5]);
  });
});

describe('a sheet that comes back', () => {
  it('is matched by row id when it was sorted, its columns moved and its name changed', async () => {
    const sheet = await written();
    fill(sheet, '佐藤', { 結果: '不在' });
    fill(sheet, '髙橋', {
      結果: '再TEL',
      次回の日付: new Date('2026-11-25'),
      次回の時刻: '14:00',
      メモ: '稟議のあと',
    });
    fill(sheet, '𠮷田', { 結果: '７', 理由: '予算' });
    sheet.rows = sheet.rows.toReversed();
    sheet.heads = sheet.heads.toReversed();
    sheet.heads.splice(3, 0, '地域');
    const input = await back(sheet, 'コピー ～ 佐藤.xlsx');

    const before = await dump();
    const preview = await t.client.calls.previewSheet(input);
    expect(stateOf(preview)).toEqual({ 佐藤: 'new', 鈴木: 'empty', 髙橋: 'new', 𠮷田: 'new', 伊藤: 'empty' });
    expect(await dump()).toEqual(before);

    const done = await t.client.calls.recordSheet(input);
    expect(done).toMatchObject({ recorded: 3, counts: { new: 3, empty: 2, aside: 0 } });
    expect(await outcomes()).toEqual({
      佐藤: 'noAnswer',
      鈴木: null,
      髙橋: 'callback',
      𠮷田: 'declined',
      伊藤: null,
    });
    // The next business day after Friday the 20th, over the holiday, is Tuesday.
    expect(await t.client.leads.get({ uid: leads[0] ?? '' })).toMatchObject({
      nextKind: 'retryCall',
      nextOn: '2026-11-24',
    });
    expect(await t.client.leads.get({ uid: leads[2] ?? '' })).toMatchObject({
      nextKind: 'callback',
      nextOn: '2026-11-25',
    });

    await t.client.history.undo({ operationUid: done.operationUid ?? '' });
    expect(await dump()).toEqual(before);
  });

  it('read twice records nothing twice', async () => {
    const sheet = await written();
    fill(sheet, '佐藤', { 結果: '不在', メモ: '  午後  がよい ' });
    const input = await back(sheet);
    await t.client.calls.recordSheet(input);
    const again = await t.client.calls.recordSheet(input);
    expect(again).toMatchObject({ recorded: 0, operationUid: null, counts: { entered: 1, empty: 4 } });
    // Written anew it holds what was recorded, and read back it changes nothing.
    const next = await written();
    expect(rowOf(next, '佐藤')).toMatchObject({ 結果: '不在', メモ: '午後 がよい' });
    expect(await t.client.calls.recordSheet(await back(next))).toMatchObject({ counts: { entered: 1 } });
  });

  it('asks where both sides were changed, and takes what was chosen', async () => {
    const sheet = await written();
    for (const name of ['佐藤', '鈴木']) fill(sheet, name, { 結果: '担当者不在' });
    for (const index of [0, 1])
      await t.client.calls.record({
        leadUid: leads[index] ?? '',
        listRowUid: (await items()).find(row => row.leadUid === leads[index])?.uid ?? '',
        outcome: 'material',
      });
    const input = await back(sheet);
    const preview = await t.client.calls.previewSheet(input);
    expect(preview.counts).toMatchObject({ conflict: 2, new: 0 });
    const conflict = preview.rows.find(row => row.name === '鈴木');
    expect(conflict).toMatchObject({ written: { outcome: 'away' }, stored: { outcome: 'material' } });
    expect(await t.client.calls.recordSheet(input)).toMatchObject({ recorded: 0, operationUid: null });

    const before = await dump();
    const done = await t.client.calls.recordSheet({
      ...input,
      choices: [{ rowUid: conflict?.rowUid ?? '', take: 'sheet' }],
    });
    expect(done.recorded).toBe(1);
    expect(await outcomes()).toMatchObject({ 佐藤: 'material', 鈴木: 'away' });
    const { timeline } = await t.client.leads.get({ uid: leads[1] ?? '' });
    expect(timeline.filter(event => event.kind === 'call' && !event.retracted)).toHaveLength(1);
    await t.client.history.undo({ operationUid: done.operationUid ?? '' });
    expect((await dump()).list).toEqual(before.list);
    expect((await dump()).leads.map(lead => lead.nextKind)).toEqual(before.leads.map(lead => lead.nextKind));
  });

  it('corrects a result that only the sheet has changed, but none that more hangs on', async () => {
    const first = await written();
    fill(first, '佐藤', { 結果: '不在' });
    fill(first, '鈴木', { 結果: 'アポ', 次回の日付: new Date('2026-11-26'), '場所(アポ)': '本社 3階' });
    await t.client.calls.recordSheet(await back(first));
    expect((await t.client.opportunities.list({})).rows).toMatchObject([
      { meetingOn: '2026-11-26', place: '本社 3階' },
    ]);
    expect((await t.client.calls.recordSheet(await back(first))).counts).toMatchObject({
      entered: 2,
      new: 0,
    });
    const second = await written();
    expect(second.rows).toHaveLength(4);
    fill(second, '佐藤', { 結果: '資料送付' });
    expect(stateOf(await t.client.calls.previewSheet(await back(second)))).toMatchObject({ 佐藤: 'changed' });
    expect((await t.client.calls.recordSheet(await back(second))).recorded).toBe(1);
    expect(await outcomes()).toMatchObject({ 佐藤: 'material', 鈴木: 'appointment' });

    fill(first, '鈴木', { 結果: '不在' });
    expect(stateOf(await t.client.calls.previewSheet(await back(first)))).toMatchObject({
      佐藤: 'conflict',
      鈴木: 'undoFirst',
    });
  });

  it('sets aside what it cannot read, what is missing, and whom nobody may phone', async () => {
    const sheet = await written();
    fill(sheet, '佐藤', { 結果: 'つながらない' });
    fill(sheet, '鈴木', { 結果: '断り' });
    fill(sheet, '髙橋', { 結果: '不在' });
    fill(sheet, '𠮷田', { 結果: '不在' });
    fill(sheet, '伊藤', { 結果: '再TEL', 次回の日付: '来週' });
    sheet.rows.push({ 結果: '不在', '行ID(消さない)': '01939f5e-7c1a-7b3c-9d2e-0123456789ab' });
    await t.client.leads.erase({ uid: leads[2] ?? '', confirm: '髙橋' });
    await t.client.leads.trash({ uids: [leads[3] ?? ''] });
    const done = await t.client.calls.recordSheet(await back(sheet));
    expect(done).toMatchObject({ recorded: 0, counts: { aside: 6 } });
    expect(done.rows.map(row => [row.line, row.why?.code, row.why?.text])).toEqual([
      [2, 'unknown', 'つながらない'],
      [3, 'lacksReason', ''],
      [4, 'erased', ''],
      [5, 'trashed', ''],
      [6, 'unread', '来週'],
      [7, 'rowUnknown', ''],
    ]);
    expect(done.rows[2]).toMatchObject({ name: '', company: '' });
  });

  it('names the day of the call, row by row or for all of them', async () => {
    const sheet = await written();
    t.clock.set('2026-11-25T01:00:00Z');
    fill(sheet, '佐藤', { 結果: '不在' });
    fill(sheet, '鈴木', { 結果: '不在', 電話した日: new Date('2026-11-20') });
    fill(sheet, '髙橋', { 結果: '不在', 電話した日: '11/26' });
    const done = await t.client.calls.recordSheet({ ...(await back(sheet)), calledOn: '2026-11-24' });
    expect(stateOf(done)).toMatchObject({ 佐藤: 'new', 鈴木: 'new', 髙橋: 'outside' });
    const daysOf = Object.fromEntries(
      (await items()).map(row => [row.name, row.outcomeAt === null ? null : row.outcomeAt.slice(0, 10)]),
    );
    expect(daysOf).toMatchObject({ 佐藤: '2026-11-24', 鈴木: '2026-11-20', 髙橋: null });
    await expect(
      t.client.calls.recordSheet({ ...(await back(sheet)), calledOn: '2026-11-26' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is refused when it is no call list, and nothing is written', async () => {
    const sheet = await written();
    const before = await dump();
    const bytes = t.given.at(-1)?.bytes ?? new Uint8Array();
    const files: [string, string, Uint8Array | string][] = [
      ['SHEET_NOT_A_LIST', 'cards.csv', '会社名,氏名\n架空,山本\n'],
      ['FILE_WORKBOOK_BROKEN', 'cut.xlsx', bytes.subarray(0, bytes.length / 2)],
      ['FILE_EMPTY', 'empty.csv', ''],
    ];
    for (const [code, name, content] of files) {
      const path = join(t.dir, name);
      writeFileSync(path, content);
      await expect(t.client.calls.recordSheet({ file: { path } })).rejects.toMatchObject({ code });
    }
    sheet.heads = sheet.heads.filter(head => head !== '行ID(消さない)');
    await expect(t.client.calls.recordSheet(await back(sheet))).rejects.toMatchObject({
      code: 'SHEET_NOT_A_LIST',
      data: { name: 'list.xlsx' },
    });
    expect(await dump()).toEqual(before);
  });
});
