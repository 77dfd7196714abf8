import type { Context } from '#electron/backend/context.ts';
import type { Store } from '#electron/backend/db/store.ts';
import { addDays, type Day, dayOf, minuteOf } from '#shared/domain/base/days.ts';
import { OUTCOMES, type Outcome, SLOTS, slotOf, type SlotRate } from '#shared/domain/calls/outcomes.ts';
import { zCallData } from './call-data.ts';
import { listCallTimes } from './day.repo.ts';

/** How far back the team's calls say when people answer. */
const DAYS = 90;

/** Counted once a day for each store: what a key shows in the morning is what it sets in the evening. */
const counted = new WeakMap<Store, { on: Day; rates: readonly SlotRate[] }>();

/** When the team connects best, by the slots of the day: its calls of the last 90 days until yesterday. */
export async function slotRates(ctx: Pick<Context, 'store' | 'read' | 'now'>): Promise<readonly SlotRate[]> {
  const on = dayOf(ctx.now());
  const known = counted.get(ctx.store);
  if (known?.on === on) return known.rates;
  const rates = SLOTS.map(() => ({ calls: 0, connected: 0 }));
  for (const { occurred_at, data } of await listCallTimes(ctx.read, addDays(on, -DAYS), on)) {
    const slot = occurred_at === null ? null : slotOf(minuteOf(occurred_at));
    const rate = slot === null ? undefined : rates[slot];
    const rule = OUTCOMES[zCallData.parse(JSON.parse(data)).outcome as Outcome];
    // A wrong number says nothing about the time of day, and where only the caller knows nobody asked.
    if (!rate || !rule.attempt || rule.connected === 'ask') continue;
    rate.calls++;
    if (rule.connected) rate.connected++;
  }
  counted.set(ctx.store, { on, rates });
  return rates;
}
