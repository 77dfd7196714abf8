import type { Context } from '#electron/backend/context.ts';
import { callRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { contactsDue } from '#electron/backend/sla/contacts-due.ts';
import type { CallDay, DayCounts } from '#shared/contract/call-day.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Day, dayOf, daysBetween, mondayOf } from '#shared/domain/base/days.ts';
import { callable } from '#shared/domain/calls/callable.ts';
import { CALL_RESULTS } from '#shared/domain/calls/outcomes.ts';
import { phoneable } from './callable.ts';
import { type CallOfDay, countAnswers, findFirstCallOn, listCallsOn } from './day.repo.ts';
import { listCardLeads, listOpenRows } from './workspace.repo.ts';

/** 慣らし: so many days after the first call, goals are no measure. */
const TRIAL_DAYS = 14;

/** Results worth a line in the report even without a note. */
const NOTABLE: ReadonlySet<string> = new Set(['appointment', 'callback', 'material', 'declined']);
/** Results that kept somebody from calling. */
const BLOCKING = ['badNumber', 'gatekeeper', 'notTarget'] as const;

type OfDay = { readonly member: number | null; readonly call: CallOfDay; readonly data: CallData };
type CallData = { readonly outcome?: string; readonly note?: string };

/** The meters of a day and what its report is drafted from. */
export async function callDay(
  ctx: Context,
  input: InputOf<'calls', 'day'>,
): Promise<OutputOf<'calls', 'day'>> {
  const on = input.on ?? dayOf(ctx.now());
  const me = ctx.member?.id ?? null;
  const calls = (await listCallsOn(ctx.read, on)).map(call => ({
    member: call.member_id,
    call,
    data: JSON.parse(call.data) as CallData,
  }));
  const answers = await countAnswers(ctx.read, on);
  const contacts = await contactsDue(ctx, on);
  const { data: rules } = await activeVersion(ctx.read, callRules, on);
  const countsOf = (isCounted: (member: number | null) => boolean): DayCounts => {
    const sum = (kind: string): number =>
      answers.reduce((all, row) => all + (row.kind === kind && isCounted(row.member_id) ? row.n : 0), 0);
    // As in 今日: what nobody has is everybody's.
    const owed = contacts.filter(({ ownerId }) => ownerId === null || isCounted(ownerId));
    return {
      calls: calls.filter(({ member }) => isCounted(member)).length,
      reached: sum('call.reached'),
      appointments: sum('appointment.made'),
      firstContacts: { inTime: owed.filter(({ isKept }) => isKept).length, due: owed.length },
    };
  };
  const mine = calls.filter(({ member }) => member === me);
  return {
    on,
    memberName: ctx.member?.name || null,
    isTrial: await isTrial(ctx, me, on),
    goals: rules.goals,
    mine: countsOf(member => member === me),
    outcomes: byOutcome(mine),
    notable: mine.flatMap(notableOf),
    team: countsOf(() => true),
    blocked: await blockedOf(ctx, calls, on),
  };
}

async function isTrial(ctx: Context, memberId: number | null, on: Day): Promise<boolean> {
  const firstOn = await findFirstCallOn(ctx.read, memberId);
  return firstOn === null || daysBetween(firstOn, on) < TRIAL_DAYS;
}

function byOutcome(calls: readonly OfDay[]): CallDay['outcomes'] {
  const counts = Map.groupBy(calls, ({ data }) => data.outcome ?? 'other');
  return Object.fromEntries(
    CALL_RESULTS.flatMap(code => {
      const n = counts.get(code)?.length ?? 0;
      return n > 0 ? [[code, n] as const] : [];
    }),
  );
}

function notableOf({ call, data }: OfDay): CallDay['notable'] {
  const { outcome = 'other', note = '' } = data;
  if (note === '' && !NOTABLE.has(outcome)) return [];
  const { uid, company_name: company, name } = call;
  return [{ eventUid: uid, companyName: company ?? '', name: name ?? '', outcome, note }];
}

/** Rows of this week's lists nobody may call any more, and results that led nowhere, by reason. */
async function blockedOf(ctx: Context, calls: readonly OfDay[], on: Day): Promise<CallDay['blocked']> {
  const rows = await listOpenRows(ctx.read, mondayOf(on), null);
  const ids = [...new Set(rows.flatMap(row => row.lead_id ?? []))];
  const barred = (await listCardLeads(ctx.read, ids)).flatMap(lead => callable(phoneable(lead)) ?? []);
  const results = calls.flatMap(({ data }) => BLOCKING.find(code => code === data.outcome) ?? []);
  const counts = Map.groupBy([...results, ...barred], code => code);
  return [...counts].map(([code, all]) => ({ code, count: all.length })).sort((a, b) => b.count - a.count);
}
