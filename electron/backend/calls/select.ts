import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { addDays, minuteOf, mondayOf } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { cycleSince, dueOf } from '#shared/domain/calls/candidate.ts';
import { attemptsInCycle, type Outcome, type PastCall } from '#shared/domain/calls/outcomes.ts';
import {
  type CallerList,
  type Candidate,
  type Excluded,
  type Exclusion,
  exclusionOf,
  fillingRoom,
  fitting,
  inListOrder,
  roomOf,
  selectForList,
  type SelectionTerms,
  tally,
} from '#shared/domain/calls/selection.ts';
import { BANDS, type Band } from '#shared/domain/scoring/band.ts';
import { phoneable } from './callable.ts';
import {
  type Among,
  type CandidateRow,
  leadClasses,
  type LeadClass,
  listBest,
  listByIds,
  listCalls,
  listColleagues,
  listOut,
  listPromised,
  listTried,
  type StoredCall,
} from './candidates.repo.ts';

/** What a selection goes by, and on which day. */
export interface Terms extends SelectionTerms {
  readonly cal: BusinessCalendar;
  readonly on: Day;
}
/** What is known of people beside their rows. */
export interface Work {
  /** Calls of whoever may have used up a cycle. */
  readonly calls: ReadonlyMap<number, readonly StoredCall[]>;
  readonly out: Out;
}
/** What the lists of the week hold that are still out: person → serial of the list, company → who calls it. */
interface Out {
  readonly people: ReadonlyMap<number, number>;
  readonly companies: ReadonlyMap<number, number>;
}
/** A candidate with the number rows name it by. */
export type Known = Candidate & { readonly id: number; readonly stop: string | null };

export interface Selected {
  readonly lists: readonly CallerList[];
  readonly excluded: Excluded;
  /** The lists that hold whoever is left out as `listed`: serial → people. */
  readonly listedOn: Readonly<Record<number, number>>;
  /** Where everybody is who stands on none of them and not in the trash: journey stop, or `listed` → people. */
  readonly elsewhere: Readonly<Record<string, number>>;
  readonly idOf: ReadonlyMap<string, number>;
}

/**
 * The week's lists out of any number of leads. Only those that can come to stand on one are fetched; everybody else is
 * counted in classes no rule tells apart. The lists are the same as if the rule had been asked about each lead.
 */
export async function selectLeads(db: ReadDb, among: Among, terms: Terms): Promise<Selected> {
  const since = cycleSince(terms.on);
  const times = Math.min(...BANDS.map(band => terms.limits[band].attempts));
  const tried = await listTried(db, since, times);
  const work = { calls: await listCalls(db, since, tried), out: await outOf(db, terms) };
  const apart = [...new Set([...tried, ...work.out.people.keys()])];
  const named = await known(db, terms, work, await listByIds(db, among, apart));
  const counts = await countAll(db, among, terms, named);
  const found = await foremost(db, among, terms, { work, spare: apart.length, counts });
  const { lists } = selectForList(found, terms);
  const byUid = new Map(found.map(lead => [lead.uid, lead]));
  const rows = lists.flatMap(list => list.rows.flatMap(row => byUid.get(row.uid) ?? []));
  return {
    lists,
    excluded: tally(counts.reasons(), terms, rows.length),
    listedOn: listedOn(named, terms, work.out),
    elsewhere: counts.elsewhere(rows),
    idOf: new Map(found.map(lead => [lead.uid, lead.id])),
  };
}

/** Reads what the lists of the week hold that are still out. */
export async function outOf(db: ReadDb, { lastOn }: Pick<Terms, 'lastOn'>): Promise<Out> {
  // The oldest list comes last, so that it is the one that counts.
  const rows = (await listOut(db, mondayOf(lastOn))).toReversed();
  const people = new Map(rows.map(row => [row.leadId, row.serial]));
  const companies = rows.flatMap(({ companyId, callerId }) =>
    companyId === null || callerId === null ? [] : [[companyId, callerId] as const],
  );
  return { people, companies: new Map(companies) };
}

function listedOn(named: readonly Known[], terms: Terms, out: Out): Record<number, number> {
  const serials = named.flatMap(lead =>
    exclusionOf(lead, terms) === 'listed' ? (out.people.get(lead.id) ?? []) : [],
  );
  return Object.fromEntries(
    [...Map.groupBy(serials, serial => serial)].map(([serial, all]) => [serial, all.length]),
  );
}

/** Rows as the rule sees them. */
export async function known(
  db: ReadDb,
  terms: Pick<Terms, 'on' | 'cal' | 'limits'>,
  { calls, out }: Work,
  rows: readonly CandidateRow[],
): Promise<Known[]> {
  const promised = rows.filter(row => row.next_kind === 'callback').map(row => row.id);
  const promises = await listCalls(db, cycleSince(terms.on), promised);
  return rows.map(row => {
    const given = promises.get(row.id)?.findLast(call => call.data.outcome === 'callback');
    const band = row.band as Band;
    const past = (calls.get(row.id) ?? []).map(pastCall);
    return {
      ...phoneable(row),
      ...dueOf({ kind: row.next_kind, on: row.next_on, at: row.next_at }),
      id: row.id,
      uid: row.uid,
      stop: row.stop,
      companyKey: row.company_id === null ? null : String(row.company_id),
      companyKana: row.company_kana ?? '',
      ownerId: row.owner_id,
      boundTo: given?.memberId ?? out.companies.get(row.company_id ?? 0) ?? null,
      listed: out.people.has(row.id),
      band,
      total: row.total,
      attempts: attemptsInCycle(past, terms.limits[band], terms.on, terms.cal),
    };
  });
}

const pastCall = (call: StoredCall): PastCall => ({
  outcome: (call.data.outcome ?? 'other') as Outcome,
  on: call.occurredOn,
  minute: call.occurredAt ? minuteOf(call.occurredAt) : 0,
});

type Why = Exclusion | 'taken';

/** How many people stay out for which reason, and where they are. */
class Counts {
  readonly #of = new Map<Why, Map<string, number>>();

  add(why: Why, stop: string | null, people: number): void {
    const stops = this.#of.get(why) ?? new Map<string, number>();
    this.#of.set(why, stops);
    stops.set(stop ?? 'unplaced', (stops.get(stop ?? 'unplaced') ?? 0) + people);
  }

  of = (why: Why): number => (this.#of.get(why)?.values() ?? [].values()).reduce((sum, n) => sum + n, 0);
  reasons = (): Partial<Record<Why, number>> =>
    Object.fromEntries(Array.from(this.#of.keys(), why => [why, this.of(why)]));

  elsewhere(rows: readonly Known[]): Record<string, number> {
    const left = new Map<string, number>();
    const count = (stop: string, people: number) => left.set(stop, (left.get(stop) ?? 0) + people);
    for (const [why, stops] of this.#of)
      if (why !== 'trashed')
        for (const [stop, people] of stops) count(why === 'listed' ? 'listed' : stop, people);
    for (const { stop } of rows) count(stop ?? 'unplaced', -1);
    return Object.fromEntries([...left].filter(([, people]) => people > 0));
  }
}

/** Classes know nothing of attempts and of other lists: whoever these keep out is counted again by name. */
async function countAll(db: ReadDb, among: Among, terms: Terms, named: readonly Known[]): Promise<Counts> {
  const counts = new Counts();
  for await (const of of leadClasses(db, among, terms.lastOn))
    counts.add(exclusionOf(factsOf(of, terms), terms) ?? 'taken', of.stop, of.people);
  for (const lead of named) {
    const why = exclusionOf(lead, terms) ?? 'taken';
    const counted = exclusionOf({ ...lead, attempts: 0, listed: false }, terms) ?? 'taken';
    if (why === counted) continue;
    counts.add(counted, lead.stop, -1);
    counts.add(why, lead.stop, 1);
  }
  return counts;
}

const factsOf = (of: LeadClass, { lastOn }: Terms): Parameters<typeof exclusionOf>[0] => ({
  ...phoneable({
    stage: of.stage,
    company_kind: of.company_kind,
    do_not_call: of.do_not_call,
    phone: of.phoned === 1 ? 'known' : '',
    trashed_at: null,
  }),
  trashed: of.trashed === 1,
  band: of.band as Band,
  attempts: 0,
  listed: false,
  ...dueOf({ kind: of.next_kind, on: of.later === 1 ? addDays(lastOn, 1) : lastOn, at: null }),
});

/**
 * Everybody who can come to stand on a list: the first in list order, and all of their companies. A row of another company
 * cannot come before them, since a company stands where its best row does.
 */
async function foremost(
  db: ReadDb,
  among: Among,
  terms: Terms,
  { work, spare, counts }: { work: Work; spare: number; counts: Counts },
): Promise<Known[]> {
  const { rule, lastOn, callers } = terms;
  const standing = { kinds: rule.companyKinds, lastOn };
  const best = async (bands: readonly Band[], count: number) => {
    const of = bands.map(async band => await listBest(db, among, standing, { band, count: count + spare }));
    return (await Promise.all(of)).flat();
  };
  const room = roomOf(callers);
  const ranked = await best(rule.bands, room);
  const heads = await known(db, terms, work, [...(await listPromised(db, among, standing)), ...ranked]);
  const taken = heads.filter(lead => exclusionOf(lead, terms) === null);
  const companies = fitting(inListOrder(taken), room).flatMap(lead => lead.companyKey ?? []);
  const ids = [...new Set(companies)].map(Number);
  const colleagues = await listColleagues(db, among, standing, ids);
  const missing = fillingRoom(terms) - counts.of('taken');
  const others = BANDS.filter(band => !rule.bands.includes(band));
  const filling = missing > 0 ? await best(others, missing) : [];
  const more = await known(db, terms, work, [...colleagues, ...filling]);
  return [...new Map([...heads, ...more].map(lead => [lead.id, lead])).values()];
}
