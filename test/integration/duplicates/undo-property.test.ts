import { afterAll, beforeAll, expect, it } from 'vitest';
import { below, pick, seeded } from '#shared/domain/base/seeded.ts';
import { dumpStore } from '#test/helpers/dump.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { makePractice } from '#test/helpers/mail.ts';
import { type LeadSeed, makeLeads } from '#test/helpers/make-lead.ts';
import { runs, seed } from '#test/helpers/runs.ts';

let t: TestBackend;
const uids: string[] = [];
beforeAll(async () => {
  t = await testBackend({ now: '2026-11-20T01:00:00Z' });
  await makePractice(t);
  const random = seeded(seed());
  const people = Array.from(
    { length: 12 },
    (_, i): LeadSeed => ({
      name: `${pick(random, ['山本', '佐藤', '鈴木'])} ${pick(random, ['太郎', '花子'])}`,
      company: pick(random, ['株式会社架空商事', '架空商事', '']),
      email: below(random, 4) === 0 ? '' : `p${i % 9}@kakuu.example`,
      phone: below(random, 4) === 0 ? '' : `03-0000-10${10 + (i % 7)}`,
      titleRank: pick(random, [null, 4, 6]),
      acquiredOn: `2026-${pick(random, ['05', '08', '11'])}-1${below(random, 9)}`,
      fields: {
        memo: pick(random, ['', 'メモ', '別のメモ']),
        title: pick(random, ['', '部長', '主任']),
        do_not_call: below(random, 6) === 0 ? 1 : 0,
      },
    }),
  );
  uids.push(...(await makeLeads(t, people)));
  for (const leadUid of uids.slice(0, 6))
    await t.client.events.record({ leadUid, kind: pick(random, ['demo.requested', 'call.reached']) });
  for (const leadUid of uids.slice(3, 8)) await t.client.calls.record({ leadUid, outcome: 'noAnswer' });
  await t.client.sequences.enroll({ sequenceKey: 'thanks', leadUids: uids });
  await t.client.callLists.generate({});
  await t.client.suppressions.add({ address: 'p2@kakuu.example' });
});
afterAll(async () => await t.stop());

/** Merges of one run, in order; those of people who are one already are left out. */
async function mergeSome(random: () => number, count: number): Promise<string[]> {
  const operations: string[] = [];
  for (let i = 0; i < count; i++) {
    const [survivorUid, otherUid] = [pick(random, uids), pick(random, uids)];
    const [a, b] = [
      await t.client.leads.get({ uid: survivorUid }),
      await t.client.leads.get({ uid: otherUid }),
    ];
    if (a.uid === b.uid) continue;
    const fields =
      below(random, 2) === 0 ? {} : ({ name: 'other', email: 'other', owner: 'survivor' } as const);
    operations.push((await t.client.leads.merge({ survivorUid, otherUid, fields })).operationUid);
  }
  return operations;
}

it(`gives back every row after any merges, undone newest first (${runs(1000)} runs)`, {
  timeout: 1_800_000,
}, async () => {
  const before = dumpStore(t);
  for (let run = 0; run < runs(1000); run++) {
    const random = seeded(seed() + run);
    const operations = await mergeSome(random, 1 + below(random, 5));
    const total = (await t.client.leads.list({})).total;
    expect(total, `seed ${seed() + run}`).toBe(uids.length - operations.length);
    for (const operationUid of operations.toReversed())
      expect((await t.client.history.undo({ operationUid })).kept, `seed ${seed() + run}`).toEqual([]);
    expect(dumpStore(t), `seed ${seed() + run}`).toEqual(before);
  }
});

it(`gives everybody back their own after any merges, undone in any order (${runs(200)} runs)`, {
  timeout: 1_800_000,
}, async () => {
  const owners = () => {
    const dump = dumpStore(t);
    return [
      'contact_points',
      'affiliations',
      'lead_tags',
      'events',
      'enrollments',
      'outbox',
      'call_list_rows',
    ].map(table =>
      (dump[table] ?? [])
        .filter(row => row['kind'] !== 'band.changed')
        .map(row => `${String(row['uid'])} ${String(row['lead_id'])}`),
    );
  };
  const before = owners();
  for (let run = 0; run < runs(200); run++) {
    const random = seeded(seed() + 5000 + run);
    const operations = await mergeSome(random, 2 + below(random, 4));
    while (operations.length > 0) {
      const [operationUid] = operations.splice(below(random, operations.length), 1);
      await t.client.history.undo({ operationUid });
    }
    expect(owners(), `seed ${seed() + 5000 + run}`).toEqual(before);
    expect((await t.client.leads.list({})).total).toBe(uids.length);
  }
});
