import type { Context } from '#electron/backend/context.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { scoringRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#electron/backend/errors.ts';
import { assess } from '#shared/domain/scoring/assess.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import { knownBy } from '#shared/domain/scoring/facts.ts';
import { ledger, score } from '#shared/domain/scoring/ledger.ts';
import { factsOf, today } from './rescore.ts';
import { listScoringRows } from './scoring.repo.ts';

/**
 * Every point of a lead on a day and why; the rows sum to the total. `then` uses what was recorded by the end of
 * that day, `now` everything known today. Throws NOT_FOUND.
 */
export async function explainLead(
  ctx: Context,
  input: InputOf<'leads', 'explain'>,
): Promise<OutputOf<'leads', 'explain'>> {
  const id = await leadIdOf(ctx, input.uid);
  const on = input.on ?? today(ctx);
  const [row] = await listScoringRows(ctx.read, [id]);
  if (!row) throw new AppError('NOT_FOUND', { entity: 'lead' });
  const version = await activeVersion(ctx.read, scoringRules, on);
  const all = factsOf(row, await eventsOf(ctx.read, [id]), (await optedOutLeads(ctx.read, [id])).has(id));
  const facts = input.known === 'then' ? knownBy(all, on) : all;
  const rows = ledger(facts, version.data, on);
  const found = assess(facts, version.data, on, row.scored_on === null ? null : (row.band as Band));
  return {
    uid: row.uid,
    on,
    known: input.known,
    rulesVersion: version.n,
    caps: version.data.caps,
    rows,
    ...score(rows),
    band: found.band,
    coolsOn: found.coolsOn,
    missing: found.missing.map(({ attribute, upTo }) => ({ attribute, upTo })),
  };
}
