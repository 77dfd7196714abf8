import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { below, seeded } from '#shared/domain/base/seeded.ts';
import { cardFile, laterCard } from '#test/helpers/card-file.ts';
import { dosen } from '#test/helpers/cli.ts';
import { atGrowth, atProgress, atTime, killed, type Point } from '#test/helpers/killed.ts';
import { runs, seed } from '#test/helpers/runs.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const ROWS = 1200;
const folder = tempFolder();
const store = join(folder, 'team.db');
const random = seeded(seed());

const TABLES = [
  'leads',
  'companies',
  'contact_points',
  'affiliations',
  'events',
  'imports',
  'import_rows',
  'operations',
  'changes',
  'duplicates',
];

/** Everything in the store as one digest with the number of its leads, and that it is intact. */
function state(): { leads: number; digest: string } {
  const raw = new BetterSqlite3(store);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  const hash = createHash('sha256');
  for (const table of TABLES)
    for (const row of raw.prepare(`select * from ${table} order by id`).iterate())
      hash.update(JSON.stringify(row));
  hash.update(String(raw.prepare('select count(*) from lead_search').pluck().get()));
  const leads = Number(raw.prepare('select count(*) from leads').pluck().get());
  raw.close();
  return { leads, digest: hash.digest('hex') };
}

/** Somewhere in an import: while rows are read or written, in the transaction, in its commit, or at any time at all. */
function anywhere(): { name: string; point: Point } {
  const done = below(random, ROWS);
  const times = 1 + below(random, 12);
  const ms = 100 + below(random, 2500);
  return [
    { name: `${done} rows cleaned`, point: atProgress('clean', done) },
    { name: `${done} people written`, point: atProgress('write', Math.max(1, done)) },
    { name: `log grown ${times} times`, point: atGrowth(store, times) },
    { name: `${ms} ms after the start`, point: atTime(ms) },
  ][below(random, 4)] as { name: string; point: Point };
}

/** Kills a procedure at random points until it got through or was killed so often; then lets it get through. */
async function killedUntilDone(
  args: readonly string[],
  full: number,
  pointOf: typeof anywhere,
): Promise<void> {
  const before = state();
  for (let i = 0; i < runs(full); i++) {
    const { name, point } = pointOf();
    const wasInTime = await killed(store, args, point);
    const found = state();
    console.log(
      `seed ${seed()}: ${args[0] ?? ''} killed at ${name}: ${found.digest === before.digest ? 'nothing' : 'all'} of it`,
    );
    if (found.digest === before.digest) {
      expect(wasInTime, name).toBe(true);
      continue;
    }
    return;
  }
  expect((await dosen(['--store', store, ...args])).code).toBe(0);
}

const imported = (file: string): string[] => ['imports.run', JSON.stringify({ file: { path: file } })];
async function newestImport(): Promise<{ uid: string; counts: Record<string, number> }> {
  const list = (await dosen(['--store', store, 'imports.list', '{}'])).json();
  return (list as { uid: string; counts: Record<string, number> }[])[0] ?? { uid: '', counts: {} };
}

it('kill −9 at random points of an import leaves the store as it was, or all of the import in it', {
  timeout: 900_000,
}, async () => {
  const file = join(folder, 'cards.csv');
  writeFileSync(file, cardFile(ROWS).text);
  await dosen(['--store', store, 'system.status']);
  expect(state().leads).toBe(0);
  await killedUntilDone(imported(file), 60, anywhere);
  const { counts } = await newestImport();
  expect(counts).toMatchObject({ read: ROWS });
  expect(state().leads).toBe((counts['new'] ?? 0) + (counts['asked'] ?? 0));
});

it('the same for an import that changes people who are there, and for its undo', {
  timeout: 900_000,
}, async () => {
  const file = join(folder, 'later.csv');
  writeFileSync(file, cardFile(ROWS, { change: laterCard }).text);
  const before = state();
  await killedUntilDone(imported(file), 40, anywhere);
  const { uid, counts } = await newestImport();
  expect(counts['updated']).toBeGreaterThan(ROWS / 2);
  const undo = ['imports.undo', JSON.stringify({ importUid: uid })];
  await killedUntilDone(undo, 60, () => {
    const times = 1 + below(random, 6);
    const ms = 300 + below(random, 1500);
    return below(random, 2) === 0
      ? { name: `log grown ${times} times`, point: atGrowth(store, times) }
      : { name: `${ms} ms after the start`, point: atTime(ms) };
  });
  expect(state().leads).toBe(before.leads);
  expect((await dosen(['--store', store, ...undo])).err).toContain('UNDO_ALREADY_DONE');
});
