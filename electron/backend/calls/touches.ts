import type { Context } from '#electron/backend/context.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { addDays, dayOf } from '#shared/domain/base/days.ts';
import { attemptYields, countsByAttempt, pursuitOf, summaryOf } from '#shared/domain/calls/touches.ts';
import { listPursuits } from './day.repo.ts';

/** Days looked back on. */
const PERIOD_DAYS = 365;

/** How many touches and attempts first appointments took. */
export async function callTouches(ctx: Context): Promise<OutputOf<'calls', 'touches'>> {
  const toOn = dayOf(ctx.now());
  const fromOn = addDays(toOn, -PERIOD_DAYS);
  const rows = await listPursuits(ctx.read, fromOn);
  const histories = Map.groupBy(
    rows.map(row => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> })),
    row => row.lead_id,
  );
  const pursuits = [...histories.values()].map(pursuitOf);
  const won = pursuits.filter(({ appointed }) => appointed);
  return {
    fromOn,
    toOn,
    touches: summaryOf(won.map(({ touches }) => touches)),
    attempts: summaryOf(won.map(({ attempts }) => attempts)),
    yields: attemptYields(countsByAttempt(pursuits)),
  };
}
