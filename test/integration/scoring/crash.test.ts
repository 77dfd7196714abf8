import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { dosen } from '#test/helpers/cli.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const CLI = fileURLToPath(new URL('../../../electron/backend/entry/cli.ts', import.meta.url));
const store = join(tempFolder(), 'team.db');
const rules = JSON.stringify({ rules: { ...defaultRules, caps: { fit: 10, engagement: 10 } } });
const zProgress = z.object({ phase: z.string(), done: z.number() });

/** Saves rules in its own process and kills it, as a power cut does, at the given progress. */
async function killedAt(phase: string, done: number): Promise<void> {
  const child = spawn(process.execPath, [CLI, '--store', store, 'scoring.saveRules', rules]);
  const exited = new Promise(resolve => child.once('exit', (_code, signal) => resolve(signal)));
  for await (const line of createInterface({ input: child.stderr })) {
    const progress = line.startsWith('{') ? zProgress.safeParse(JSON.parse(line)).data : undefined;
    if (progress?.phase === phase && progress.done >= done) child.kill('SIGKILL');
  }
  expect(await exited).toBe('SIGKILL');
}

function whole(): unknown {
  const raw = new BetterSqlite3(store, { readonly: true });
  const all = (sql: string) => raw.prepare(sql).all();
  const found = [
    raw.pragma('integrity_check', { simple: true }),
    all('select * from versions'),
    all('select * from leads order by id'),
    all('select id, kind, lead_id from events order by id'),
  ];
  raw.close();
  return found;
}

it('kill −9 in the middle of a save leaves the old rules everywhere', { timeout: 120_000 }, async () => {
  const made = await dosen(['store.create', JSON.stringify({ path: store, sample: 1500, seed: 5 })]);
  expect(made.code).toBe(0);
  const before = whole();
  for (const [phase, done] of [
    ['scoring', 500],
    ['write', 500],
    ['write', 1000],
  ] as const) {
    await killedAt(phase, done);
    expect(whole()).toEqual(before);
  }
  const saved = await dosen(['--store', store, 'scoring.saveRules', rules]);
  expect(saved.code).toBe(0);
  expect(whole()).not.toEqual(before);
});
