import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { eventsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { calendar, scoringRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion, type Version } from '#electron/backend/settings/versions.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { assess, type Assessment } from '#shared/domain/scoring/assess.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import type { FactEvent, Facts } from '#shared/domain/scoring/facts.ts';
import { type Gate, MANUAL_POINTS, type ScoringRules } from '#shared/domain/scoring/rules.ts';
import { type Unconfirmed, unconfirmedOf } from '#shared/domain/sla/alert.ts';
import { listScoringRows, type ScoringRow } from './scoring.repo.ts';

/** What a rescoring runs under; fetched once for many leads. */
export interface Scorer {
  readonly rules: Version<ScoringRules>;
  readonly cal: BusinessCalendar;
  readonly on: Day;
}

export async function scorerFor(db: ReadDb, on: Day): Promise<Scorer> {
  return {
    rules: await activeVersion(db, scoringRules, on),
    cal: (await activeVersion(db, calendar, on)).data,
    on,
  };
}

const KIND_GATES: Partial<Record<string, Gate>> = {
  competitor: 'competitor',
  customer: 'customer',
  partner: 'partner',
  supplier: 'supplier',
  own: 'own',
};

/** What scoring and the journey need of an event. */
export type ScoredEvent = Pick<StoredEvent, 'uid' | 'kind' | 'occurredOn' | 'recordedAt' | 'source' | 'data'>;
/** What scoring needs of a lead, stored or not. */
export type Scorable = Omit<ScoringRow, 'id' | 'uid' | 'company_id' | 'acquired_on' | 'trashed_at'>;

/** All a lead's points depend on. */
export function factsOf(row: Scorable, events: readonly ScoredEvent[], isOptedOut: boolean): Facts {
  const kindGate = KIND_GATES[row.company_kind ?? ''];
  const known = row.employees_min !== null || row.employees_max !== null;
  return {
    attributes: {
      titleRank: row.title_rank,
      departmentFunction: row.department_function,
      industry: row.industry,
      employees: known ? { min: row.employees_min, max: row.employees_max } : null,
      prefecture: row.prefecture === '' ? null : row.prefecture,
    },
    events: events.map(event => ({
      uid: event.uid,
      kind: event.kind,
      occurredOn: event.occurredOn,
      recordedAt: event.recordedAt,
      ...(event.kind === MANUAL_POINTS ? { data: givenByHand(event.data) } : {}),
    })),
    gates: [
      ...(kindGate ? [kindGate] : []),
      ...(row.do_not_call === 1 ? (['doNotCall'] as const) : []),
      ...(isOptedOut ? (['optedOut'] as const) : []),
    ],
  };
}

const givenByHand = ({ points, reason }: Record<string, unknown>): NonNullable<FactEvent['data']> => ({
  ...(typeof points === 'number' ? { points } : {}),
  ...(typeof reason === 'string' ? { reason } : {}),
});

/** A change of rank: a logged fact, never retracted and never rewritten. */
export interface Edge {
  readonly uid: string;
  /** Null: a new lead that is hot at once. */
  readonly from: Band | null;
  readonly to: Band;
  readonly total: number;
  readonly cause: EdgeCause;
  /** The event that shows the explicit interest, where that is the cause. */
  readonly interestUid: string | null;
}
/** Explicit interest, a gate, other rules, or simply more or fewer points. */
type EdgeCause = 'interest' | 'gate' | 'rules' | 'points';

/** A stored lead as it was, with what its points and rank are now. */
export interface Rescored {
  readonly row: ScoringRow;
  readonly events: readonly StoredEvent[];
  readonly isOptedOut: boolean;
  readonly score: Score;
  readonly edge: Edge | null;
  readonly unconfirmed: Unconfirmed;
}

/** Computes points and rank of these leads anew; whoever lies in the trash waits. Stores nothing: that is the work of the chain everything goes through. */
export async function rescore(
  ctx: Pick<Context, 'newId'>,
  db: ReadDb,
  leadIds: readonly number[],
  scorer: Scorer,
): Promise<Rescored[]> {
  const rows = (await listScoringRows(db, leadIds)).filter(row => row.trashed_at === null);
  const events = Map.groupBy(await eventsOf(db, leadIds), event => event.leadId);
  const optedOut = await optedOutLeads(db, leadIds);
  return rows.map(row => {
    const own = events.get(row.id) ?? [];
    const isOptedOut = optedOut.has(row.id);
    return { row, events: own, isOptedOut, ...scoreOf(ctx, row, own, isOptedOut, scorer) };
  });
}

/** What is stored of a lead's points and rank. */
export interface Score {
  readonly fit: number;
  readonly engagement: number;
  readonly total: number;
  readonly band: Band;
  readonly cools_on: Day | null;
  readonly next_change_on: Day | null;
  readonly scored_on: Day;
  readonly rules_n: number;
}

/** Points and rank of a lead, stored or about to be, and the edge if the rank is another one than before. */
export function scoreOf(
  ctx: Pick<Context, 'newId'>,
  row: Scorable,
  events: readonly ScoredEvent[],
  isOptedOut: boolean,
  scorer: Scorer,
): { score: Score; edge: Edge | null; unconfirmed: Unconfirmed } {
  const before = row.scored_on === null ? null : (row.band as Band);
  const found = assess(factsOf(row, events, isOptedOut), scorer.rules.data, scorer.on, before);
  const score = {
    fit: found.fit,
    engagement: found.engagement,
    total: found.total,
    band: found.band,
    cools_on: found.coolsOn,
    next_change_on: earlier(found.nextChangeOn, found.coolsOn),
    scored_on: scorer.on,
    rules_n: scorer.rules.n,
  };
  const unconfirmed = unconfirmedOf(found, scorer.rules.data.bands);
  // A new lead that is not hot makes no edge: 50,000 imported rows must not write 50,000 more events.
  const isEdge = before === null ? found.band === 'hot' : before !== found.band;
  if (!isEdge) return { score, edge: null, unconfirmed };
  const cause = causeOf(found, row, scorer);
  return {
    score,
    edge: {
      uid: ctx.newId(),
      from: before,
      to: found.band,
      total: found.total,
      cause,
      interestUid: cause === 'interest' ? found.explicitInterestUid : null,
    },
    unconfirmed,
  };
}

function causeOf(found: Assessment, row: Scorable, scorer: Scorer): EdgeCause {
  if (found.blockedBy.length > 0) return 'gate';
  if (found.band === 'hot' && found.explicitInterestUid !== null) return 'interest';
  return row.rules_n !== null && row.rules_n !== scorer.rules.n ? 'rules' : 'points';
}

/** Explicit interest may end without a change of points, so the rank can fall before the points do. */
const earlier = (a: Day | null, b: Day | null): Day | null => (a !== null && (b === null || a <= b) ? a : b);

export const today = (ctx: Context): Day => dayOf(ctx.now());
