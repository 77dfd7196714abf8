import type { Context } from '#electron/backend/context.ts';
import { eventsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import { shownEvent } from '#electron/backend/leads/leads.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { reasonsOf } from '#electron/backend/scoring/reasons.ts';
import { findMemberNames } from '#electron/backend/settings/members.ts';
import type { CallCard } from '#shared/contract/call-work.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { Queued } from '#shared/domain/calls/queue.ts';
import { mayBeWritten } from '#shared/domain/journey/stops.ts';
import { isSign, touchOf } from '#shared/domain/journey/touch.ts';
import { type Band, bandRank } from '#shared/domain/scoring/band.ts';
import type { ReasonRow } from '#shared/i18n/reasons.ts';
import { listNumbers } from './calls.repo.ts';
import { pastCalls } from './past-calls.ts';
import { type CardLead, type Colleague, listPeopleAt } from './workspace.repo.ts';

/** Somebody in the queue, with the row of a list their result belongs to. */
export interface Entry extends Queued {
  readonly leadId: number;
  readonly row: {
    readonly uid: string;
    readonly position: number;
    readonly number: string;
    /** Kinds of company its list takes. */
    readonly kinds: readonly string[];
  } | null;
}

/** What fits on a card. */
const SHOWN_HISTORY = 12;
const SHOWN_COLLEAGUES = 5;

/** All a card shows, for many people at once. */
export async function cardsOf(
  ctx: Context,
  queue: readonly (Entry & { lead: CardLead })[],
): Promise<CallCard[]> {
  const known = await knownOf(
    ctx,
    queue.map(({ lead }) => lead),
  );
  return queue.map(({ lead, why, dueAt, row }) => ({
    leadUid: lead.uid,
    listRowUid: row?.uid ?? null,
    position: row?.position ?? null,
    listNumber: row?.number ?? null,
    why,
    dueAt,
    ...personOf(lead),
    ...factsOf(lead, known),
  }));
}

/** What is kept beside the people themselves. */
async function knownOf(ctx: Context, leads: readonly CardLead[]) {
  const ids = leads.map(lead => lead.id);
  const companyIds = [...new Set(leads.flatMap(lead => lead.company_id ?? []))];
  return {
    numbers: await listNumbers(ctx.read, ids),
    events: Map.groupBy(await eventsOf(ctx.read, ids), event => event.leadId),
    reasons: await reasonsOf(ctx.read, ids, dayOf(ctx.now())),
    optedOut: await optedOutLeads(ctx.read, ids),
    people: Map.groupBy(await listPeopleAt(ctx.read, companyIds), person => person.company_id),
    names: await findMemberNames(ctx),
  };
}
type Known = Awaited<ReturnType<typeof knownOf>>;

const personOf = (lead: CardLead) => ({
  companyName: lead.company_name,
  branch: lead.branch,
  department: lead.department,
  title: lead.title,
  name: lead.name,
  kana: lead.kana,
  band: lead.band as Band,
  total: lead.total,
  channel: lead.channel as CallCard['channel'],
  eventName: lead.event_name,
  acquiredOn: lead.acquired_on,
  consentBasis: lead.consent_basis as CallCard['consentBasis'],
  memo: lead.memo,
  promise: promiseOf(lead),
});

function promiseOf({ next_kind, next_on, next_at }: CardLead): CallCard['promise'] {
  return next_kind === 'callback' && next_on !== null ? { on: next_on, at: next_at } : null;
}

function factsOf(lead: CardLead, known: Known) {
  const events = known.events.get(lead.id) ?? [];
  const isOptedOut = known.optedOut.has(lead.id);
  return {
    phones: phonesOf(lead, known),
    reasons: [...(known.reasons.get(lead.id) ?? ([] as ReasonRow[]))],
    history: events
      .filter(isShown)
      .slice(-SHOWN_HISTORY)
      .toReversed()
      .map(event => shownEvent(event, known.names)),
    suppressed: isOptedOut,
    colleagues: colleaguesOf(lead, known),
    calls: pastCalls(events),
    mayMail: mayBeWritten({ email: lead.email, consentBasis: lead.consent_basis, isOptedOut }),
  };
}

/** Touches and what the person did; that a call reached them is said by its outcome. */
const isShown = (event: StoredEvent): boolean =>
  event.kind !== 'call.reached' && (touchOf(event) !== null || isSign(event));

/** The number to dial first, then the others of the card. */
function phonesOf(lead: CardLead, { numbers }: Known): CallCard['phones'] {
  const points = numbers.get(lead.id) ?? [];
  const first = points.find(point => point.value === lead.phone);
  const ordered = first ? [first, ...points.filter(point => point !== first)] : points;
  const phones = ordered.map(point => ({
    kind: point.kind as CallCard['phones'][number]['kind'],
    text: point.value,
    tel: point.key === '' ? null : point.key,
    extension: point.ext,
  }));
  return first || lead.phone === ''
    ? phones
    : [{ kind: 'main', text: lead.phone, tel: null, extension: '' }, ...phones];
}

function colleaguesOf(lead: CardLead, { people }: Known): CallCard['colleagues'] {
  if (lead.company_id === null) return { total: 0, shown: [] };
  const others = (people.get(lead.company_id) ?? []).filter(person => person.id !== lead.id);
  const shown = others.toSorted(byRank).slice(0, SHOWN_COLLEAGUES);
  return { total: others.length, shown: shown.map(colleagueOf) };
}

const byRank = (a: Colleague, b: Colleague): number =>
  bandRank(b.band as Band) - bandRank(a.band as Band) || b.total - a.total;

const colleagueOf = (person: Colleague) => ({
  leadUid: person.uid,
  name: person.name,
  department: person.department,
  title: person.title,
  band: person.band as Band,
  nextKind: person.next_kind,
});
