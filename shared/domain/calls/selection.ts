import { z } from 'zod';
import { addDays, type Day, mondayOf } from '#shared/domain/base/days.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import { type BusinessCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { BANDS, type Band } from '#shared/domain/scoring/band.ts';
import type { CallRules } from './call-rules.ts';

/** A lead as the list sees it. Any number that can be dialled makes `phone` true. */
export type Candidate = {
  readonly uid: string;
  /** Same value for the rows of one company; null when there is none. */
  readonly companyKey: string | null;
  readonly companyKana: string;
  readonly companyKind: string;
  readonly phone: boolean;
  readonly doNotCall: boolean;
  readonly closed: boolean;
  readonly trashed: boolean;
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
  /** Leads of a lower rank fill the list up to so many rows, best score first. */
  fillTo: z.int().min(0).max(200),
  maxRows: z.int().min(1).max(200),
  companyKinds: z.array(z.string()).min(1),
});
export type ListRule = z.infer<typeof zListRule>;

/** The weekly list: hot and mid prospects, eight a day; never empty while somebody can be called. */
export const weeklyRule: ListRule = {
  bands: ['hot', 'mid'],
  fillTo: 10,
  maxRows: 40,
  companyKinds: ['prospect'],
};

/** Why a candidate is not on the list; the first that applies, in this order. */
export const EXCLUSIONS = [
  'trashed',
  'closed',
  'companyKind',
  'doNotCall',
  'noPhone',
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
/** Candidates = rows + the sum of all exclusions. */
export type Selection = {
  readonly rows: readonly ListRow[];
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
  if (lead.trashed) return 'trashed';
  if (lead.closed) return 'closed';
  if (!rule.companyKinds.includes(lead.companyKind)) return 'companyKind';
  if (lead.doNotCall) return 'doNotCall';
  if (!lead.phone) return 'noPhone';
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

/** Rows of one company follow its best row, so that a caller asks for all of them in one call. */
function companiesTogether(ordered: readonly Candidate[]): Candidate[][] {
  return [...Map.groupBy(ordered, lead => lead.companyKey ?? `lead ${lead.uid}`).values()];
}

/**
 * The rows of one week's list, in the order to call, and how many candidates stay out for which reason.
 * Does not depend on the order of the candidates.
 */
export function selectForList(
  candidates: readonly Candidate[],
  rule: ListRule,
  { cal, rules }: { readonly cal: BusinessCalendar; readonly rules: CallRules },
  weekOn: Day,
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
  const room = Math.max(0, Math.min(rule.fillTo, rule.maxRows) - taken.length);
  const filling = inListOrder(lower).slice(0, room);
  excluded.lowRank = lower.length - filling.length;

  const groups = companiesTogether(inListOrder([...taken, ...filling]));
  const all = groups.flat();
  excluded.overLimit = Math.max(0, all.length - rule.maxRows);
  const rows: ListRow[] = [];
  for (const group of companiesTogether(all.slice(0, rule.maxRows)))
    for (const [i, lead] of group.entries())
      rows.push({ no: rows.length + 1, uid: lead.uid, inCompany: { index: i + 1, of: group.length } });
  return { rows, excluded };
}
