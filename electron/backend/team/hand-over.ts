import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { setOwners } from '#electron/backend/leads/owners.ts';
import { countSequences } from '#electron/backend/mail/stop.ts';
import { waitingHandovers } from '#electron/backend/opportunities/waiting.ts';
import { handOverPlan } from '#electron/backend/settings/agreements.ts';
import { type MemberRow, teamOf } from '#electron/backend/settings/members.ts';
import { addVersion, newestVersion, versionKeys } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { HandOverPlan, Held, Receivers } from '#shared/contract/team.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { type Assignable, shareOut } from '#shared/domain/team/assign.ts';
import { type Holding, holdingOf, HOLDINGS } from '#shared/domain/team/holdings.ts';
import { type HeldRow, listHeld, listUnreturned } from './hand-over.repo.ts';

/** Leads given between two turns. */
const BATCH = 500;

async function memberOf(db: ReadDb, uid: string): Promise<MemberRow> {
  const row = (await teamOf({ read: db })).find(known => known.member.uid === uid);
  if (!row) throw new AppError('NOT_FOUND', { entity: 'member' });
  return row;
}

interface Holdings {
  readonly people: readonly HeldRow[];
  readonly byKind: Readonly<Record<Holding, readonly Assignable[]>>;
  readonly held: Held;
}

async function holdingsOf(db: ReadDb, memberId: number): Promise<Holdings> {
  const people = await listHeld(db, memberId);
  const kinds = Map.groupBy(people, holdingOf);
  const byKind = {
    deals: kinds.get('deals') ?? [],
    promises: kinds.get('promises') ?? [],
    leads: kinds.get('leads') ?? [],
    papers: await listUnreturned(db, memberId),
  };
  const count = (kind: Holding): number => byKind[kind].length;
  return {
    people,
    byKind,
    held: {
      deals: count('deals'),
      promises: count('promises'),
      leads: count('leads'),
      papers: count('papers'),
    },
  };
}

/** What a member holds, and what is planned to become of it. Throws NOT_FOUND. */
export async function getHoldings(
  ctx: Context,
  { uid }: InputOf<'members', 'holdings'>,
): Promise<OutputOf<'members', 'holdings'>> {
  const { id, member } = await memberOf(ctx.read, uid);
  const { people, held } = await holdingsOf(ctx.read, id);
  const ids = people.map(row => row.id);
  const sequences = await countSequences(ctx.read, ids);
  const handovers = (await waitingHandovers(ctx.read, ids)).length;
  const planned = (await newestVersion(ctx.read, handOverPlan, uid)).data;
  return { member, held, sequences, handovers, planned };
}

/** Hands over now, or plans it for its day. Throws NOT_FOUND, INVALID_INPUT. */
export async function handOver(
  ctx: Context,
  { uid, ...plan }: InputOf<'members', 'handOver'>,
): Promise<OutputOf<'members', 'handOver'>> {
  const leaver = await memberOf(ctx.read, uid);
  await checkReceivers(ctx.read, leaver, plan.to);
  if (plan.fromOn > dayOf(ctx.now())) {
    const { held } = await holdingsOf(ctx.read, leaver.id);
    await keepPlan(ctx, uid, plan);
    return { operationUid: null, held, planned: plan };
  }
  return { ...(await perform(ctx, leaver, plan)), planned: null };
}

async function keepPlan(ctx: Context, uid: string, plan: HandOverPlan | null): Promise<string> {
  const operationUid = ctx.newId();
  const kind = plan === null ? 'members.cancelHandOver' : 'members.planHandOver';
  await ctx.write({ kind, undoable: false, uid: operationUid }, async tx => {
    await addVersion(tx, handOverPlan, plan, { key: uid });
  });
  return operationUid;
}

/** Forgets a plan. Throws NOT_FOUND. */
export async function cancelHandOver(
  ctx: Context,
  { uid }: InputOf<'members', 'cancelHandOver'>,
): Promise<OutputOf<'members', 'cancelHandOver'>> {
  if ((await newestVersion(ctx.read, handOverPlan, uid)).data === null)
    throw new AppError('NOT_FOUND', { entity: 'handOver' });
  return { operationUid: await keepPlan(ctx, uid, null) };
}

/** Nobody receives who is not there, least of all the one who goes. */
async function checkReceivers(db: ReadDb, leaver: MemberRow, to: Receivers): Promise<void> {
  const team = await teamOf({ read: db });
  const there = new Set(team.filter(row => row.member.active).map(row => row.member.uid));
  there.delete(leaver.member.uid);
  const issues = HOLDINGS.filter(kind => !to[kind].every(uid => there.has(uid))).map(kind => ({
    path: `to.${kind}`,
    message: 'not an active member',
  }));
  if (issues.length > 0) throw new AppError('INVALID_INPUT', { issues });
}

/** Everything changes hands in one operation. */
async function perform(
  ctx: Context,
  leaver: MemberRow,
  plan: HandOverPlan,
): Promise<{ operationUid: string; held: Held }> {
  const operationUid = ctx.newId();
  const data = { name: leaver.member.name, leaving: plan.leaving };
  const held = await ctx.write({ kind: 'members.handOver', data, uid: operationUid }, async tx => {
    const holdings = await holdingsOf(tx.read, leaver.id);
    const share = await shareHoldings(tx.read, holdings, plan.to);
    await giveAway(ctx, tx, holdings, share);
    if (plan.leaving) await tx.update('members', leaver.id, { active: 0 });
    if ((await newestVersion(tx.read, handOverPlan, leaver.member.uid)).data !== null)
      await addVersion(tx, handOverPlan, null, { key: leaver.member.uid });
    return holdings.held;
  });
  return { operationUid, held };
}

type Shares = Readonly<Record<Holding, ReadonlyMap<number, number>>>;

/** Each kind to its receivers; a company that went to one of them stays with them through the kinds. */
async function shareHoldings(db: ReadDb, { byKind }: Holdings, to: Receivers): Promise<Shares> {
  const team = await teamOf({ read: db });
  const holders = new Map<number, number>();
  const shareKind = (kind: Holding): Map<number, number> => {
    const takers = to[kind].flatMap(uid => team.find(row => row.member.uid === uid) ?? []);
    const share = shareOut(
      byKind[kind],
      takers.map(({ id }) => ({ id, busy: 0 })),
      'turns',
      holders,
    );
    for (const { id, companyId } of byKind[kind]) {
      const owner = share.get(id);
      if (companyId !== null && owner !== undefined && !holders.has(companyId)) holders.set(companyId, owner);
    }
    return share;
  };
  return {
    deals: shareKind('deals'),
    promises: shareKind('promises'),
    leads: shareKind('leads'),
    papers: shareKind('papers'),
  };
}

async function giveAway(ctx: Context, tx: WriteTx, { people }: Holdings, share: Shares): Promise<void> {
  const owners = people.flatMap(row => {
    const ownerId = share[holdingOf(row)].get(row.id);
    return ownerId === undefined ? [] : [{ id: row.id, ownerId, isHot: row.band === 'hot' }];
  });
  for (let i = 0; i < owners.length; i += BATCH) {
    if (i > 0) await tx.breathe();
    await setOwners(ctx, tx, owners.slice(i, i + BATCH));
  }
  await tx.updateMany(
    'call_list_rows',
    [...share.papers].map(([id, callerId]) => ({ id, caller_id: callerId })),
  );
}

/**
 * Does what was planned for a day that has come; part of the daily work. A receiver who is not there any more is passed
 * over; where none is left the plan waits, and the member's page shows it.
 */
export async function handOverDue(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now());
  const there = new Set((await teamOf(ctx)).filter(row => row.member.active).map(row => row.member.uid));
  for (const uid of await versionKeys(ctx.read, handOverPlan)) {
    const { data: plan } = await newestVersion(ctx.read, handOverPlan, uid);
    if (plan === null || plan.fromOn > today) continue;
    const left = (kind: Holding): string[] => plan.to[kind].filter(to => to !== uid && there.has(to));
    const to = {
      deals: left('deals'),
      promises: left('promises'),
      leads: left('leads'),
      papers: left('papers'),
    };
    if (HOLDINGS.some(kind => to[kind].length === 0)) continue;
    await perform(ctx, await memberOf(ctx.read, uid), { ...plan, to });
  }
}
