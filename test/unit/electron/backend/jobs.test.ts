import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { AppError } from '#electron/backend/errors.ts';
import { Jobs } from '#electron/backend/jobs.ts';
import { jsonLog } from '#electron/backend/log.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { countingIds } from '#test/helpers/ids.ts';

let jobs: Jobs;
let logged: string[];
beforeEach(() => {
  logged = [];
  jobs = new Jobs({ newId: countingIds(), log: jsonLog(line => logged.push(line)) });
});

const all = async (events: AsyncIterable<JobEvent>): Promise<JobEvent[]> => {
  const seen: JobEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
};

/** A gate that work waits at. */
function gate(): { wait: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const wait = new Promise<void>(resolve => {
    open = resolve;
  });
  return { wait, open };
}

it('tells its progress and its result to everybody who watches, also to one who comes late', async () => {
  const hold = gate();
  const uid = jobs.start('test', async job => {
    job.report({ phase: 'write', done: 1, total: 2 });
    await hold.wait;
    return { rows: 2 };
  });
  const early = all(jobs.watch(uid));
  await turn();
  await turn();
  const late = all(jobs.watch(uid));
  hold.open();
  const [a, b] = await Promise.all([early, late]);
  expect(b[0]).toMatchObject({ state: 'running', phase: 'write', done: 1, total: 2 });
  expect(a.at(-1)).toMatchObject({ state: 'done', done: 2, total: 2, result: { rows: 2 } });
  expect(b.at(-1)).toEqual(a.at(-1));
  expect(await all(jobs.watch(uid))).toEqual([a.at(-1)]);
});

it('goes on when the one who watches leaves, and can be watched again', async () => {
  const hold = gate();
  const uid = jobs.start('test', async () => await hold.wait);
  const left = new AbortController();
  const watching = all(jobs.watch(uid, left.signal));
  left.abort();
  expect((await watching).at(-1)).toMatchObject({ state: 'running' });
  hold.open();
  expect((await all(jobs.watch(uid))).at(-1)).toMatchObject({ state: 'done' });
});

it('stops at its next checkpoint when it is cancelled', async () => {
  const steps: number[] = [];
  const uid = jobs.start('test', async job => {
    for (let i = 0; i < 1000; i++) {
      steps.push(i);
      await job.checkpoint();
    }
  });
  await turn();
  await turn();
  expect(jobs.cancel(uid)).toMatchObject({ state: 'running' });
  expect((await all(jobs.watch(uid))).at(-1)).toMatchObject({ state: 'cancelled' });
  expect(steps.length).toBeLessThan(1000);
  expect(jobs.cancel(uid)).toMatchObject({ state: 'cancelled' });
});

it('runs one of a kind at a time', async () => {
  const hold = gate();
  const uid = jobs.start('test', async () => await hold.wait);
  expect(() => jobs.start('test', async () => await hold.wait)).toThrow(
    expect.objectContaining({ code: 'JOB_RUNNING', data: { kind: 'test' } }),
  );
  jobs.start('other', async () => await hold.wait);
  hold.open();
  await all(jobs.watch(uid));
  expect(() => jobs.start('test', async () => await hold.wait)).not.toThrow();
  await jobs.stop();
});

it('fails with the code of what was thrown, or with an incident that stands in the log', async () => {
  const known = jobs.start('a', async () => await Promise.reject(new AppError('STORE_FULL', {})));
  const unknown = jobs.start('b', async () => await Promise.reject(new Error('boom')));
  expect((await all(jobs.watch(known))).at(-1)).toMatchObject({
    state: 'failed',
    error: { code: 'STORE_FULL', params: {} },
  });
  const failed = (await all(jobs.watch(unknown))).at(-1);
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } });
  expect(logged.join('')).toContain(String(failed?.error?.params['incident']));
  expect(logged.join('')).toContain('boom');
});

it('keeps the last fifty that ended, and every one that runs', async () => {
  const hold = gate();
  const running = jobs.start('long', async () => await hold.wait);
  const uids: string[] = [];
  for (let i = 0; i < 60; i++) {
    const uid = jobs.start(`k${i}`, () => Promise.resolve());
    await all(jobs.watch(uid));
    uids.push(uid);
  }
  expect(() => jobs.cancel(uids[0] ?? '')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  expect(jobs.cancel(uids.at(-1) ?? '')).toMatchObject({ state: 'done' });
  expect(jobs.list().some(job => job.jobUid === running)).toBe(true);
  hold.open();
  await jobs.stop();
});
