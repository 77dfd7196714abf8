import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { below, seeded } from '#shared/domain/base/seeded.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { oneList } from '#test/helpers/call-lists.ts';
import { openSheet, saveSheet } from '#test/helpers/call-sheet.ts';
import { dosen } from '#test/helpers/cli.ts';
import { atGrowth, atTime, killed } from '#test/helpers/killed.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';

const ROWS = 120;

/** Results of rows of lists in a store that is intact. */
function recorded(store: string): number {
  const raw = new BetterSqlite3(store);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  const rows = raw.prepare("select count(*) from events where kind = 'call'").pluck().get();
  const moved = raw.prepare("select count(*) from leads where next_kind = 'retryCall'").pluck().get();
  expect(moved).toBe(rows);
  raw.close();
  return Number(rows);
}

it('kill −9 while a sheet is read back leaves all of its results or none', { timeout: 300_000 }, async () => {
  const t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  await makeLeads(
    t,
    Array.from({ length: ROWS }, (_, i) => ({
      name: `山本 ${i}`,
      phone: `03-0000-${1000 + i}`,
      titleRank: 4,
    })),
  );
  await t.client.callLists.sheet({ uid: (await oneList(t, { perCaller: ROWS })).uid });
  const sheet = await openSheet(t.given.at(-1)?.bytes ?? new Uint8Array());
  expect(sheet.rows).toHaveLength(ROWS);
  for (const row of sheet.rows) row['結果'] = '不在';
  const file = await saveSheet(t.dir, 'back.xlsx', sheet);
  const { storePath: store } = t;
  await t.backend.keeper.close();
  const bytes = await readStore(store);
  const command = ['--now', '2026-11-20T12:00+09:00', 'calls.recordSheet', JSON.stringify({ file })];
  const random = seeded(seed());
  let kills = 0;
  for (let i = 0; i < runs(40); i++) {
    const wasInTime = await killed(
      store,
      command,
      i % 2 === 0 ? atGrowth(store, 1) : atTime(below(random, 500)),
    );
    if (wasInTime) kills++;
    const found = recorded(store);
    expect([0, ROWS]).toContain(found);
    if (found === ROWS) restore(store, bytes);
  }
  expect(kills).toBeGreaterThan(0);
  expect((await dosen(['--store', store, ...command])).json()).toMatchObject({ recorded: ROWS });
  expect(recorded(store)).toBe(ROWS);
  await t.stop();
});

/** A copy of the store with everything that stood in its log. */
async function readStore(store: string): Promise<Uint8Array> {
  const raw = new BetterSqlite3(store);
  const copy = join(store, '..', 'copy.db');
  await raw.backup(copy);
  raw.close();
  return readFileSync(copy);
}

function restore(store: string, bytes: Uint8Array): void {
  for (const end of ['-wal', '-shm']) writeFileSync(store + end, '');
  writeFileSync(store, bytes);
}
