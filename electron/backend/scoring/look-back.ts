import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '#electron/backend/context.ts';
import { addDays, type Day } from '#shared/domain/base/days.ts';
import { type BackTest, backTest, type Case } from '#shared/domain/scoring/back-test.ts';
import { type Band, bandRank } from '#shared/domain/scoring/band.ts';
import { bandsUntil, type Past, sameRules } from '#shared/domain/scoring/replay.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import { pastsOf } from './past.ts';
import { today } from './rescore.ts';
import { listDecided } from './scoring.repo.ts';

/** Leads looked at between two turns of the process. */
const BATCH = 200;
/** Days a lead has to become a 商談 before it counts as decided (design §3.8). */
const WINDOW_DAYS = 90;

/**
 * What rules would have said about the team's own decided leads, from what had been recorded before the decision alone: up to
 * the day before it became a 商談, or else within the window.
 */
export async function lookBack(ctx: Context, rules: ScoringRules): Promise<BackTest> {
  const on = today(ctx);
  const decided = await listDecided(ctx.read, { acquiredTo: addDays(on, -WINDOW_DAYS) });
  const cases: Case[] = [];
  for (let i = 0; i < decided.length; i += BATCH) {
    const batch = decided.slice(i, i + BATCH);
    const pasts = await pastsOf(
      ctx.read,
      batch.map(({ id }) => id),
    );
    for (const { id, wonOn, acquiredOn } of batch) {
      const past = pasts.get(id);
      const windowEnd = addDays(acquiredOn, WINDOW_DAYS);
      const until = wonOn === null ? (windowEnd < on ? windowEnd : on) : addDays(wonOn, -1);
      if (past) cases.push({ won: wonOn !== null, best: bestBand(past, rules, until) });
    }
    await turn();
    if (ctx.signal?.aborted) break;
  }
  return backTest(cases);
}

/** The best rank until the end of a day; null when no event had been recorded by then. */
function bestBand(past: Past, rules: ScoringRules, until: Day): Band | null {
  if (past.known(until).events.length === 0) return null;
  return bandsUntil(past, sameRules(rules), until).reduce<Band>(
    (best, { band }) => (bandRank(band) > bandRank(best) ? band : best),
    'low',
  );
}
