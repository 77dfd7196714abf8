import type { Context } from '#electron/backend/context.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import { countLeadsOf } from '#electron/backend/leads/count.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, type Day, dayOf } from '#shared/domain/base/days.ts';
import { biggestLoss, mapOf, STUCK, stuckLeads, type Way } from '#shared/domain/journey/map.ts';
import type { Stop } from '#shared/domain/journey/stops.ts';
import { listAcquired, listMoves } from './journey.repo.ts';

const DEFAULT_DAYS = 90;
/** Leads looked at between two turns of the process. */
const WINDOW = 2000;

/** The journey map of a period. Counts people by the way they went, window by window; see the contract. */
export async function journeyMap(
  ctx: Context,
  input: InputOf<'journey', 'map'>,
): Promise<OutputOf<'journey', 'map'>> {
  const today = dayOf(ctx.now());
  const toOn = input.toOn ?? today;
  const fromOn = input.fromOn ?? addDays(toOn, 1 - DEFAULT_DAYS);
  const figures = mapOf(await waysOf(ctx, { fromOn, toOn }));
  return {
    fromOn,
    toOn,
    ...figures,
    stuck: await stuckOf(ctx, { fromOn, toOn }),
    biggestLoss: biggestLoss(figures),
  };
}

async function waysOf(ctx: Context, period: { fromOn: Day; toOn: Day }): Promise<Way[]> {
  const ways = new Map<string, Way & { people: number }>();
  let after: { acquired_on: Day; id: number } | null = null;
  for (;;) {
    const leads = await listAcquired(ctx.read, period, after, WINDOW);
    const last = leads.at(-1);
    if (!last) return [...ways.values()];
    const moves = Map.groupBy(
      await listMoves(
        ctx.read,
        leads.map(lead => lead.id),
      ),
      move => move.lead_id,
    );
    for (const lead of leads) {
      const made = [...new Set((moves.get(lead.id) ?? []).map(move => move.kind))].sort();
      const key = [lead.entry_stop, lead.stop, ...made].join(' ');
      const known = ways.get(key);
      if (known) known.people++;
      else
        ways.set(key, {
          entry: lead.entry_stop as Stop | null,
          now: lead.stop as Stop | null,
          moves: made,
          people: 1,
        });
    }
    after = last;
  }
}

async function stuckOf(
  ctx: Context,
  period: { fromOn: Day; toOn: Day },
): Promise<OutputOf<'journey', 'map'>['stuck']> {
  const now = ctx.now();
  const { data: cal } = await activeVersion(ctx.read, calendar, dayOf(now));
  const leads = stuckLeads(cal, now);
  const found: OutputOf<'journey', 'map'>['stuck'] = [];
  for (const kind of STUCK) {
    const filter = { ...leads[kind], stop: [...leads[kind].stop] };
    const people = await countLeadsOf(ctx, {
      ...filter,
      acquiredFrom: period.fromOn,
      acquiredTo: period.toOn,
    });
    found.push({ kind, people, filter });
  }
  return found;
}
