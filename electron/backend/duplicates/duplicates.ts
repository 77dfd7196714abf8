import type { Context } from '#electron/backend/context.ts';
import { countEvents } from '#electron/backend/events/events.ts';
import { loadLeads } from '#electron/backend/leads/known-people.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { findMemberNames } from '#electron/backend/settings/members.ts';
import type { Band } from '#shared/contract/base.ts';
import type { DuplicatePair, PairPerson } from '#shared/contract/duplicates.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import {
  type ComparedPerson,
  differs,
  MERGE_FIELDS,
  suggestChoices,
} from '#shared/domain/duplicates/choices.ts';
import { comparedPerson } from './choose.ts';
import {
  countByLevel,
  findDeciding,
  listPairsByUid,
  listPairWindow,
  type PairFilter,
  type PairRow,
} from './duplicates.repo.ts';

type Loaded = Awaited<ReturnType<typeof loadLeads>>[number];
interface Person {
  loaded: Loaded;
  compared: ComparedPerson;
  shown: PairPerson;
}

/** One window of the pairs, both people side by side. Throws NOT_FOUND for an unknown lead. */
export async function listPairs(
  ctx: Context,
  input: InputOf<'duplicates', 'list'>,
): Promise<OutputOf<'duplicates', 'list'>> {
  const { state, importUid } = input;
  const leadId = input.leadUid === undefined ? undefined : await leadIdOf(ctx, input.leadUid);
  const base: PairFilter = { state, importUid, leadId, level: undefined };
  const found = await countByLevel(ctx.read, base);
  const counts = { A: 0, B: 0, C: 0, D: 0, ...Object.fromEntries(found) };
  const rows = await listPairWindow(ctx.read, { ...base, level: input.level }, input.offset, input.limit);
  const people = await loadPeople(ctx, [...new Set(rows.flatMap(row => [row.lead_id, row.other_id]))]);
  const deciding =
    state === 'open'
      ? new Map()
      : await findDeciding(
          ctx.read,
          rows.map(row => row.uid),
        );
  const pairs = rows.flatMap((row): DuplicatePair[] => {
    const [newer, older] = [people.get(row.lead_id), people.get(row.other_id)];
    return newer && older ? [{ ...pairOf(row, newer, older), operation: deciding.get(row.uid) ?? null }] : [];
  });
  const total = input.level === undefined ? counts.A + counts.B + counts.C + counts.D : counts[input.level];
  return { pairs, total, counts };
}

/** Whoever has been in the store longer stays, or who did stay once the pair is merged. */
function pairOf(row: PairRow, newer: Person, older: Person): Omit<DuplicatePair, 'operation'> {
  const olderIsGone = older.loaded.row.merged_into_id === row.lead_id;
  const [survivor, other] = olderIsGone ? [newer, older] : [older, newer];
  const choices = suggestChoices(survivor.compared, other.compared);
  return {
    uid: row.uid,
    level: row.level as DuplicatePair['level'],
    reason: row.reason as DuplicatePair['reason'],
    state: row.state,
    foundAt: row.found_at,
    decidedAt: row.decided_at,
    survivor: survivor.shown,
    other: other.shown,
    fields: MERGE_FIELDS.map(field => ({
      field,
      differs: differs(survivor.compared.values[field], other.compared.values[field]),
      choice: choices[field],
    })),
  };
}

async function loadPeople(ctx: Context, ids: readonly number[]): Promise<Map<number, Person>> {
  const names = await findMemberNames(ctx);
  const events = await countEvents(ctx.read, ids);
  const loaded = await loadLeads(ctx.read, ids, { merged: true });
  return new Map(
    loaded.map(one => {
      const { row, data } = one;
      const compared = comparedPerson(row, data.cardOn, id => names.get(id) ?? '');
      const shown: PairPerson = {
        uid: row.uid,
        values: compared.values,
        channel: row.channel,
        eventName: row.event_name,
        acquiredOn: row.acquired_on,
        points: data.points.map(({ kind, value }) => ({ kind, value })),
        affiliations: data.affiliations.map(({ companyName, department, title }) => ({
          companyName,
          department,
          title,
        })),
        tags: data.tags,
        memo: data.memo,
        band: row.band as Band,
        total: row.total,
        doNotCall: row.do_not_call === 1,
        events: events.get(row.id) ?? 0,
      };
      return [row.id, { loaded: one, compared, shown }];
    }),
  );
}

/** How many pairs wait for an answer. */
export async function countPairs(ctx: Context): Promise<OutputOf<'duplicates', 'count'>> {
  const filter: PairFilter = { state: 'open', importUid: undefined, leadId: undefined, level: undefined };
  const counts = await countByLevel(ctx.read, filter);
  return { open: [...counts.values()].reduce((sum, n) => sum + n, 0) };
}

/** Settles pairs as different people, or opens them again; what is merged is left to undo. */
export async function answerPairs(
  ctx: Context,
  input: InputOf<'duplicates', 'answer'>,
): Promise<OutputOf<'duplicates', 'answer'>> {
  const operationUid = ctx.newId();
  const info = { kind: 'duplicates.answer', data: { pairs: input.pairUids.length, answer: input.answer } };
  const answered = await ctx.write({ ...info, uid: operationUid }, async tx => {
    const pairs = (await listPairsByUid(tx.read, input.pairUids)).filter(pair => pair.state !== 'merged');
    const decided =
      input.answer === 'open'
        ? { decided_at: null, member_id: null }
        : { decided_at: tx.at, member_id: tx.memberId };
    return await tx.updateMany(
      'duplicates',
      pairs.map(pair => ({ id: pair.id, state: input.answer, ...decided })),
    );
  });
  return { operationUid, answered: answered.length };
}
