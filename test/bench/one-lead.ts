import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { instant } from '#shared/domain/base/days.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { busyStore, LATER } from './busy-store.ts';
import { openBare } from './floors/open.ts';
import { rehearsalFloor } from './floors/recompute.ts';
import type { Bench } from './pairs.ts';
import { copyStore, timed } from './stores.ts';

/** As many overlapping pairs of characters as a lead's search text has. */
const PIECES = Array.from({ length: 100 }, (_, i) => `架${String.fromCharCode(0x4e00 + i)}`).join(' ');

/** Events recorded one after the other, each in a transaction of its own. */
const TIMES = 200;

/**
 * One lead after one event, in a store of that many: what the backend does between the call and the commit. The floor reads the
 * lead with its events and writes the same rows (operation, event, lead, search text) in a transaction as durable.
 * Milliseconds per event.
 */
export async function oneLeadBench(leads: number, limit: number): Promise<Bench> {
  const base = await busyStore(leads);
  const mine = copyStore(base, 'one-lead');
  const t = await testBackend({ dir: mine.dir, now: LATER });
  const bare = openBare(copyStore(base, 'one-lead-floor').path);
  const uids = bare.prepare('select uid from leads order by id').pluck().all() as string[];
  let [at, n, cpu] = [0, 0, 0];
  const read = bare.prepare('select * from leads where uid = ?');
  const readEvents = bare.prepare('select * from events where lead_id = ? and retracted_by_id is null');
  const add = bare.prepare(
    "insert into events (uid, kind, lead_id, occurred_on, recorded_at, source, dedupe_key, data) values (?, 'page.case', ?, '2026-11-30', ?, 'user', ?, '{}')",
  );
  const operation = bare.prepare(
    "insert into operations (uid, kind, data, recorded_at, undoable) values (?, 'events.record', '{}', ?, 1)",
  );
  const search = bare.prepare('insert or replace into lead_search (rowid, pieces) values (?, ?)');
  const write = bare.prepare('update leads set engagement = ?, total = ?, scored_on = ? where id = ?');
  const floorOnce = bare.transaction((uid: string) => {
    const lead = read.get(uid) as { id: number; fit: number };
    const engagement = readEvents.all(lead.id).length;
    const key = `bare-${n++}`;
    operation.run(key, instant(LATER));
    add.run(key, lead.id, instant(LATER), key);
    search.run(lead.id, PIECES);
    write.run(engagement, lead.fit + engagement, '2026-11-30', lead.id);
  });
  const spread = (i: number): string => uids[(i * 7919) % uids.length] ?? '';
  return {
    name: `one lead after one event`,
    limit,
    product: async () => {
      const before = process.cpuUsage();
      const ms = await timed(async () => {
        for (let i = 0; i < TIMES; i++)
          await t.client.events.record({ leadUid: spread(at++), kind: 'page.case' });
      });
      const { user, system } = process.cpuUsage(before);
      cpu = (user + system) / 1000 / TIMES;
      return ms / TIMES;
    },
    floor: () => {
      const from = at - TIMES;
      return timed(() => {
        for (let i = 0; i < TIMES; i++) floorOnce(spread(from + i));
      }).then(ms => ms / TIMES);
    },
    close: async () => {
      console.log(`one event in a store of ${leads}: ${cpu.toFixed(2)} ms of processor time (at most 2)`);
      bare.close();
      await t.backend.stop();
    },
  };
}

/** Rehearsal of other rules while somebody edits them, against reading everything once. */
export async function rehearsalBench(leads: number, limit: number): Promise<Bench> {
  const base = await busyStore(leads);
  const mine = copyStore(base, 'rehearsal');
  const t = await testBackend({ dir: mine.dir, now: LATER });
  const { path } = copyStore(base, 'rehearsal-floor');
  const rules = { ...defaultRules, caps: { fit: 30, engagement: 50 } };
  return {
    name: `rehearsal of ${leads} leads`,
    limit,
    product: async () => await timed(async () => await t.client.scoring.simulate({ rules, backTest: false })),
    floor: async () => await timed(() => rehearsalFloor(path)),
    close: async () => await t.backend.stop(),
  };
}
