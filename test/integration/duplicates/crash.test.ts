import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { below, seeded } from '#shared/domain/base/seeded.ts';
import { dosen } from '#test/helpers/cli.ts';
import { runs, seed } from '#test/helpers/runs.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const CLI = fileURLToPath(new URL('../../../electron/backend/entry/cli.ts', import.meta.url));
const PEOPLE = 400;
const folder = tempFolder();
const store = join(folder, 'team.db');
const zProgress = z.object({ phase: z.string(), done: z.number() });

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

/** Runs a procedure in its own process and kills it as a power cut does, when `isTime` says so. True if it was in time. */
async function killed(args: readonly string[], isTime: (child: ReturnType<typeof spawn>) => Promise<void>) {
  const child = spawn(process.execPath, [CLI, '--store', store, ...args]);
  const exited = new Promise<string | null>(resolve =>
    child.once('exit', (_code, signal) => resolve(signal)),
  );
  await Promise.race([isTime(child), exited]);
  child.kill('SIGKILL');
  return (await exited) === 'SIGKILL';
}

/** At this many pairs merged, as the progress on standard error tells. */
const atPair = (done: number) => async (child: ReturnType<typeof spawn>) => {
  if (!child.stderr) return;
  for await (const line of createInterface({ input: child.stderr })) {
    const progress = line.startsWith('{') ? zProgress.safeParse(JSON.parse(line)).data : undefined;
    if (progress?.phase === 'merge' && progress.done >= done) return;
  }
};

/** When the log of the writer has grown this often: somewhere in the middle of the transaction or its commit. */
const atGrowth = (times: number) => async () => {
  const size = () => (existsSync(`${store}-wal`) ? statSync(`${store}-wal`).size : 0);
  for (let last = size(), grown = 0; grown < times; await wait(1)) {
    const now = size();
    if (now > last) grown++;
    last = now;
  }
};

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
  for (let i = 0; i < runs(60); i++) {
    const isTime = i % 3 === 2 ? atGrowth(1 + below(random, 3)) : atPair(below(random, PEOPLE - 20));
    const wasInTime = await killed(merge, isTime);
    const found = state();
    if (found !== apart) {
      // The commit was faster than the signal: then all of it is there.
      expect(wasInTime).toBe(true);
      break;
    }
  }
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
    await killed(['history.undo', '{}'], atGrowth(1));
    if (state() !== together) break;
  }
  if (state() === together) expect((await dosen(['--store', store, 'history.undo', '{}'])).code).toBe(0);
  const raw = new BetterSqlite3(store, { readonly: true });
  expect(raw.prepare("select count(*) from duplicates where state = 'open'").pluck().get()).toBe(PEOPLE);
  expect(raw.prepare('select count(*) from leads where trashed_at is null').pluck().get()).toBe(2 * PEOPLE);
  raw.close();
});
