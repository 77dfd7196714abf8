import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { below, seeded } from '#shared/domain/base/seeded.ts';
import { dosen } from '#test/helpers/cli.ts';
import { atGrowth, atProgress, killed } from '#test/helpers/killed.ts';
import { runs, seed } from '#test/helpers/runs.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const PEOPLE = 400;
const folder = tempFolder();
const store = join(folder, 'team.db');

/** Everything in the store as one digest, and that it is intact. */
function state(): string {
  const raw = new BetterSqlite3(store);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  const hash = createHash('sha256');
  for (const table of [
    'leads',
    'contact_points',
    'affiliations',
    'events',
    'duplicates',
    'operations',
    'changes',
  ])
    hash.update(JSON.stringify(raw.prepare(`select * from ${table} order by id`).all()));
  hash.update(String(raw.prepare('select count(*) from lead_search').pluck().get()));
  raw.close();
  return hash.digest('hex');
}

it('kill −9 at random points of a merge and of its undo leaves all of it or nothing', {
  timeout: 300_000,
}, async () => {
  const lines = ['会社名,氏名,e-mail'];
  for (let i = 0; i < PEOPLE; i++)
    for (const half of ['a', 'b']) lines.push(`株式会社架空${i},山本 ${i}郎,${half}${i}@kakuu.example`);
  const file = join(folder, 'cards.csv');
  writeFileSync(file, lines.join('\r\n'));
  const imported = await dosen(['--store', store, 'imports.run', JSON.stringify({ file: { path: file } })]);
  expect(imported.code).toBe(0);
  const pairUids: string[] = [];
  for (let offset = 0; offset < PEOPLE; offset += 200) {
    const page = await dosen(['--store', store, 'duplicates.list', JSON.stringify({ offset, limit: 200 })]);
    pairUids.push(...(page.json() as { pairs: { uid: string }[] }).pairs.map(pair => pair.uid));
  }
  expect(pairUids).toHaveLength(PEOPLE);
  const random = seeded(seed());
  const apart = state();
  const merge = ['duplicates.mergeMany', JSON.stringify({ pairUids })];
  let kills = 0;
  for (let i = 0; i < runs(60); i++) {
    const isTime =
      i % 3 === 2 ? atGrowth(store, 1 + below(random, 3)) : atProgress('merge', below(random, PEOPLE - 20));
    if (await killed(store, merge, isTime)) kills++;
    // The commit was faster than the signal: then all of it is there.
    if (state() !== apart) break;
  }
  expect(kills).toBeGreaterThan(0);
  if (state() === apart) {
    const run = await dosen(['--store', store, ...merge]);
    expect(run.json()).toMatchObject({ merged: PEOPLE, left: 0 });
  }
  const together = state();
  const counts = new BetterSqlite3(store, { readonly: true });
  const alive = counts.prepare('select count(*) from leads where trashed_at is null').pluck().get();
  counts.close();
  expect(alive).toBe(PEOPLE);
  for (let i = 0; i < runs(40); i++) {
    await killed(store, ['history.undo', '{}'], atGrowth(store, 1));
    if (state() !== together) break;
  }
  if (state() === together) expect((await dosen(['--store', store, 'history.undo', '{}'])).code).toBe(0);
  const raw = new BetterSqlite3(store, { readonly: true });
  expect(raw.prepare("select count(*) from duplicates where state = 'open'").pluck().get()).toBe(PEOPLE);
  expect(raw.prepare('select count(*) from leads where trashed_at is null').pluck().get()).toBe(2 * PEOPLE);
  raw.close();
});
