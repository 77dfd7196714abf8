import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { afterEach, expect, it } from 'vitest';
import { router } from '#electron/backend/rpc/router.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { dumpStore } from '#test/helpers/dump.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';

const NOW = '2026-11-20T01:00:00Z';
const ENTRY = fileURLToPath(import.meta.resolve('#test/helpers/dies-writing.ts'));
/** Every statement under DEEP, some of them otherwise. */
const STEP = process.env.DEEP ? 1 : 3;

let folder: string | undefined;
afterEach(() => folder && rmSync(folder, { recursive: true, force: true }));

async function diesAt(args: readonly string[], nth: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [ENTRY, ...args, String(nth)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', chunk => (said += String(chunk)));
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (code !== null && code !== 0) throw new Error(`hand-over failed: ${said}`);
  return signal;
}

/** Everything the store holds, logs included. */
async function whole(dir: string): Promise<Record<string, unknown>> {
  const t = await testBackend({ dir, now: NOW });
  const { reader } = t.backend.keeper.store.raw;
  const rows = ['operations', 'changes', 'sla_clocks'].map(table => [
    table,
    reader.prepare(`select * from ${table}`).all(),
  ]);
  const found = {
    ...dumpStore(t),
    ...(Object.fromEntries(rows) as object),
    check: reader.pragma('integrity_check', { simple: true }),
  };
  await t.backend.stop();
  return found;
}

async function prepared(t: TestBackend): Promise<string[]> {
  const inside = await t.client.members.save({ name: '佐藤', roles: ['inside'], active: true });
  const field = await t.client.members.save({ name: '鈴木', roles: ['field'], active: true });
  const [leadUid = ''] = await makeLeads(t, [{ titleRank: 4 }]);
  const asInside = createRouterClient(router, { context: { backend: t.backend, member: inside.uid } });
  await asInside.calls.record({ leadUid, outcome: 'appointment' });
  const input = {
    leadUid,
    toUid: field.uid,
    said: '更新が3月',
    met: ['need', 'timeframe', 'nextMeeting'],
    tasks: [{ kind: 'document', text: '事例集', dueOn: '2026-11-24' }],
  };
  return [t.dir, NOW, inside.uid, JSON.stringify(input)];
}

it('kill −9 at any statement of a hand-over writes nothing at all', { timeout: 300_000 }, async () => {
  const t = await testBackend({ now: NOW });
  folder = t.dir;
  const args = await prepared(t);
  await t.backend.stop();
  const before = await whole(t.dir);
  let died = 0;
  for (let nth = 1; (await diesAt(args, nth)) === 'SIGKILL'; nth += STEP) {
    expect(await whole(t.dir), `statement ${nth}`).toEqual(before);
    died++;
  }
  expect(died * STEP).toBeGreaterThan(10);
  const after = await whole(t.dir);
  expect(after).toMatchObject({
    check: 'ok',
    opportunities: [{ stage: 'appointment' }],
    handovers: [{ answer: null }],
    opportunity_tasks: [{ text: '事例集' }],
    leads: [{ next_kind: 'answer' }],
  });
  expect(after['sla_clocks']).toContainEqual(expect.objectContaining({ kind: 'accept', stopped_at: null }));
});
