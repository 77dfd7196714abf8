import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { dumpStore } from '#test/helpers/dump.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
});
afterEach(async () => await t.stop());

const HEADER = '会社名,氏名,e-mail,TEL会社,携帯電話,メモ';
async function importCards(name: string, ...rows: string[]): Promise<ImportSummary> {
  const path = join(t.dir, `${name}.csv`);
  writeFileSync(path, [HEADER, ...rows].map(line => `${line}\r\n`).join(''));
  const job = await finished(await t.client.imports.run({ file: { path } }));
  expect(job.error).toBeUndefined();
  return job.result as ImportSummary;
}
const list = async (more: Parameters<TestBackend['client']['duplicates']['list']>[0] = {}) =>
  await t.client.duplicates.list(more);
const uidOf = async (search: string) => (await t.client.leads.list({ search })).rows.map(row => row.uid);
const mergeAll = async (pairUids: string[]) =>
  await finished(await t.client.duplicates.mergeMany({ pairUids }));

/** Spring and autumn card of one person (C), and a namesake at a company that may be the same (D). */
const SPRING = '株式会社架空商事,山本 太郎,yamamoto@kakuu.example,03-0000-1001,,春';
const AUTUMN = '株式会社架空商事,山本 太郎,t.yamamoto@kakuu.example,03-0000-1001,,秋';
const LOOSE = '架空商事,山本 太郎,yt@elsewhere.example,06-0000-2002,,別';

describe('look-alikes', () => {
  it('of an import wait as pairs with both people side by side', async () => {
    await importCards('spring', SPRING);
    const { uid, counts } = await importCards(
      'autumn',
      AUTUMN,
      '株式会社別,佐藤 花子,hanako@betsu.example,,,',
    );
    expect(counts).toMatchObject({ new: 1, asked: 1 });
    const { pairs, total, counts: levels } = await list({ importUid: uid });
    expect([total, levels]).toEqual([1, { A: 0, B: 0, C: 1, D: 0 }]);
    const [pair] = pairs;
    expect(pair).toMatchObject({ level: 'C', reason: 'companyAndName', state: 'open' });
    expect(pair?.survivor.values.email).toBe('yamamoto@kakuu.example');
    expect(pair?.other.values.email).toBe('t.yamamoto@kakuu.example');
    expect(pair?.fields.filter(field => field.differs).map(field => field.field)).toContain('email');
    expect(await t.client.duplicates.count({})).toEqual({ open: 1 });
  });

  it('go away with the import that brought them', async () => {
    await importCards('spring', SPRING);
    const before = dumpStore(t);
    const { uid } = await importCards('autumn', AUTUMN);
    await t.client.imports.undo({ importUid: uid });
    expect(await list()).toMatchObject({ pairs: [], total: 0 });
    expect(dumpStore(t)['duplicates']).toEqual(before['duplicates']);
  });

  it('of a typed card wait too', async () => {
    await importCards('spring', SPRING);
    const typed = await t.client.leads.create({ companyName: '架空商事', name: '山本太郎' });
    expect(typed.outcome).toBe('asked');
    expect((await list({ leadUid: typed.uid })).pairs).toMatchObject([
      { level: 'D', reason: 'looseCompanyAndName', other: { uid: typed.uid } },
    ]);
  });

  it('said to be different are not asked again, whatever comes in later', async () => {
    await importCards('spring', SPRING);
    await importCards('autumn', AUTUMN);
    const [pair] = (await list()).pairs;
    await t.client.duplicates.answer({ pairUids: [pair?.uid ?? ''], answer: 'different' });
    expect((await list()).total).toBe(0);
    await importCards('again', AUTUMN, SPRING);
    // This card is both people's by their own addresses: the same question again.
    await importCards(
      'both',
      '株式会社架空商事,山本 太郎,"yamamoto@kakuu.example;t.yamamoto@kakuu.example",,,',
    );
    await finished(await t.client.duplicates.scan({}));
    expect((await list()).total).toBe(0);
    expect((await list({ state: 'different' })).total).toBe(1);
    await t.client.history.undo({});
    await t.client.duplicates.answer({ pairUids: [pair?.uid ?? ''], answer: 'open' });
    expect((await list()).total).toBe(1);
  });

  it('of a full store are found by looking, each once', async () => {
    await makeLeads(t, [
      { name: '山本 太郎', company: '株式会社架空商事', email: 'a@kakuu.example' },
      { name: '山本 太郎', company: '架空商事', email: 'b@kakuu.example' },
      { name: '佐藤 花子', company: '株式会社別', email: 'info@betsu.example', phone: '03-0000-1009' },
      { name: '鈴木 一郎', company: '株式会社別', email: 'info@betsu.example', phone: '03-0000-1009' },
      { name: '山本 次郎', company: '株式会社遠い', email: 'a@kakuu.example', phone: '' },
    ]);
    const role = await t.backend.contextFor(undefined);
    await role.write(null, async tx => {
      await tx.db
        .updateTable('contact_points')
        .set({ is_role: 1 })
        .where('value', 'like', 'info@%')
        .execute();
    });
    const job = await finished(await t.client.duplicates.scan({}));
    expect(job).toMatchObject({ state: 'done', result: { found: 2 } });
    expect((await list()).pairs.map(pair => [pair.level, pair.reason])).toEqual([
      ['D', 'emailOtherName'],
      ['D', 'looseCompanyAndName'],
    ]);
    expect((await finished(await t.client.duplicates.scan({}))).result).toMatchObject({ found: 0 });
  });
});

describe('many pairs merged at once', () => {
  it('are one operation: the sure ones only, and all come back together', async () => {
    await importCards('spring', SPRING);
    await importCards('autumn', AUTUMN);
    await importCards('loose', LOOSE);
    const before = dumpStore(t);
    const uids = (await list()).pairs.map(pair => pair.uid);
    expect(uids).toHaveLength(3);
    const job = await mergeAll(uids);
    expect(job).toMatchObject({ state: 'done', result: { merged: 1, left: 2 } });
    // What was asked about the merged person is asked about the survivor, once.
    const after = await list();
    expect(after.pairs.map(pair => pair.level)).toEqual(['D']);
    expect((await list({ state: 'merged' })).pairs[0]?.operation).toMatchObject({ pairs: 3 });
    await t.client.history.undo({});
    expect(dumpStore(t)).toEqual(before);
  });

  it('follow a chain to one survivor, but never over a pair said to be different', async () => {
    const [a = '', b = '', c = ''] = await makeLeads(t, [{}, {}, {}]);
    await finished(await t.client.duplicates.scan({}));
    expect((await list()).total).toBe(2);
    // c looks like b as well; b and a are not the same.
    const ctx = await t.backend.contextFor(undefined);
    await ctx.write(null, async tx => {
      const ids = await tx.db.selectFrom('leads').select(['id', 'uid']).execute();
      const id = (uid: string) => ids.find(row => row.uid === uid)?.id ?? 0;
      await tx.bulk.insert('duplicates', [
        {
          uid: 'c-b',
          lead_id: id(c),
          other_id: id(b),
          level: 'C',
          reason: 'companyAndName',
          state: 'open',
          import_id: null,
          found_at: ctx.now(),
          decided_at: null,
          member_id: null,
        },
      ]);
    });
    const ofB = (await list({ leadUid: b })).pairs.find(pair => pair.survivor.uid === a);
    await t.client.duplicates.answer({ pairUids: [ofB?.uid ?? ''], answer: 'different' });
    const job = await mergeAll((await list()).pairs.map(pair => pair.uid));
    expect(job.result).toMatchObject({ merged: 1, left: 1 });
    expect((await t.client.leads.list({})).total).toBe(2);
    expect((await t.client.leads.get({ uid: b })).uid).toBe(b);
  });
});

describe('an import taken back after a merge', () => {
  it('leaves the people who took part, with all that is theirs, and says so', async () => {
    await importCards('spring', SPRING);
    const { uid: importUid } = await importCards(
      'autumn',
      AUTUMN,
      '株式会社別,佐藤 花子,hanako@betsu.example,,,',
    );
    const [pair] = (await list()).pairs;
    const [older, newer] = [pair?.survivor.uid ?? '', pair?.other.uid ?? ''];
    const merged = await t.client.leads.merge({ survivorUid: older, otherUid: newer });
    const { kept } = await t.client.imports.undo({ importUid });
    expect(kept).toEqual([{ table: 'leads', uid: newer, fields: [] }]);
    expect(await uidOf('佐藤')).toEqual([]);
    const survivor = await t.client.leads.get({ uid: older });
    expect(survivor.contactPoints.map(point => point.value)).toContain('t.yamamoto@kakuu.example');
    await t.client.history.undo({ operationUid: merged.operationUid });
    const back = await t.client.leads.get({ uid: newer });
    expect(back).toMatchObject({ uid: newer, email: 't.yamamoto@kakuu.example', memo: '秋' });
    expect(back.timeline.filter(event => !event.retracted).map(event => event.kind)).toEqual([
      'card.exchanged',
    ]);
  });

  it('finds a merged person again by either card: the same files bring nobody new', async () => {
    const spring = await importCards('spring', SPRING);
    await importCards('autumn', AUTUMN);
    const [pair] = (await list()).pairs;
    await t.client.leads.merge({ survivorUid: pair?.survivor.uid ?? '', otherUid: pair?.other.uid ?? '' });
    for (const [name, row] of [
      ['s2', SPRING],
      ['a2', AUTUMN],
    ] as const)
      expect((await importCards(name, row)).counts).toMatchObject({
        new: 0,
        asked: 0,
        filled: 1,
        unchanged: 1,
      });
    expect((await t.client.leads.list({})).total).toBe(spring.counts.new);
  });
});
