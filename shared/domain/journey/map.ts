import { addDays, type Day, dayOf, type Instant } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { movedKind } from './course.ts';
import { RANKED, type Stop, STOPS } from './stops.ts';

type Pairs = readonly (readonly [from: Stop, to: Stop])[];
const pairs = (from: readonly Stop[], to: readonly Stop[]): Pairs =>
  from.flatMap(a => to.filter(b => b !== a).map(b => [a, b] as const));

/** Stops that stand beside the map: they stay out of its figures and rates until they are switched to 見込み. */
export const BESIDE = ['thanks', 'outside'] as const satisfies readonly Stop[];
const isOnMap = (stop: Stop | null): boolean => stop !== null && !BESIDE.some(beside => beside === stop);
/** Everybody the figures are about. */
export const ON_MAP = STOPS.filter(isOnMap);

const DEAL = ['converted', 'handedOver'] as const;

/** The edges of the article's chart, each as the moves that make it up. */
export const EDGES = {
  /** A → first contact. */
  hotContact: pairs(['hot'], ['contacted']),
  /** 商談設定できた? yes, no. */
  contactDeal: pairs(['contacted'], DEAL),
  contactNurture: pairs(['contacted'], ['nurture']),
  dealHanded: pairs(['converted'], ['handedOver']),
  /** アポ from any rank. */
  direct: pairs([...RANKED, 'nurture', 'hold', 'closed'], DEAL),
  /** B and C: behaviour adds up until the rank decides again, or the person answers. */
  callBehaviour: pairs(['callList'], ['hot', 'stepMail', 'contacted']),
  mailBehaviour: pairs(['stepMail'], ['hot', 'callList', 'contacted']),
  behaviourContact: pairs(['callList', 'stepMail'], ['contacted']),
  again: pairs(['callList', 'stepMail'], RANKED),
  nurtureAgain: pairs(['nurture'], RANKED),
  /** A that cooled down before anybody reached them. */
  hotCooled: pairs(['hot'], ['callList', 'stepMail']),
  /** Attempts used up, refused, or nothing left to reach them by. */
  rested: pairs(RANKED, ['nurture', 'hold']),
} as const satisfies Record<string, Pairs>;
export type Edge = keyof typeof EDGES;
export const EDGE_IDS = Object.keys(EDGES) as Edge[];

/** Kinds of logged facts that mean the edge was gone. */
export const kindsOfEdge = (edge: Edge): string[] => EDGES[edge].map(([from, to]) => movedKind(from, to));

/** Stops that count as having reached this one: field sales only takes over what is a 商談. */
export const reachedStops = (stop: Stop): readonly Stop[] => (stop === 'converted' ? DEAL : [stop]);
/** Kinds of logged facts that mean the stop was reached. */
export const kindsInto = (stop: Stop): string[] =>
  reachedStops(stop).flatMap(to => STOPS.filter(from => from !== to).map(from => movedKind(from, to)));

/** People who went the same way: where they began, the moves they made in whatever order, where they stand. */
export interface Way {
  readonly entry: Stop | null;
  readonly now: Stop | null;
  readonly moves: readonly string[];
  readonly people: number;
}

export interface MapFigures {
  /** Everybody acquired and ranked. */
  readonly start: number;
  readonly beside: Readonly<Record<(typeof BESIDE)[number], number>>;
  readonly reached: Readonly<Record<Stop, number>>;
  readonly now: Readonly<Record<Stop, number>>;
  readonly edges: Readonly<Record<Edge, number>>;
  /** Who left the call list or the step mails by what they did: 行動の蓄積. */
  readonly behaviour: number;
}

const hasAny = (moves: readonly string[], kinds: readonly string[]): boolean =>
  kinds.some(kind => moves.includes(kind));
const everyStop = (count: (stop: Stop) => number): Record<Stop, number> =>
  Object.fromEntries(STOPS.map(stop => [stop, count(stop)])) as Record<Stop, number>;

/** The kinds of `behaviour`, the only figure made of two edges. */
export const BEHAVIOUR_KINDS = [
  ...new Set([...kindsOfEdge('callBehaviour'), ...kindsOfEdge('mailBehaviour')]),
];

/** Counts people, each once per figure however often they passed. */
export function mapOf(ways: readonly Way[]): MapFigures {
  const shown = ways.filter(way => isOnMap(way.now));
  const count = (holds: (way: Way) => boolean, among = shown): number =>
    among.reduce((sum, way) => sum + (holds(way) ? way.people : 0), 0);
  const kinds = new Map(STOPS.map(stop => [stop, kindsInto(stop)]));
  return {
    start: count(() => true),
    beside: {
      thanks: count(way => way.now === 'thanks', [...ways]),
      outside: count(way => way.now === 'outside', [...ways]),
    },
    reached: everyStop(stop =>
      count(
        way =>
          (way.entry !== null && reachedStops(stop).includes(way.entry)) ||
          hasAny(way.moves, kinds.get(stop) ?? []),
      ),
    ),
    now: everyStop(stop => count(way => way.now === stop)),
    edges: Object.fromEntries(
      EDGE_IDS.map(edge => [edge, count(way => hasAny(way.moves, kindsOfEdge(edge)))]),
    ) as Record<Edge, number>,
    behaviour: count(way => hasAny(way.moves, BEHAVIOUR_KINDS)),
  };
}

/** Edges that lead forward, each with whom it is a share of. */
const FORWARD: readonly (readonly [edge: Edge, of: Stop])[] = [
  ['hotContact', 'hot'],
  ['callBehaviour', 'callList'],
  ['mailBehaviour', 'stepMail'],
  ['contactDeal', 'contacted'],
  ['dealHanded', 'converted'],
];

/** Where most people are lost on the way forward; null when nobody is. */
export function biggestLoss(figures: MapFigures): { edge: Edge; people: number; of: number } | null {
  const losses = FORWARD.map(([edge, stop]) => ({
    edge,
    people: figures.edges[edge],
    of: figures.reached[stop],
  })).filter(({ people, of }) => of > people);
  return losses.reduce<(typeof losses)[number] | null>(
    (worst, loss) => (worst === null || loss.of - loss.people > worst.of - worst.people ? loss : worst),
    null,
  );
}

/**
 * Promises that can be late: the first contact by its clock; the hand-over by the clock of its answer once it is made, and
 * by its day until then.
 */
export const LATE = ['firstContact', 'handOver'] as const;
/** Kinds of being stuck. */
export const STUCK = ['overdue', ...LATE] as const;
/** Which leads are stuck: at these stops, with a next action due on or before that day, or with a promise that is late. */
interface StuckLeads {
  readonly overdue: { readonly stop: readonly Stop[]; readonly dueTo: Day };
  readonly firstContact: LateLeads;
  readonly handOver: LateLeads;
}
interface LateLeads {
  readonly stop: readonly Stop[];
  readonly late: { readonly what: (typeof LATE)[number]; readonly at: Instant };
}

/** A next action this many business days overdue means that nobody looks. */
const OVERDUE_DAYS = 5;

/** Who is stuck now. A step mail goes by itself, so its day passing says nothing. */
export function stuckLeads(cal: BusinessCalendar, now: Instant): StuckLeads {
  const today = dayOf(now);
  let due = addDays(today, -1);
  while (addBusinessDays(cal, due, OVERDUE_DAYS + 1) > today) due = addDays(due, -1);
  return {
    overdue: { stop: ['callList', 'hot', 'contacted'], dueTo: due },
    firstContact: { stop: ['hot'], late: { what: 'firstContact', at: now } },
    handOver: { stop: ['converted'], late: { what: 'handOver', at: now } },
  };
}
