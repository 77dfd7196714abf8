import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, finished, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { makePractice, testSender } from '#test/helpers/mail.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const HEADER = '会社名,部署名,役職,氏名,フリガナ,e-mail,TEL会社,携帯電話,郵便番号,住所,URL,メモ,名刺交換日';
const PERSON =
  '株式会社消去商会,特命開発室,室長,鬼頭 朔太郎,キトウ サクタロウ,s.kitoh@erased.example,03-0000-4711,090-0000-4712,100-0001,東京都千代田区消去町4-7-1,https://erased.example/,極秘の覚え書き,2026/11/18';
const OTHERS = [
  '架空商事株式会社,営業部,部長,山本 太郎,ヤマモト タロウ,t.yamamoto@example.jp,03-0000-1001,,,,,,2026/11/18',
  '架空物産株式会社,,,佐藤 花子,,h.sato@example.jp,03-0000-1002,,,,,,2026/11/18',
];
/** Everything that says who it was, in every form the store may have made of it. */
const TRACES = [
  '鬼頭',
  '朔太郎',
  'キトウ',
  'サクタロウ',
  's.kitoh',
  'S.KITOH',
  'kitoh2',
  '0000-4711',
  '0000-4712',
  '+81300004711',
  '+819000004712',
  '0000-4713',
  '+81300004713',
  '消去町',
  '消去商会',
  '特命開発室',
  '極秘の覚え書き',
  '折り返しは夜に',
  '仕分けの覚え',
];

async function importFile(name: string, rows: readonly string[]): Promise<void> {
  const path = join(t.dir, name);
  writeFileSync(path, [HEADER, ...rows].map(line => `${line}\r\n`).join(''));
  const about = { channel: 'event' as const, eventName: '架空フェア2026' };
  expect((await finished(await t.client.imports.run({ file: { path }, about }))).state).toBe('done');
}
const uidOf = async (search: string) => (await t.client.leads.list({ search })).rows[0]?.uid ?? '';

/** Which traces are in the bytes of the store, its log included. */
function tracesLeft(): string[] {
  const files = [t.storePath, `${t.storePath}-wal`].filter(path => existsSync(path));
  const bytes = Buffer.concat(files.map(path => readFileSync(path)));
  return TRACES.filter(
    trace => bytes.includes(Buffer.from(trace)) || bytes.includes(Buffer.from(trace, 'utf16le')),
  );
}

/** A life in the store that leaves traces everywhere. */
async function live(): Promise<string> {
  await makePractice(t);
  await t.client.mail.saveSender(testSender);
  await importFile('fair.csv', [OTHERS[0] ?? '', PERSON, OTHERS[1] ?? '']);
  const [batch] = await t.client.triage.batches({});
  const uid = await uidOf('鬼頭');
  await t.client.triage.record({
    leadUid: uid,
    rank: 'B',
    memo: '仕分けの覚え',
    importUid: batch?.importUid,
  });
  await t.client.leads.update({ uid, patch: { phone: '03-0000-4713', email: 's.kitoh2@erased.example' } });
  await t.client.leads.update({ uid, patch: { phone: '03-0000-4711', email: 's.kitoh@erased.example' } });
  const [sequence] = await t.client.sequences.list({});
  await t.client.sequences.enroll({ leadUids: [uid], sequenceKey: sequence?.key ?? '' });
  t.clock.set('2026-11-24T01:00:00Z');
  expect((await t.client.mail.tick({})).accepted).toBe(1);
  const list = await oneList(t);
  const { items } = await t.client.callLists.get({ uid: list.uid });
  const row = items.find(item => item.leadUid === uid);
  await t.client.calls.record({
    leadUid: uid,
    outcome: 'appointment',
    nextAt: '2026-11-26T01:00:00Z',
    note: '折り返しは夜に',
    listRowUid: row?.uid,
  });
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write(null, async tx => {
    await tx.db.updateTable('call_lists').set({ printed_at: tx.at }).where('uid', '=', list.uid).execute();
  });
  await t.client.callLists.generate({ weekOn: '2026-11-30' });
  await t.client.leads.trash({ uids: [uid] });
  // A row that waits because the person was in the trash at the time.
  await importFile('again.csv', [PERSON.replace('覚え書き', '覚え書き2')]);
  await t.client.leads.restore({ uids: [uid] });
  await t.client.leads.create({ name: '鬼頭 朔太郎', email: 's.kitoh@erased.example', memo: '三度目' });
  return uid;
}

describe('erasure on request', () => {
  it('leaves no byte of the person in the store, and rates and lists as they were', async () => {
    const uid = await live();
    expect(tracesLeft()).toContain('朔太郎');
    const ctx = await t.backend.contextFor(undefined);
    // Late enough that everybody's 90 days are over.
    t.clock.set('2027-03-01T01:00:00Z');
    const counted = async () => await t.client.insights.beforeAfter({});
    const before = await counted();
    expect(before.after).toMatchObject({ n: 3, x: 1 });
    const lists = (await t.client.callLists.list({})).map(({ rows, done }) => [rows, done]);
    const sent = (await t.client.outbox.list({})).counts['accepted'];
    const others = (await t.client.leads.list({})).rows.filter(row => row.uid !== uid);

    const { outside } = await t.client.leads.erase({ uid, confirm: '鬼頭朔太郎' });

    expect(outside).toMatchObject({ sentMails: 1, copies: [] });
    expect(outside.printedLists).toHaveLength(1);
    expect(tracesLeft()).toEqual([]);
    expect(await counted()).toEqual(before);
    expect((await t.client.callLists.list({})).map(({ rows, done }) => [rows, done])).toEqual(lists);
    expect((await t.client.outbox.list({})).counts['accepted']).toBe(sent);
    expect((await t.client.leads.list({})).rows).toEqual(others);
    await expect(t.client.leads.get({ uid })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await ctx.read.selectFrom('erasures').select(['lead_uid', 'acquired_on']).execute()).toEqual([
      { lead_uid: uid, acquired_on: '2026-11-18' },
    ]);
    expect(await t.client.store.verify({})).toMatchObject({ ok: true });
  });

  it('is not revived by taking back anything that was done before, nor after a restart', async () => {
    const uid = await live();
    await t.client.leads.erase({ uid, confirm: '鬼頭 朔太郎' });
    t = await t.restart();
    const { operations } = await t.client.history.list({ limit: 500 });
    for (const operation of operations)
      if (operation.undoable && !operation.undone)
        await t.client.history.undo({ operationUid: operation.uid });
    expect(tracesLeft()).toEqual([]);
    await expect(t.client.leads.get({ uid })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(JSON.stringify((await t.client.history.list({ limit: 500 })).operations)).not.toContain('鬼頭');
  });

  it('keeps the opt-out, and nothing but the opt-out, of somebody who wanted no mail', async () => {
    const uid = await live();
    await t.client.suppressions.add({ address: 's.kitoh@erased.example' });
    await t.client.leads.erase({ uid, confirm: '鬼頭 朔太郎' });
    expect(tracesLeft()).toEqual([]);
    expect(await t.client.suppressions.list({})).toMatchObject([{ isErased: true }]);
    await t.client.leads.create({ name: '鬼頭 朔太郎', email: 's.kitoh@erased.example' });
    const again = await uidOf('鬼頭');
    expect((await t.client.leads.get({ uid: again })).suppressed).toBe(true);
  });

  it('takes people merged into the lead along', async () => {
    const uid = await live();
    await importFile('merged.csv', [
      PERSON.replaceAll('鬼頭', '旧姓').replaceAll('kitoh', 'kyusei').replaceAll('4712', '4799'),
    ]);
    const other = await uidOf('旧姓');
    const ctx = await t.backend.contextFor(undefined);
    await ctx.write({ kind: 'test.merge' }, async tx => {
      const rows = await tx.read
        .selectFrom('leads')
        .select(['id', 'uid'])
        .where('uid', 'in', [uid, other])
        .execute();
      const id = (wanted: string) => rows.find(row => row.uid === wanted)?.id ?? 0;
      await tx.update('leads', id(other), { merged_into_id: id(uid), trashed_at: tx.at });
    });
    await t.client.leads.erase({ uid, confirm: '鬼頭 朔太郎' });
    const bytes = readFileSync(t.storePath);
    expect(['旧姓', 'kyusei', '0000-4799'].filter(trace => bytes.includes(Buffer.from(trace)))).toEqual([]);
    expect(tracesLeft()).toEqual([]);
  });

  it('asks for the name and erases nothing for another one', async () => {
    await importFile('fair.csv', [PERSON]);
    const uid = await uidOf('鬼頭');
    await expect(t.client.leads.erase({ uid, confirm: '山本 太郎' })).rejects.toMatchObject({
      code: 'CONFIRM_DIFFERS',
    });
    expect((await t.client.leads.get({ uid })).name).toBe('鬼頭 朔太郎');
  });

  it('names the copies beside the store, which still hold the person', async () => {
    await importFile('fair.csv', [PERSON]);
    const copy = join(t.dir, 'dosen-backup-20261119-010000.db');
    await t.client.store.backup({ path: copy });
    const { outside } = await t.client.leads.erase({ uid: await uidOf('鬼頭'), confirm: '鬼頭 朔太郎' });
    expect(outside).toEqual({ printedLists: [], sentMails: 0, copies: ['dosen-backup-20261119-010000.db'] });
    expect(readFileSync(copy).includes(Buffer.from('朔太郎'))).toBe(true);
  });
});
