import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { openSheet } from '#test/helpers/call-sheet.ts';
import { editInLibreOffice, hasLibreOffice } from '#test/helpers/libre-office.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

/** A sheet of this list that LibreOffice 7.4 filled in, sorted, filtered, rearranged and saved by `editInLibreOffice`. */
const FIXTURE = 'test/fixtures/calls/sorted-by-libreoffice.xlsx';

let t: TestBackend;
let listUid: string;
beforeEach(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  await makeLeads(
    t,
    Array.from({ length: 12 }, (_, i) => ({
      name: `山本 ${String(i + 1).padStart(2, '0')}`,
      company: `=架空${i + 1}号`,
      phone: `03-0000-10${10 + i}`,
      titleRank: 4,
    })),
  );
  listUid = (await oneList(t)).uid;
});
afterEach(async () => await t.stop());

const items = async () => (await t.client.callLists.get({ uid: listUid })).items;
const WRITTEN = ['noAnswer', 'callback', 'declined', 'material'];

/** The first four rows of the paper carry what was filled in, whatever became of the order of the sheet. */
async function expectReadBack(path: string): Promise<void> {
  const done = await t.client.calls.recordSheet({ file: { path } });
  expect(done).toMatchObject({ recorded: 4, counts: { new: 4, empty: 8, aside: 0, conflict: 0 } });
  const rows = await items();
  expect(rows.map(row => row.outcome)).toEqual([...WRITTEN, ...Array.from({ length: 8 }, () => null)]);
  const callback = await t.client.leads.get({ uid: rows[1]?.leadUid ?? '' });
  expect(callback).toMatchObject({ nextKind: 'callback', nextOn: '2026-11-25' });
  expect(callback.timeline.find(event => event.kind === 'call')?.data).toMatchObject({
    note: '稟議のあと',
    // 14:00 in Tokyo.
    nextAt: '2026-11-25T05:00:00.000Z',
  });
  expect(done.rows.map(row => row.position)).not.toEqual(done.rows.map((_, i) => i + 1));
}

describe('a call sheet that LibreOffice sorted and saved', () => {
  it('comes back right, read from the file kept with the tests', async () => {
    const kept = await openSheet(readFileSync(FIXTURE));
    await givesRowsTheIdsOf(kept.rows);
    await expectReadBack(FIXTURE);
  });

  it.skipIf(!hasLibreOffice())(
    `comes back right, done by the LibreOffice of this machine${hasLibreOffice() ? '' : ' (skipped: no LibreOffice)'}`,
    { timeout: 120_000 },
    async () => {
      await t.client.callLists.sheet({ uid: listUid });
      const [source, target] = [join(t.dir, 'list.xlsx'), join(t.dir, 'sorted.xlsx')];
      writeFileSync(source, t.given.at(-1)?.bytes ?? '');
      editInLibreOffice(source, target, t.dir);
      expect(existsSync(target)).toBe(true);
      await expectReadBack(target);
    },
  );
});

/** The file names rows of another store; the same rows of this one take their ids over. */
async function givesRowsTheIdsOf(rows: readonly Record<string, unknown>[]): Promise<void> {
  const own = await items();
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write(null, async tx => {
    for (const row of rows)
      await tx.db
        .updateTable('call_list_rows')
        .set({ uid: String(row['行ID(消さない)']) })
        .where('uid', '=', own[Number(row['No.']) - 1]?.uid ?? '')
        .execute();
  });
}
