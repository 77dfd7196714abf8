import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf, type NewEvent, recordEvents, type StoredEvent } from '#electron/backend/events/events.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { calendar, scoringRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion, type Version } from '#electron/backend/settings/versions.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { AUTOMATIC_NEXT, automaticNext } from '#shared/domain/journey/next-action.ts';
import { lastTouchOn } from '#shared/domain/journey/touch.ts';
import { assess } from '#shared/domain/scoring/assess.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import type { Facts } from '#shared/domain/scoring/facts.ts';
import type { Gate, ScoringRules } from '#shared/domain/scoring/rules.ts';
import { listScoringRows, type ScorePatch, type ScoringRow, updateScores } from './scoring.repo.ts';

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

/** What scoring needs of an event. */
export type ScoredEvent = Pick<StoredEvent, 'uid' | 'kind' | 'occurredOn' | 'recordedAt' | 'data'>;
/** What scoring needs of a lead, stored or not. */
export type Scorable = Omit<ScoringRow, 'id' | 'uid'>;

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
      ...(typeof event.data['points'] === 'number' ? { data: { points: event.data['points'] } } : {}),
    })),
    gates: [
      ...(kindGate ? [kindGate] : []),
      ...(row.do_not_call === 1 ? (['doNotCall'] as const) : []),
      ...(isOptedOut ? (['optedOut'] as const) : []),
    ],
  };
}

/**
 * Computes these leads anew and stores what differs; a change of rank is logged once as an event.
 * Returns how many leads differed.
 */
export async function rescore(
  ctx: Context,
  tx: WriteTx,
  leadIds: readonly number[],
  scorer: Scorer,
): Promise<number> {
  const rows = await listScoringRows(tx.read, leadIds);
  const events = Map.groupBy(await eventsOf(tx.read, leadIds), event => event.leadId);
  const optedOut = await optedOutLeads(tx.read, leadIds);
  const patches: ScorePatch[] = [];
  const edges: NewEvent[] = [];
  for (const row of rows) {
    const before = row.scored_on === null ? null : (row.band as Band);
    const score = scoreOf(row, events.get(row.id) ?? [], optedOut.has(row.id), scorer);
    const patch = { ...score, id: row.id };
    if (differs(row, patch)) patches.push(patch);
    if (before !== null && before !== score.band) edges.push(edgeOf(ctx, row, before, score, scorer.on));
  }
  await updateScores(tx, patches);
  if (edges.length > 0) await recordEvents(tx, edges);
  return patches.length;
}

const edgeOf = (ctx: Context, row: ScoringRow, from: Band, to: Score, on: Day): NewEvent => ({
  uid: ctx.newId(),
  kind: 'band.changed',
  leadId: row.id,
  occurredOn: on,
  source: 'system',
  data: { from, to: to.band, total: to.total },
});

/** What is stored of a lead's points, rank and next action. */
export type Score = Omit<ScorePatch, 'id'>;

/** Points, rank and automatic next action of a lead, stored or about to be. */
export function scoreOf(
  row: Scorable,
  events: readonly ScoredEvent[],
  isOptedOut: boolean,
  scorer: Scorer,
): Score {
  const before = row.scored_on === null ? null : (row.band as Band);
  const found = assess(factsOf(row, events, isOptedOut), scorer.rules.data, scorer.on, before);
  return {
    fit: found.fit,
    engagement: found.engagement,
    total: found.total,
    band: found.band,
    cools_on: found.coolsOn,
    next_change_on: earlier(found.nextChangeOn, found.coolsOn),
    scored_on: scorer.on,
    rules_n: scorer.rules.n,
    ...nextOf(row, found.band, scorer, isOptedOut),
    last_touch_on: lastTouchOn(events),
  };
}

/** Explicit interest may end without a change of points, so the rank can fall before the points do. */
const earlier = (a: Day | null, b: Day | null): Day | null => (a !== null && (b === null || a <= b) ? a : b);

/** A promise stays; an automatic next action follows the rank, and keeps its date while its kind stays. */
function nextOf(
  row: Scorable,
  band: Band,
  scorer: Scorer,
  isOptedOut: boolean,
): Pick<ScorePatch, 'next_kind' | 'next_on' | 'next_reason'> {
  const isAutomatic = (AUTOMATIC_NEXT as readonly string[]).includes(row.next_kind);
  const kept = { next_kind: row.next_kind, next_on: row.next_on, next_reason: row.next_reason };
  if (!isAutomatic) return kept;
  const next = automaticNext(
    {
      band,
      companyKind: row.company_kind ?? 'prospect',
      stage: row.stage,
      hasPhone: row.phone !== '',
      mayMail:
        row.email !== '' &&
        !isOptedOut &&
        row.consent_basis !== 'unknown' &&
        row.consent_basis !== 'organiser',
      doNotCall: row.do_not_call === 1,
    },
    scorer.cal,
    scorer.on,
  );
  if (next.kind === row.next_kind && next.kind !== 'none') return { ...kept, next_reason: null };
  return { next_kind: next.kind, next_on: next.on, next_reason: next.reason };
}

/** `scored_on` alone is no difference: a day on which nothing changed writes nothing. */
function differs(row: ScoringRow, patch: ScorePatch): boolean {
  if (row.scored_on === null || row.rules_n !== patch.rules_n) return true;
  const { id: _id, scored_on: _scored, ...rest } = patch;
  return Object.entries(rest).some(([key, value]) => row[key as keyof ScoringRow] !== value);
}

export const today = (ctx: Context): Day => dayOf(ctx.now());
