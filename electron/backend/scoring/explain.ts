import type { Context } from '#electron/backend/context.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { Explanation } from '#shared/contract/explanation.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { assess, standingOn } from '#shared/domain/scoring/assess.ts';
import { type Band, bandOf } from '#shared/domain/scoring/band.ts';
import type { Facts } from '#shared/domain/scoring/facts.ts';
import { ledger, score } from '#shared/domain/scoring/ledger.ts';
import { bandAt, correctedPast } from '#shared/domain/scoring/replay.ts';
import { bandsShownOn } from './bands-shown.ts';
import { pastsOf } from './past.ts';
import { factsOf, today } from './rescore.ts';
import { type Numbered, rulesOverTime } from './rules-over-time.ts';
import { listScoringRows, type ScoringRow } from './scoring.repo.ts';

/**
 * Every point of a lead on a day and why; the rows sum to the total. `then` is what was shown at the end of that day:
 * facts recorded by then, the rules of then. `now` is the corrected view: everything known today about that day.
 * Throws NOT_FOUND.
 */
export async function explainLead(ctx: Context, input: InputOf<'leads', 'explain'>): Promise<Explanation> {
  const id = await leadIdOf(ctx, input.uid);
  const on = input.on ?? today(ctx);
  const [row] = await listScoringRows(ctx.read, [id]);
  if (!row) throw new AppError('NOT_FOUND', { entity: 'lead' });
  const rules = await rulesOverTime(ctx.read);
  const found = { uid: row.uid, on, known: input.known, rules: rules.numbered(on) };
  if (input.known === 'then' && on < today(ctx)) {
    const past = (await pastsOf(ctx.read, [id])).get(id);
    if (!past) throw new AppError('NOT_FOUND', { entity: 'lead' });
    const band = (await bandsShownOn(ctx.read, on, [id])).get(id) ?? 'low';
    return explanationOf({ ...found, facts: past.known(on), band });
  }
  const isOut = (await optedOutLeads(ctx.read, [id])).has(id);
  const facts = factsOf(row, await eventsOf(ctx.read, [id]), isOut);
  const band =
    on < today(ctx) ? bandAt(correctedPast(facts), rules, on) : bandFrom(row, facts, found.rules, on);
  return explanationOf({ ...found, facts, band });
}

/** From today on the band follows from the stored one. */
const bandFrom = (row: ScoringRow, facts: Facts, rules: Numbered, on: Day): Band =>
  bandOf(row.scored_on === null ? null : (row.band as Band), standingOn(facts, rules.data, on), rules.data);

function explanationOf(found: {
  uid: string;
  on: Day;
  known: 'then' | 'now';
  rules: Numbered;
  facts: Facts;
  band: Band;
}): Explanation {
  const { facts, on, band } = found;
  const rules = found.rules.data;
  const rows = ledger(facts, rules, on);
  const assessed = assess(facts, rules, on, band);
  return {
    uid: found.uid,
    on,
    known: found.known,
    rulesVersion: found.rules.n,
    caps: rules.caps,
    rows,
    ...score(rows),
    band,
    coolsOn: assessed.coolsOn,
    missing: assessed.missing.map(({ attribute, upTo }) => ({ attribute, upTo })),
    hotUnconfirmed: assessed.hotUnconfirmed,
    blockedBy: [...assessed.blockedBy],
    explicitInterest: facts.events.find(event => event.uid === assessed.explicitInterestUid)?.kind ?? null,
  };
}
