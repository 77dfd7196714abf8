import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#electron/backend/errors.ts';
import { assertNever } from '#shared/domain/base/assert.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { openSheet } from '#test/helpers/call-sheet.ts';
import { counted } from '#test/helpers/runs.ts';

const PEOPLE = 8;
const nameOf = (i: number): string => `試験${'一二三四五六七八'[i] ?? ''} 太郎`;

/** What people see, carry or send of call lists: everything it says, as one text. */
const OUTPUTS: Record<string, (t: TestBackend, lists: readonly string[]) => Promise<string>> = {
  print: async (t, lists) => await each(lists, async uid => (await t.client.callLists.html({ uid })).html),
  sheet: async (t, lists) =>
    await each(lists, async uid => {
      const { ref } = await t.client.callLists.sheet({ uid });
      const file = t.given.find(out => out.ref === ref);
      return JSON.stringify(await openSheet(file?.bytes ?? new Uint8Array()));
    }),
  queue: async t => JSON.stringify((await t.client.calls.queue({})).cards.map(card => card.name)),
  rows: async (t, lists) =>
    await each(lists, async uid => {
      const { items } = await t.client.callLists.get({ uid });
      return JSON.stringify(items.filter(row => row.barred === null));
    }),
};
const each = async (uids: readonly string[], text: (uid: string) => Promise<string>): Promise<string> =>
  (await Promise.all(uids.map(text))).join('\n');

const person = fc.nat({ max: PEOPLE - 1 });
const kind = fc.constantFrom('prospect' as const, 'customer' as const, 'supplier' as const);
/** What happens in a history; each is refused where it makes no sense. */
const step = fc.oneof(
  fc.record({ do: fc.constant('doNotCall' as const), who: person, is: fc.boolean() }),
  fc.record({ do: fc.constant('kind' as const), who: person, kind }),
  fc.record({ do: fc.constant('number' as const), who: person, phone: fc.constantFrom('', '03-0000-9999') }),
  fc.record({ do: fc.constant('trash' as const), who: person }),
  fc.record({ do: fc.constant('restore' as const), who: person }),
  fc.record({ do: fc.constant('erase' as const), who: person }),
  fc.record({ do: fc.constant('merge' as const), who: person, other: person }),
  fc.record({
    do: fc.constant('call' as const),
    who: person,
    outcome: fc.constantFrom(...CALL_RESULTS),
    isLast: fc.nat({ max: 5 }).map(n => n === 0),
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('list' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take({ client }: TestBackend, uids: readonly string[], given: Step): Promise<unknown> {
  if (given.do === 'undo') return await client.history.undo({});
  if (given.do === 'list') return await client.callLists.generate({});
  const uid = uids[given.who] ?? '';
  switch (given.do) {
    case 'doNotCall':
      return await client.leads.update({ uid, patch: { doNotCall: given.is } });
    case 'kind':
      return await client.leads.update({ uid, patch: { companyKind: given.kind } });
    case 'number':
      return await client.leads.update({ uid, patch: { phone: given.phone } });
    case 'trash':
      return await client.leads.trash({ uids: [uid] });
    case 'restore':
      return await client.leads.restore({ uids: [uid] });
    case 'erase':
      return await client.leads.erase({ uid, confirm: (await client.leads.get({ uid })).name });
    case 'merge':
      return await client.leads.merge({ survivorUid: uid, otherUid: uids[given.other] ?? '' });
    case 'call':
      return await client.calls.record({
        leadUid: uid,
        outcome: given.outcome,
        nextAt: '2026-11-27T10:00:00+09:00',
        reason: 'timing',
        doNotCall: given.isLast,
      });
    default:
      return assertNever(given);
  }
}

/** Whoever may not be phoned, as the page of each person says it. */
async function forbidden({ client }: TestBackend, uids: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const [i, uid] of uids.entries()) {
    const lead = await client.leads.get({ uid }).catch(() => null);
    const mayBe =
      lead !== null &&
      lead.trashedAt === null &&
      lead.stage === 'open' &&
      !lead.doNotCall &&
      lead.companyKind === 'prospect' &&
      lead.phone !== '';
    if (!mayBe) names.push(nameOf(i));
  }
  return names;
}

/** Who is to be called from two lists of the week. */
async function onTwo({ client }: TestBackend, lists: readonly string[]): Promise<string[]> {
  const rows = (
    await Promise.all(lists.map(async uid => (await client.callLists.get({ uid })).items))
  ).flat();
  const open = rows.filter(row => row.outcome === null && row.barred === null).map(row => row.leadUid ?? '');
  return open.filter((uid, i) => open.indexOf(uid) !== i);
}

async function start(): Promise<{ t: TestBackend; uids: string[] }> {
  const t = await testBackend({ now: '2026-11-24T01:00:00Z' });
  const uids: string[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    const made = await t.client.leads.create({
      name: nameOf(i),
      companyName: `株式会社架空${i % 5}`,
      title: i % 2 === 0 ? '部長' : '',
      phone: i === 6 ? '' : `03-0000-100${i}`,
      email: i % 3 === 0 ? '' : `p${i}@kakuu.example`,
    });
    uids.push(made.uid);
  }
  await t.client.callLists.generate({});
  return { t, uids };
}

it('nothing that goes out ever names somebody who may not be phoned, or anybody twice, whatever happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }), async steps => {
      const { t, uids } = await start();
      try {
        for (const given of steps)
          await take(t, uids, given).catch((error: unknown) => {
            if (!(error instanceof AppError) && !isDeclared(error)) throw error;
          });
        await t.client.callLists.generate({}).catch(() => undefined);
        const lists = (await t.client.callLists.list({})).map(list => list.uid);
        const names = await forbidden(t, uids);
        expect(await onTwo(t, lists)).toEqual([]);
        for (const [output, text] of Object.entries(OUTPUTS)) {
          const said = await text(t, lists);
          expect({ output, named: names.filter(name => said.includes(name)) }).toEqual({ output, named: [] });
        }
      } finally {
        await t.stop();
      }
    }),
    counted(100),
  );
}, 600_000);

/** An error the contract foresees: the step made no sense here. */
const isDeclared = (error: unknown): boolean => error instanceof Error && 'defined' in error;
