import type { ReadDb } from '#electron/backend/db/access.ts';
import { eventsOf, retractionsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import { type Change, changesOf } from '#electron/backend/history/earlier.ts';
import { optedOutSince } from '#electron/backend/mail/opted-out.ts';
import { type Day, dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { Past } from '#shared/domain/scoring/replay.ts';
import { factsOf } from './rescore.ts';
import { listScoredCompanies, listScoringRows, type ScoringRow } from './scoring.repo.ts';

type Company = Awaited<ReturnType<typeof listScoredCompanies>>[number];
const NO_COMPANY = { industry: null, employees_min: null, employees_max: null, company_kind: null };

/** Everything that is known about what was known when; read once for many leads. */
interface Records {
  events: ReadonlyMap<number, StoredEvent[]>;
  retractedAt: ReadonlyMap<string, Instant>;
  outSince: ReadonlyMap<number, Instant>;
  leadChanges: ReadonlyMap<string, Change[]>;
  companies: ReadonlyMap<number, Company>;
  companyChanges: ReadonlyMap<string, Change[]>;
  /** Of events that came with somebody who turned out to be the same person: what was done to their rows. */
  eventChanges: ReadonlyMap<string, Change[]>;
}

/**
 * These leads as they were known at the end of any day: events by when they were recorded and taken back, fields by reading
 * the history backwards, opt-outs by their date. Whom the store does not hold any more is left out.
 */
export async function pastsOf(db: ReadDb, leadIds: readonly number[]): Promise<ReadonlyMap<number, Past>> {
  const rows = await listScoringRows(db, leadIds);
  const leadChanges = await changesOf(
    db,
    'leads',
    rows.map(row => row.uid),
  );
  const companies = await listScoredCompanies(db, companyIdsOf(rows, leadChanges));
  const events = Map.groupBy(await eventsOf(db, leadIds, { retracted: true }), event => event.leadId);
  const records: Records = {
    events,
    eventChanges: await changesOf(db, 'events', [...events.values()].flatMap(uidsOfMerged)),
    retractedAt: await retractionsOf(db, leadIds),
    outSince: await optedOutSince(db, leadIds),
    leadChanges,
    companies: new Map(companies.map(company => [company.id, company])),
    companyChanges: await changesOf(
      db,
      'companies',
      companies.map(company => company.uid),
    ),
  };
  return new Map(rows.map(row => [row.id, pastOf(row, records)]));
}

/** Events of a survivor, whose own they were not always. */
const uidsOfMerged = (events: readonly StoredEvent[]): string[] =>
  events.some(event => event.kind === 'lead.merged') ? events.map(event => event.uid) : [];

/** Every company these leads belong to or ever belonged to. */
function companyIdsOf(rows: readonly ScoringRow[], changes: ReadonlyMap<string, Change[]>): number[] {
  const ids = rows.flatMap(row => [
    row.company_id,
    ...(changes.get(row.uid) ?? []).map(({ before }) => before?.['company_id']),
  ]);
  return [...new Set(ids.filter(id => typeof id === 'number'))];
}

/** A row as it was at the end of a day. */
function rewound<R extends object>(row: R, changes: readonly Change[], on: Day): R {
  const later = changes.filter(({ at }) => dayOf(at) > on).toReversed();
  return Object.assign({}, row, ...later.map(({ before }) => before ?? {})) as R;
}

function pastOf(row: ScoringRow, records: Records): Past {
  const changes = records.leadChanges.get(row.uid) ?? [];
  const events = records.events.get(row.id) ?? [];
  const outSince = records.outSince.get(row.id);
  const companyAt = (companyId: number | null, on: Day) => {
    const company = records.companies.get(companyId ?? 0);
    if (!company) return NO_COMPANY;
    const { kind, industry, employees_min, employees_max } = rewound(
      company,
      records.companyChanges.get(company.uid) ?? [],
      on,
    );
    return { industry, employees_min, employees_max, company_kind: kind };
  };
  const wasKnown = (event: StoredEvent, on: Day): boolean => {
    const retractedAt = records.retractedAt.get(event.uid);
    const { leadId } = rewound(event, (records.eventChanges.get(event.uid) ?? []).map(asEvent), on);
    return (
      leadId === row.id &&
      dayOf(event.recordedAt) <= on &&
      (retractedAt === undefined || dayOf(retractedAt) > on)
    );
  };
  const known = (on: Day) => {
    const then = rewound(row, changes, on);
    return factsOf(
      { ...then, ...companyAt(then.company_id, on) },
      events.filter(event => wasKnown(event, on)),
      outSince !== undefined && dayOf(outSince) <= on,
    );
  };
  return { days: daysOf(row, records), known };
}

/** A change of an event's row in the words of `StoredEvent`: only whose it was matters here. */
const asEvent = ({ at, before }: Change): Change => ({
  at,
  before: typeof before?.['lead_id'] === 'number' ? { leadId: before['lead_id'] } : null,
});

/** Days on which something about the lead became known. */
function daysOf(row: ScoringRow, records: Records): Day[] {
  const company = records.companies.get(row.company_id ?? 0);
  const events = records.events.get(row.id) ?? [];
  const instants = [
    ...events.flatMap(event => [event.recordedAt, records.retractedAt.get(event.uid) ?? event.recordedAt]),
    ...(records.leadChanges.get(row.uid) ?? []).map(({ at }) => at),
    ...(records.companyChanges.get(company?.uid ?? '') ?? []).map(({ at }) => at),
    records.outSince.get(row.id) ?? [],
  ].flat();
  return [...new Set(instants.map(dayOf))];
}
