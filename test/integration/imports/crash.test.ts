import { spawn } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { below, seeded } from '#shared/domain/base/seeded.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { dosen } from '#test/helpers/cli.ts';
import { runs, seed } from '#test/helpers/runs.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const CLI = fileURLToPath(new URL('../../../electron/backend/entry/cli.ts', import.meta.url));
const folder = tempFolder();
const store = join(folder, 'team.db');
const zProgress = z.object({ phase: z.string(), done: z.number() });

/** Imports in its own process and kills it, as a power cut does, at the given progress. */
async function killedAt(file: string, phase: string, done: number): Promise<void> {
  const child = spawn(process.execPath, [
    CLI,
    '--store',
    store,
    'imports.run',
    JSON.stringify({ file: { path: file } }),
  ]);
  const exited = new Promise(resolve => child.once('exit', (_code, signal) => resolve(signal)));
  for await (const line of createInterface({ input: child.stderr })) {
    const progress = line.startsWith('{') ? zProgress.safeParse(JSON.parse(line)).data : undefined;
    if (progress?.phase === phase && progress.done >= done) child.kill('SIGKILL');
  }
  expect(await exited).toBe('SIGKILL');
}

const totals = () => {
  const raw = new BetterSqlite3(store, { readonly: true });
  const count = (table: string) => raw.prepare(`select count(*) from ${table}`).pluck().get();
  const tables = [
    'leads',
    'companies',
    'contact_points',
    'events',
    'imports',
    'import_rows',
    'operations',
    'changes',
    'lead_search',
  ];
  const found: Record<string, unknown> = {
    intact: raw.pragma('integrity_check', { simple: true }),
    ...Object.fromEntries(tables.map(t => [t, count(t)])),
  };
  raw.close();
  return found;
};

it('kill −9 in the middle of an import leaves the store as it was', async () => {
  const file = join(folder, 'cards.csv');
  writeFileSync(file, cardFile(3000).text);
  await dosen(['--store', store, 'system.status']);
  const before = totals();
  expect(before).toMatchObject({ intact: 'ok', leads: 0 });
  for (const [phase, done] of [
    ['clean', 1000],
    ['write', 200],
    ['write', 2000],
  ] as const) {
    await killedAt(file, phase, done);
    expect(totals()).toEqual(before);
  }
  const run = await dosen(['--store', store, 'imports.run', JSON.stringify({ file: { path: file } })]);
  expect(run.code).toBe(0);
  expect(totals()).toMatchObject({ intact: 'ok', imports: 1, import_rows: 3000 });
});

/** When the log of the writer has grown this often: in the middle of the transaction or of its commit. */
async function killedAtGrowth(args: readonly string[], times: number): Promise<void> {
  const child = spawn(process.execPath, [CLI, '--store', store, ...args]);
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const size = () => (existsSync(`${store}-wal`) ? statSync(`${store}-wal`).size : 0);
  for (let last = size(), grown = 0; grown < times && child.exitCode === null; await wait(1)) {
    if (size() > last) grown++;
    last = size();
  }
  child.kill('SIGKILL');
  await exited;
}

it('kill −9 at random points of an undo leaves all of the import or nothing of it', {
  timeout: 300_000,
}, async () => {
  const [{ uid } = { uid: '' }] = (await dosen(['--store', store, 'imports.list', '{}'])).json() as {
    uid: string;
  }[];
  const undo = ['imports.undo', JSON.stringify({ importUid: uid })];
  const standing = totals();
  const random = seeded(seed());
  for (let i = 0; i < runs(60); i++) {
    await killedAtGrowth(undo, 1 + below(random, 4));
    const found = totals();
    if (found.leads === 0) break;
    expect(found).toEqual(standing);
  }
  if (totals().leads !== 0) expect((await dosen(['--store', store, ...undo])).code).toBe(0);
  expect(totals()).toMatchObject({ intact: 'ok', leads: 0, contact_points: 0, lead_search: 0 });
});
