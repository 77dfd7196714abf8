import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { ReasonRow } from '#shared/i18n/reasons.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { ledger, topReasons } from '#shared/domain/scoring/ledger.ts';
import { factsOf, scorerFor, today } from './rescore.ts';
import { listIdsOf, listScoringRows } from './scoring.repo.ts';

/** Reasons that fit a line of a list or of a printed row. */
const SHOWN = 3;

/** The reasons worth the most points on a day, by lead number; whom nothing gives points has none. */
export async function reasonsOf(
  db: ReadDb,
  leadIds: readonly number[],
  on: Day,
): Promise<ReadonlyMap<number, ReasonRow[]>> {
  const rows = await listScoringRows(db, leadIds);
  const events = Map.groupBy(await eventsOf(db, leadIds), event => event.leadId);
  const { rules } = await scorerFor(db, on);
  return new Map(
    // An opt-out gives and takes no points.
    rows.map(row => {
      const facts = factsOf(row, events.get(row.id) ?? [], false);
      const top = topReasons(ledger(facts, rules.data, on), SHOWN);
      return [
        row.id,
        top.map(({ rule, value, points, occurredOn }) => ({ rule, value, points, occurredOn })),
      ];
    }),
  );
}

/** The top reasons of the leads of a list. Unknown uids are left out. */
export async function topReasonsOf(
  ctx: Context,
  input: InputOf<'scoring', 'reasons'>,
): Promise<OutputOf<'scoring', 'reasons'>> {
  const found = await listIdsOf(ctx.read, input.uids);
  const reasons = await reasonsOf(
    ctx.read,
    found.map(({ id }) => id),
    today(ctx),
  );
  return {
    leads: found.map(({ id, uid }) => ({
      uid,
      rows: reasons.get(id) ?? [],
    })),
  };
}
