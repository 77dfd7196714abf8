import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { sequenceKind } from '#electron/backend/mail/agreements.ts';
import { addVersion } from '#electron/backend/settings/versions.ts';
import { addDays, dayOf, instant, instantAt } from '#shared/domain/base/days.ts';
import { below, pick, seeded } from '#shared/domain/base/seeded.ts';
import { defaultSequence } from '#shared/domain/mail/default-sequence.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { useServer } from '#test/helpers/mail.ts';
import type { CrashPoint } from '#test/helpers/mail-sender.ts';
import { makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';
import { type Behaviour, type FakeSmtp, fakeSmtp, type Script } from '#test/helpers/smtp.ts';

const NOW = instant('2026-11-20T10:00:00+09:00');
const ENTRY = fileURLToPath(import.meta.resolve('#test/helpers/mail-sender.ts'));

const cleanUp: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).toReversed()) await undo();
});

/** The child that is sending now, for a server that ends it from outside. */
let child: ChildProcess | undefined;

async function sendInChild(dir: string, now: string, point: CrashPoint): Promise<NodeJS.Signals | null> {
  child = spawn(process.execPath, [ENTRY, dir, now, point], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', chunk => (said += String(chunk)));
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (code !== null && code !== 0) throw new Error(`sender failed: ${said}`);
  return signal;
}

/** Texts long enough for many chunks, so that there is a middle to die in. */
const long = {
  ...defaultSequence,
  steps: defaultSequence.steps.map(step => ({
    ...step,
    body: `${step.body}\n${'長い本文です。'.repeat(2_000)}`,
  })),
};

/** A real store with one enrolled person and an account that signs in to a fake server. */
async function prepared(
  script: Script,
): Promise<{ fake: FakeSmtp; dir: string; reopen: (now?: string) => Promise<TestBackend> }> {
  const fake = await fakeSmtp(script);
  cleanUp.push(async () => await fake.close());
  const t = await testBackend({ now: NOW });
  cleanUp.push(() => rmSync(t.dir, { recursive: true, force: true }));
  await useServer(t, fake.port);
  const account = await t.client.mail.account({});
  if (!account) throw new Error('no account');
  await t.client.mail.saveAccount({ ...account, userName: 'suzuki', secret: 'password' });
  const ctx = await t.backend.contextFor(undefined);
  await ctx.write(null, async tx => await addVersion(tx, sequenceKind, long, { key: 'thanks' }));
  const leadUids = await makeLeads(t, [{ name: '山本 太郎', email: 'yamamoto@kakuu.example' }]);
  await t.client.sequences.enroll({ sequenceKey: 'thanks', leadUids });
  await t.backend.stop();
  return { fake, dir: t.dir, reopen: async (now = NOW) => await testBackend({ dir: t.dir, now }) };
}

const messageIds = (fake: FakeSmtp): string[] =>
  fake.bodies.map(raw => /^Message-ID: (.*)$/im.exec(raw.toString('latin1'))?.[1]?.trim() ?? '');
const killChild = (): Behaviour => {
  child?.kill('SIGKILL');
  return 'hang';
};

type Ending = { state: 'accepted' | 'unknown'; bodies: number };
const safe: Ending = { state: 'accepted', bodies: 1 };
const unsure = (bodies: number): Ending => ({ state: 'unknown', bodies });

describe('a sender killed with SIGKILL', () => {
  // Server-side kills speak without PIPELINING, so that the server holds the sender exactly at that reply.
  const plain = { reply: '250-fake\r\n250 AUTH PLAIN' };
  const atServer = (stage: 'auth' | 'rcpt' | 'dot'): Script => {
    let calls = 0;
    return { ehlo: plain, [stage]: () => (calls++ === 0 ? killChild() : undefined) };
  };
  it.each<[string, CrashPoint, Script, Ending]>([
    ['after the claim, before connecting', 'claimed', {}, safe],
    ['while connecting', 'connecting', {}, safe],
    ['while signing in', 'none', atServer('auth'), safe],
    ['after the sign-in', 'ready', {}, safe],
    ['after RCPT', 'none', atServer('rcpt'), safe],
    ['before the first read', 'bodyRequested', {}, safe],
    ['between the durable mark and the first byte', 'bodyStarted', {}, unsure(0)],
    ['in the middle of the body', 'bodyChunk', {}, unsure(0)],
    ['after the final dot, before the reply', 'none', atServer('dot'), unsure(1)],
    ['after the 250, before it was stored', 'replied', {}, unsure(1)],
    ['after it was stored', 'settled', {}, safe],
  ])('%s', async (_, point, script, ending) => {
    const { fake, dir, reopen } = await prepared(script);
    expect(await sendInChild(dir, NOW, point)).toBe('SIGKILL');
    const t = await reopen();
    await t.client.mail.tick({});
    const { rows, counts } = await t.client.outbox.list({ limit: 10 });
    expect(fake.bodies).toHaveLength(ending.bodies);
    expect(rows.find(row => row.stepNo === 1)).toMatchObject({
      state: ending.state,
      reason: ending.state === 'unknown' ? 'noReply' : null,
    });
    // What was accepted leads to exactly the next step; what is unknown leads to nothing and stays in sight.
    expect(counts).toEqual(ending.state === 'accepted' ? { accepted: 1, planned: 1 } : { unknown: 1 });
    // Nothing is sent twice later on, either.
    for (let day = 0; day < 20; day++) {
      t.clock.set(instantAt(addDays(dayOf(NOW), day), 600));
      await t.client.mail.tick({});
    }
    await t.backend.stop();
    expect(new Set(messageIds(fake)).size).toBe(fake.bodies.length);
    expect(fake.bodies).toHaveLength(ending.state === 'accepted' ? 3 : ending.bodies);
  });
  it('leaves part of a body at the server when it dies in the middle', async () => {
    const { fake, dir } = await prepared({});
    await sendInChild(dir, NOW, 'bodyChunk');
    expect(fake.bodyBytes).toBeGreaterThan(0);
    expect(fake.bodies).toHaveLength(0);
  });

  it('never delivers a mail twice, however often it is killed and whatever the server does', async () => {
    const random = seeded(seed());
    const points: CrashPoint[] = [
      'none',
      'claimed',
      'connecting',
      'ready',
      'bodyRequested',
      'bodyStarted',
      'bodyChunk',
      'replied',
      'settled',
    ];
    const refusals: Behaviour[] = ['450 4.2.0 later', '451 4.3.0 later', '421 4.3.2 closing'].map(reply => ({
      reply,
    }));
    for (let run = 0; run < runs(20); run++) {
      /** Message-IDs of bodies the server did not refuse: they may have been passed on. */
      const delivered: string[] = [];
      const dot = (): Behaviour | undefined => {
        const refuse = below(random, 3) === 0;
        if (!refuse) delivered.push(messageIds(fake).at(-1) ?? '');
        return refuse
          ? pick(random, refusals)
          : pick(random, [undefined, undefined, undefined, 'drop' as const]);
      };
      const rcpt = (): Behaviour | undefined =>
        below(random, 4) === 0 ? pick(random, [...refusals, 'drop' as const]) : undefined;
      const { fake, dir, reopen } = await prepared({ ehlo: plain, rcpt, dot });
      const history: string[] = [];
      for (let day = 0; day < 10; day++) {
        const now = instantAt(addDays(dayOf(NOW), day), 600 + below(random, 300));
        const point = pick(random, points);
        history.push(`${now} ${point}`);
        await sendInChild(dir, now, point);
      }
      const t = await reopen(instantAt(addDays(dayOf(NOW), 11), 600));
      await t.client.mail.tick({});
      const { rows } = await t.client.outbox.list({ limit: 100 });
      await t.backend.stop();
      const story = `seed ${seed()} run ${run}\n${history.join('\n')}\n${rows.map(row => `${row.stepNo} ${row.state} ${row.reason}`).join('\n')}`;
      expect(new Set(delivered).size, story).toBe(delivered.length);
      // Every accepted row was delivered; every delivered one is accepted or shown as unknown.
      const sent = rows.filter(row => row.state === 'accepted' || row.state === 'unknown');
      expect(rows.filter(row => row.state === 'accepted').length, story).toBeLessThanOrEqual(
        delivered.length,
      );
      expect(delivered.length, story).toBeLessThanOrEqual(sent.length);
      // Nothing is left in the hands of a sender that is gone.
      expect(
        rows.filter(row => row.state === 'claimed' || row.state === 'submitting'),
        story,
      ).toEqual([]);
    }
  }, 600_000);
});
