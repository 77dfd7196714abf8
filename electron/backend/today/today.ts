import type { Context } from '#electron/backend/context.ts';
import { eventsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import { waitingHandovers } from '#electron/backend/opportunities/waiting.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { teamOf } from '#electron/backend/settings/members.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { Band, Reason } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { TodayBucket, TodayRow } from '#shared/contract/today.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, isAway } from '#shared/domain/calendar/calendar.ts';
import { stateOf } from '#shared/domain/sla/clock.ts';
import { remainingMinutes } from '#shared/domain/sla/due.ts';
import { type Bucket, BUCKETS, nearUntil } from '#shared/domain/today/buckets.ts';
import {
  type Asked,
  type ByOwner,
  countComing,
  countDue,
  countOverdue,
  type DueLead,
  listComing,
  listDue,
  listShown,
  type ShownLead,
} from './today.repo.ts';

type Scope = InputOf<'today', 'queue'>['scope'];

async function askedBy(ctx: Context, scope: Scope): Promise<Asked> {
  const today = dayOf(ctx.now());
  return {
    now: ctx.now(),
    today,
    nearUntil: nearUntil(await calendarOf(ctx), today),
    ownerId: scope === 'mine' ? (ctx.member?.id ?? null) : null,
  };
}

/** Whom the acting member has in a bucket now, the most urgent first, and when each is due if at a time. */
export async function dueLeads(
  ctx: Context,
  bucket: Bucket,
  limit: number,
): Promise<{ leadId: number; dueAt: Instant | null }[]> {
  const due = await listDue(ctx.read, bucket, await askedBy(ctx, 'mine'), limit);
  const leads = await listShown(
    ctx.read,
    due.map(({ leadId }) => leadId),
  );
  const nextAt = new Map(leads.map(lead => [lead.id, lead.next_at]));
  return due.map(({ leadId, clock }) => ({ leadId, dueAt: clock?.dueAt ?? nextAt.get(leadId) ?? null }));
}

const sum = (counts: ByOwner): number => [...counts.values()].reduce((all, n) => all + n, 0);

/** What is due now, bucket by bucket, each row with the reason why it is there. */
export async function todayQueue(
  ctx: Context,
  input: InputOf<'today', 'queue'>,
): Promise<OutputOf<'today', 'queue'>> {
  const asked = await askedBy(ctx, input.scope);
  const buckets: TodayBucket[] = [];
  for (const code of input.bucket === undefined ? BUCKETS : [input.bucket]) {
    const due = await listDue(ctx.read, code, asked, input.limit);
    // Whoever has fewer than asked for has all of them.
    const total = due.length < input.limit ? due.length : sum(await countDue(ctx.read, code, asked));
    if (total > 0) buckets.push({ code, total, rows: await shownRows(ctx, due, code) });
  }
  return { total: buckets.reduce((all, bucket) => all + bucket.total, 0), buckets };
}

/** What is promised for later days. */
export async function todayComing(
  ctx: Context,
  input: InputOf<'today', 'coming'>,
): Promise<OutputOf<'today', 'coming'>> {
  const asked = await askedBy(ctx, input.scope);
  const due = await listComing(ctx.read, asked, input.limit);
  return { total: await countComing(ctx.read, asked), rows: await shownRows(ctx, due, 'todayPromise') };
}

/** The queue of everybody in figures: who has how much of what, who is away, and what nobody has. */
export async function todayTeam(ctx: Context): Promise<OutputOf<'today', 'team'>> {
  const asked = await askedBy(ctx, 'team');
  const cal = await calendarOf(ctx);
  const due = await Promise.all(
    BUCKETS.map(async code => [code, await countDue(ctx.read, code, asked)] as const),
  );
  const overdue = await countOverdue(ctx.read, asked.now);
  const countsOf = (id: number | null) =>
    Object.fromEntries(due.map(([code, counts]) => [code, counts.get(id) ?? 0])) as Record<Bucket, number>;
  const team = (await teamOf(ctx)).filter(
    ({ id, member }) => member.active || due.some(([, counts]) => counts.has(id)),
  );
  return {
    members: team.map(({ id, member }) => ({
      uid: member.uid,
      name: member.name,
      away: isAway(cal, member.uid, asked.today),
      counts: countsOf(id),
      overdue: overdue.get(id) ?? 0,
    })),
    unowned: { counts: countsOf(null), overdue: overdue.get(null) ?? 0 },
  };
}

const calendarOf = async (ctx: Context): Promise<BusinessCalendar> =>
  (await activeVersion(ctx.read, calendar, dayOf(ctx.now()))).data;

async function shownRows(ctx: Context, due: readonly DueLead[], bucket: Bucket): Promise<TodayRow[]> {
  const ids = due.map(({ leadId }) => leadId);
  const leads = new Map((await listShown(ctx.read, ids)).map(lead => [lead.id, lead]));
  const calls = Map.groupBy(
    (await eventsOf(ctx.read, ids)).filter(event => event.kind === 'call'),
    event => event.leadId,
  );
  const cal = await calendarOf(ctx);
  const asked = bucket === 'answer' ? await answersAsked(ctx, ids) : null;
  return due.flatMap(({ leadId, clock: contact }) => {
    const lead = leads.get(leadId);
    if (!lead) return [];
    const past = calls.get(leadId) ?? [];
    const handover = asked?.get(leadId);
    const clock = contact ?? handover?.clock ?? null;
    return [
      {
        ...shownLead(lead),
        dueAt: clock?.dueAt ?? lead.next_at,
        ...(bucket === 'cooling' ? { dueOn: lead.cools_on } : {}),
        clock: clock && {
          uid: clock.uid,
          state: stateOf({ dueAt: clock.dueAt, stoppedAt: null, stopCode: null }, ctx.now()),
          remainingMinutes: remainingMinutes(cal, clock.dueAt, ctx.now()),
        },
        handoverUid: handover?.uid ?? null,
        why: whyOf(bucket, lead, clock, past.length),
        note: noteOf(past),
      },
    ];
  });
}

/** Hand-overs that wait for an answer, each with the clock that runs for it. */
async function answersAsked(ctx: Context, leadIds: readonly number[]) {
  const waiting = await waitingHandovers(ctx.read, leadIds);
  return new Map(
    waiting.map(({ leadId, uid, clockUid, dueAt }) => {
      const clock = clockUid === null || dueAt === null ? null : { uid: clockUid, dueAt, reason: null };
      return [leadId ?? 0, { uid, clock }];
    }),
  );
}

const shownLead = (lead: ShownLead) => ({
  leadUid: lead.uid,
  companyName: lead.company_name,
  name: lead.name,
  department: lead.department,
  title: lead.title,
  phone: lead.phone,
  band: lead.band as Band,
  total: lead.total,
  ownerName: lead.owner_name,
  nextKind: lead.next_kind,
  dueOn: lead.next_on,
});

const noteOf = (calls: readonly StoredEvent[]): string => {
  const note = calls.at(-1)?.data['note'];
  return typeof note === 'string' ? note : '';
};

/** Why a row is in its bucket: a code and parameters for the catalogue. */
function whyOf(bucket: Bucket, lead: ShownLead, clock: DueLead['clock'], calls: number): Reason {
  switch (bucket) {
    case 'firstContact':
      if (clock) return { code: 'hot', params: clock.reason === null ? {} : { reason: clock.reason } };
      return { code: lead.stop === 'contacted' ? 'replied' : 'hot', params: {} };
    case 'retry':
      return { code: 'retry', params: { n: calls + 1 } };
    case 'task':
      return { code: lead.next_kind, params: {} };
    case 'noNext':
      return { code: 'noNext', params: { reason: lead.next_reason ?? '' } };
    default:
      return { code: bucket, params: {} };
  }
}
