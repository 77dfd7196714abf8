import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { recordFresh } from '#electron/backend/events/events.ts';
import { followNew } from '#electron/backend/journey/follow.ts';
import { scorerFor, today } from '#electron/backend/scoring/rescore.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import { newCardEvents } from './card-events.ts';
import type { CardOrigin } from './card-origin.ts';
import { listLeadIds } from './cards.repo.ts';
import { type PartsOf, resolveCompanies, type WithCards } from './companies.ts';
import { insertNew } from './new-people.ts';
import { refreshLeads } from './refresh.ts';
import { takeOutOfTrash } from './trash.ts';
import { updateStored } from './update-people.ts';

/** People per batch between two turns of the process. */
const BATCH = 200;

/** People to write, part by part: read once for their companies and once to be written. */
export interface PeopleSource {
  /** Uids of those the store has. */
  stored: readonly string[];
  cards(): PartsOf<WithCards>;
  people(): PartsOf<Touched>;
}

/**
 * Writes people and what cards changed about them, in the same transaction as everything derived from it. `pause` is
 * called between batches with the number of people done. Returns the lead id of every person by uid.
 */
export async function writePeople(
  ctx: Context,
  tx: WriteTx,
  people: readonly Touched[],
  origin: CardOrigin,
  pause: (done: number) => Promise<void>,
): Promise<Map<string, number>> {
  const stored = people.filter(person => person.before !== null).map(person => person.uid);
  return await writeParts(ctx, tx, { stored, cards: () => [people], people: () => [people] }, origin, pause);
}

/** `writePeople` for more people than should be held at once. Nobody is in two parts. */
export async function writeParts(
  ctx: Context,
  tx: WriteTx,
  source: PeopleSource,
  origin: CardOrigin,
  pause: (done: number) => Promise<void>,
): Promise<Map<string, number>> {
  const ids = new Map((await listLeadIds(tx.read, source.stored)).map(row => [row.uid, row.id]));
  const companyOf = await resolveCompanies(ctx, tx, source.cards(), ids);
  const scorer = await scorerFor(tx.read, today(ctx));
  let done = 0;
  for await (const batch of inBatches(source.people())) {
    // Whoever lies in the trash is only written when a person said so.
    await takeOutOfTrash(
      ctx,
      tx,
      batch.flatMap(person => (person.before === null ? [] : (ids.get(person.uid) ?? []))),
    );
    const events = await newCardEvents(ctx, tx, batch, ids, origin);
    const fresh = batch.filter(person => person.before === null);
    const begun = await insertNew(ctx, tx, fresh, ids, { origin, companyOf, events, scorer });
    const changed = await updateStored(ctx, tx, batch, ids, companyOf);
    const withLead = events.flatMap(({ personUid, ...event }) => {
      const leadId = ids.get(personUid);
      return leadId === undefined ? [] : [{ ...event, leadId }];
    });
    await recordFresh(tx, withLead);
    await followNew(ctx, tx, begun, scorer);
    const known = new Set(batch.filter(person => person.before !== null).map(person => person.uid));
    const met = events.flatMap(({ personUid }) => (known.has(personUid) ? (ids.get(personUid) ?? []) : []));
    await refreshLeads(ctx, tx, [...new Set([...changed, ...met])]);
    done += batch.length;
    await pause(done);
  }
  return ids;
}

async function* inBatches(parts: PartsOf<Touched>): AsyncGenerator<readonly Touched[]> {
  for await (const people of parts)
    for (let i = 0; i < people.length; i += BATCH) yield people.slice(i, i + BATCH);
}
