import type { Context } from '#electron/backend/context.ts';
import { dueLeads } from '#electron/backend/today/today.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { type Day, dayOf, type Instant, mondayOf } from '#shared/domain/base/days.ts';
import { callable } from '#shared/domain/calls/callable.ts';
import { listNumber } from '#shared/domain/calls/list-number.ts';
import { inQueueOrder, type QueueReason, waitsFor } from '#shared/domain/calls/queue.ts';
import type { ListRule } from '#shared/domain/calls/selection.ts';
import { phoneable } from './callable.ts';
import { listOut } from './candidates.repo.ts';
import { cardsOf, type Entry } from './cards.ts';
import { slotRates } from './slot-rates.ts';
import { type CardLead, listCardLeads, listOpenRows, type OpenRow } from './workspace.repo.ts';

/** As many as one caller could call in a long day, several times over. */
const LONGEST = 200;
/** Buckets of 今日 that are calls. */
const BUCKETS = ['latePromise', 'firstContact', 'todayPromise', 'retry'] as const;
/** Kept by who gave them, whoever else has the person on a list. */
const PROMISES: readonly string[] = ['latePromise', 'todayPromise'];

/** Whom the acting member calls now, each with all their card shows. */
export async function callQueue(ctx: Context): Promise<OutputOf<'calls', 'queue'>> {
  const now = ctx.now();
  const entries = await entriesOf(ctx);
  const leads = new Map((await listCardLeads(ctx.read, [...entries.keys()])).map(lead => [lead.id, lead]));
  const callable = [...entries.values()].flatMap(entry => {
    const lead = leads.get(entry.leadId);
    return lead && isDue(entry, lead, now) ? [{ ...entry, lead }] : [];
  });
  const queue = inQueueOrder(callable, now).slice(0, LONGEST);
  return { now, cards: await cardsOf(ctx, queue), slotRates: [...(await slotRates(ctx))] };
}

/** May be phoned, and nobody put them off to another day. */
const isDue = ({ why, row }: Entry, lead: CardLead, now: Instant): boolean =>
  callable(phoneable(lead), row?.kinds) === null &&
  !(why === 'listed' && waitsFor({ kind: lead.next_kind, on: lead.next_on }, dayOf(now)));

/** Who is due, once each at the most urgent reason, with the row of this week's list their result belongs to. */
async function entriesOf(ctx: Context): Promise<Map<number, Entry>> {
  const entries = new Map<number, Entry>();
  const add = (leadId: number, why: QueueReason, dueAt: Instant | null): void => {
    if (!entries.has(leadId)) entries.set(leadId, { leadId, why, dueAt, row: null });
  };
  const weekOn = mondayOf(dayOf(ctx.now()));
  const colleagues = await calledByColleagues(ctx, weekOn);
  for (const bucket of BUCKETS)
    for (const { leadId, dueAt } of await dueLeads(ctx, bucket, LONGEST))
      if (PROMISES.includes(bucket) || !colleagues.has(leadId)) add(leadId, bucket, dueAt);
  for (const row of await listOpenRows(ctx.read, weekOn, ctx.member?.id ?? null)) {
    const leadId = row.lead_id;
    if (leadId === null) continue;
    add(leadId, 'listed', null);
    const entry = entries.get(leadId);
    // Who stands on two lists gets the result on the newer one.
    if (entry?.row === null) entries.set(leadId, { ...entry, row: rowOf(row) });
  }
  return entries;
}

/** Who stands on a colleague's list that is out: their paper shows nothing of what is on this screen. */
async function calledByColleagues(ctx: Context, weekOn: Day): Promise<Set<number>> {
  const out = ctx.member ? await listOut(ctx.read, weekOn) : [];
  const theirs = out.filter(({ callerId }) => callerId !== null && callerId !== ctx.member?.id);
  return new Set(theirs.map(({ leadId }) => leadId));
}

const rowOf = (row: OpenRow): Entry['row'] => ({
  uid: row.uid,
  position: row.position,
  number: listNumber(row.serial),
  kinds: (JSON.parse(row.rule) as ListRule).companyKinds,
});
