import type { ReadDb } from '#electron/backend/db/access.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import type { Facts } from '#shared/domain/scoring/facts.ts';
import { factsOf } from './rescore.ts';
import { listLeadIds, listScoringRows, type ScoringRow } from './scoring.repo.ts';

/** Leads looked at between two turns of the process. */
const BATCH = 250;

export interface KnownLead {
  readonly row: ScoringRow;
  readonly facts: Facts;
}

/** Everybody in the list with all that is known of them, part by part; the trash is left out. */
export async function* factBatches(db: ReadDb): AsyncGenerator<KnownLead[], void, void> {
  for (let afterId = 0; ; ) {
    const ids = await listLeadIds(db, afterId, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return;
    const rows = await listScoringRows(db, ids);
    const events = Map.groupBy(await eventsOf(db, ids), event => event.leadId);
    const optedOut = await optedOutLeads(db, ids);
    yield rows.map(row => ({ row, facts: factsOf(row, events.get(row.id) ?? [], optedOut.has(row.id)) }));
    afterId = last;
  }
}
