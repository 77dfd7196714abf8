import { z } from 'zod';
import { addDays, type Day, mondayOf } from '#shared/domain/base/days.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import { type BusinessCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { BANDS, type Band } from '#shared/domain/scoring/band.ts';
import { type Caller, companiesTogether, type Shareable, shareRows } from './balance.ts';
import { BARRIERS, callable, CALLED_KINDS, type Phoneable } from './callable.ts';
import type { CallRules } from './call-rules.ts';

/** A lead as the list sees it. Rows with the same company key stand together. */
export type Candidate = Phoneable &
  Shareable & {
    readonly companyKana: string;
    readonly band: Band;
    readonly total: number;
    /** Counted attempts of the present cycle. */
    readonly attempts: number;
    /** Day and minute the lead was told; minute null when only a day was named. */
    readonly promise: { readonly on: Day; readonly minute: number | null } | null;
    readonly nextOn: Day | null;
    /** Stands on another list of the week that is still out. */
    readonly listed: boolean;
  };

/** What the numbers of the rule may be. */
export const LIST_BOUNDS = { maxRows: { min: 1, max: 200 }, fillTo: { min: 0, max: 200 } } as const;

/** Which leads a list takes. */
export const zListRule = z.object({
  bands: z.array(z.enum(BANDS)).min(1).readonly(),
  /** Leads of a lower rank fill each caller's list up to so many rows, best score first. */
  fillTo: z.int().min(LIST_BOUNDS.fillTo.min).max(LIST_BOUNDS.fillTo.max),
  /** Rows of one caller who is there all week. */
  maxRows: z.int().min(LIST_BOUNDS.maxRows.min).max(LIST_BOUNDS.maxRows.max),
  companyKinds: z.array(z.string()).min(1).readonly(),
});
export type ListRule = z.infer<typeof zListRule>;

/** The weekly list: hot and mid prospects, eight a day; never empty while somebody can be called. */
export const weeklyRule: ListRule = {
  bands: ['hot', 'mid'],
  fillTo: 10,
  maxRows: 40,
  companyKinds: CALLED_KINDS,
};

/** Why a candidate is not on the list; the first that applies, in this order. */
export const EXCLUSIONS = [
  ...BARRIERS,
  'listed',
  'attemptsUsedUp',
  'notDue',
  'lowRank',
  'overLimit',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export type ListRow = {
  readonly no: number;
  readonly uid: string;
  /** The how-many-th of how many rows of one company, printed when there is more than one. */
  readonly inCompany: { readonly index: number; readonly of: number };
};
/** One list: what one caller is to call. */
export type CallerList = { readonly callerId: number | null; readonly rows: readonly ListRow[] };
export type Excluded = Readonly<Record<Exclusion, number>>;
/** Candidates = rows of all lists + the sum of all exclusions. */
export type Selection = {
  /** In the order of the callers; whoever has nothing to call has no list. */
  readonly lists: readonly CallerList[];
  readonly excluded: Excluded;
};
/** What a selection goes by. */
export type SelectionTerms = {
  readonly rule: ListRule;
  readonly limits: CallRules['limits'];
  /** The last day the lists serve. */
  readonly lastOn: Day;
  readonly callers: readonly Caller[];
};

/** The last day a list of this week serves: Friday, or a later business day of the same week. */
export function lastDayOfWeek(cal: BusinessCalendar, weekOn: Day): Day {
  const monday = mondayOf(weekOn);
  return [6, 5].map(n => addDays(monday, n)).find(on => isBusinessDay(cal, on)) ?? addDays(monday, 4);
}

/** Why a candidate is not for these lists, whatever else there is to call; `lowRank` only fills them up. */
export function exclusionOf(
  lead: Omit<Candidate, keyof Shareable | 'companyKana' | 'total'>,
  { rule, limits, lastOn }: Omit<SelectionTerms, 'callers'>,
): Exclude<Exclusion, 'overLimit'> | null {
  const barrier = callable(lead, rule.companyKinds);
  if (barrier !== null) return barrier;
  // Two papers with one name on them are two colleagues who call the same person.
  if (lead.listed) return 'listed';
  // A promised call is kept even when the cycle is used up or the rank has fallen.
  if (lead.promise) return lead.promise.on > lastOn ? 'notDue' : null;
  if (lead.attempts >= limits[lead.band].attempts) return 'attemptsUsedUp';
  if (lead.nextOn !== null && lead.nextOn > lastOn) return 'notDue';
  return rule.bands.includes(lead.band) ? null : 'lowRank';
}

/** Keys that sort in list order: promises by time, then hot, then score, then company. */
function sortKey(lead: Candidate): readonly (string | number)[] {
  const promised = lead.promise
    ? `${lead.promise.on} ${String(lead.promise.minute ?? 1440).padStart(4, '0')}`
    : '~';
  return [promised, lead.band === 'hot' ? 0 : 1, -lead.total, foldKey(lead.companyKana), lead.uid];
}

/** The order to call in: promises by time, then hot, then score, then company. */
export function inListOrder<T extends Candidate>(leads: readonly T[]): T[] {
  const keyed = leads.map(lead => ({ lead, key: sortKey(lead) }));
  keyed.sort((a, b) => {
    const at = a.key.findIndex((part, i) => part !== b.key[i]);
    return at >= 0 && (a.key[at] ?? 0) < (b.key[at] ?? 0) ? -1 : 1;
  });
  return keyed.map(({ lead }) => lead);
}

const numbered = (rows: readonly Candidate[]): ListRow[] =>
  companiesTogether(rows)
    .flatMap(group =>
      group.map((lead, i) => ({ uid: lead.uid, inCompany: { index: i + 1, of: group.length } })),
    )
    .map((row, i) => ({ no: i + 1, ...row }));

/** As many rows as can be called; a promise is never cut off. */
export const fitting = <T extends Candidate>(rows: readonly T[], room: number): readonly T[] =>
  rows.slice(0, Math.max(room, rows.findLastIndex(row => row.promise !== null) + 1));

/** Rows all callers can do together, and how far lower ranks may fill them up. */
export const roomOf = (callers: readonly Caller[]): number =>
  callers.reduce((sum, { room }) => sum + room, 0);
export const fillingRoom = ({ rule, callers }: SelectionTerms): number =>
  callers.reduce((sum, { room }) => sum + Math.min(rule.fillTo, room), 0);

/** Who is left out, from how many there are of whom and how many rows came of it. */
export function tally(
  counts: Readonly<Partial<Record<Exclusion | 'taken', number>>>,
  terms: SelectionTerms,
  rows: number,
): Excluded {
  const { taken = 0, lowRank = 0 } = counts;
  const filled = Math.min(lowRank, Math.max(0, fillingRoom(terms) - taken));
  const all = { ...counts, lowRank: lowRank - filled, overLimit: taken + filled - rows };
  return Object.fromEntries(EXCLUSIONS.map(code => [code, all[code] ?? 0])) as Record<Exclusion, number>;
}

/**
 * The rows of one week's lists, one list per caller, in the order to call, and how many candidates stay out for which
 * reason. Does not depend on the order of the candidates.
 */
export function selectForList(candidates: readonly Candidate[], terms: SelectionTerms): Selection {
  const { callers } = terms;
  const by = Map.groupBy(candidates, lead => exclusionOf(lead, terms) ?? 'taken');
  const taken = by.get('taken') ?? [];
  const filling = inListOrder(by.get('lowRank') ?? []).slice(
    0,
    Math.max(0, fillingRoom(terms) - taken.length),
  );
  const all = companiesTogether(inListOrder([...taken, ...filling])).flat();
  const shares = shareRows(fitting(all, roomOf(callers)), callers);
  const lists = callers
    .map(({ id, room }) => ({ callerId: id, rows: numbered(fitting(shares.get(id) ?? [], room)) }))
    .filter(list => list.rows.length > 0);
  const counts = Object.fromEntries([...by].map(([why, leads]) => [why, leads.length]));
  return {
    lists,
    excluded: tally(
      counts,
      terms,
      lists.reduce((sum, list) => sum + list.rows.length, 0),
    ),
  };
}
