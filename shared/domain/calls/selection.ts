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
  };

/** Which leads a list takes. */
export const zListRule = z.object({
  bands: z.array(z.enum(BANDS)).min(1),
  /** Leads of a lower rank fill each caller's list up to so many rows, best score first. */
  fillTo: z.int().min(0).max(200),
  /** Rows of one caller who is there all week. */
  maxRows: z.int().min(1).max(200),
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
export const EXCLUSIONS = [...BARRIERS, 'attemptsUsedUp', 'notDue', 'lowRank', 'overLimit'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export type ListRow = {
  readonly no: number;
  readonly uid: string;
  /** The how-many-th of how many rows of one company, printed when there is more than one. */
  readonly inCompany: { readonly index: number; readonly of: number };
};
/** One list: what one caller is to call. */
export type CallerList = { readonly callerId: number | null; readonly rows: readonly ListRow[] };
/** Candidates = rows of all lists + the sum of all exclusions. */
export type Selection = {
  /** In the order of the callers; whoever has nothing to call has no list. */
  readonly lists: readonly CallerList[];
  readonly excluded: Readonly<Record<Exclusion, number>>;
};

/** The last day a list of this week serves: Friday, or a later business day of the same week. */
export function lastDayOfWeek(cal: BusinessCalendar, weekOn: Day): Day {
  const monday = mondayOf(weekOn);
  return [6, 5].map(n => addDays(monday, n)).find(on => isBusinessDay(cal, on)) ?? addDays(monday, 4);
}

function exclusionOf(
  lead: Candidate,
  rule: ListRule,
  limits: CallRules['limits'],
  lastOn: Day,
): Exclusion | null {
  const barrier = callable(lead, rule.companyKinds);
  if (barrier !== null) return barrier;
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

function inListOrder(leads: readonly Candidate[]): Candidate[] {
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

/** As many rows as the caller can do; a promise is never cut off. */
const fitting = (rows: readonly Candidate[], room: number): readonly Candidate[] =>
  rows.slice(0, Math.max(room, rows.findLastIndex(row => row.promise !== null) + 1));

/**
 * The rows of one week's lists, one list per caller, in the order to call, and how many candidates stay out for which
 * reason. Does not depend on the order of the candidates.
 */
export function selectForList(
  candidates: readonly Candidate[],
  rule: ListRule,
  { cal, rules }: { readonly cal: BusinessCalendar; readonly rules: CallRules },
  weekOn: Day,
  callers: readonly Caller[] = [{ id: null, room: rule.maxRows }],
): Selection {
  const lastOn = lastDayOfWeek(cal, weekOn);
  const excluded = Object.fromEntries(EXCLUSIONS.map(code => [code, 0])) as Record<Exclusion, number>;
  const taken: Candidate[] = [];
  const lower: Candidate[] = [];
  for (const lead of candidates) {
    const why = exclusionOf(lead, rule, rules.limits, lastOn);
    if (why === null) taken.push(lead);
    else if (why === 'lowRank') lower.push(lead);
    else excluded[why]++;
  }
  const filling = inListOrder(lower).slice(0, Math.max(0, fillingRoom(rule, callers) - taken.length));
  excluded.lowRank = lower.length - filling.length;

  const all = companiesTogether(inListOrder([...taken, ...filling])).flat();
  const shares = shareRows(fitting(all, roomOf(callers)), callers);
  const lists = callers
    .map(({ id, room }) => ({ callerId: id, rows: numbered(fitting(shares.get(id) ?? [], room)) }))
    .filter(list => list.rows.length > 0);
  excluded.overLimit = all.length - lists.reduce((sum, list) => sum + list.rows.length, 0);
  return { lists, excluded };
}

const roomOf = (callers: readonly Caller[]): number => callers.reduce((sum, { room }) => sum + room, 0);
const fillingRoom = (rule: ListRule, callers: readonly Caller[]): number =>
  callers.reduce((sum, { room }) => sum + Math.min(rule.fillTo, room), 0);
