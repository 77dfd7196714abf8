import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf, freshEvents, type NewEvent } from '#electron/backend/events/events.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import { CARD_EVENTS } from './known-people.ts';
import type { CardOrigin } from './card-origin.ts';

/** An event of a person who may not be stored yet. */
export type CardEvent = Omit<NewEvent, 'leadId'> & { personUid: string };

/**
 * What the cards of these people leave behind: one meeting per person and day, and one visit of a seminar. A further card of that day is only kept in
 * mind (`card.again`), so that it is known when its file comes in once more. Named by the card, so that the same card counts
 * once however often its file comes in. Only what is new.
 */
export async function newCardEvents(
  ctx: Context,
  tx: WriteTx,
  batch: readonly Touched[],
  ids: ReadonlyMap<string, number>,
  origin: CardOrigin,
): Promise<CardEvent[]> {
  const days = await knownDays(tx, batch, ids);
  const seen = new Set<string>();
  const cards = batch.flatMap(person =>
    person.cards.flatMap(({ card, key }) => {
      const on = card.metOn ?? origin.metOn;
      const common = { personUid: person.uid, occurredOn: on, source: origin.source };
      const made: CardEvent[] = [];
      if (card.rank !== null)
        made.push({
          ...common,
          uid: ctx.newId(),
          kind: `triage.${card.rank}`,
          dedupeKey: `triage:${key}`,
        });
      const day = dayKey(person.uid, on);
      const isAgain = days.has(day);
      days.add(day);
      if (seen.has(key)) return made;
      seen.add(key);
      if (isAgain) {
        made.push({ ...common, uid: ctx.newId(), kind: 'card.again', dedupeKey: key });
        return made;
      }
      made.push({
        ...common,
        uid: ctx.newId(),
        kind: origin.consentBasis === 'card' ? 'card.exchanged' : 'list.added',
        dedupeKey: key,
        data: {
          dated: card.metOn !== null,
          ...(origin.eventName !== '' && { eventName: origin.eventName }),
        },
      });
      return made;
    }),
  );
  const visits = batch.flatMap(person =>
    visitsOf(person, origin).map(visit => ({ ...visit, uid: ctx.newId() })),
  );
  return await freshEvents(tx, [...cards, ...visits]);
}

/** Who was at a seminar, once a day: somebody who left and came back stands on several rows, and their minutes are added up. */
function visitsOf({ uid, cards }: Touched, origin: CardOrigin): Omit<CardEvent, 'uid'>[] {
  const days = Map.groupBy(
    cards.filter(({ card }) => card.attended !== null),
    ({ card }) => card.metOn ?? origin.metOn,
  );
  return [...days].map(([on, rows]) => {
    const counted = rows.flatMap(({ card }) => card.attended?.minutes ?? []);
    return {
      personUid: uid,
      occurredOn: on,
      source: origin.source,
      kind: 'seminar.attended',
      dedupeKey: `seminar:${rows[0]?.key ?? ''}`,
      data: {
        ...(counted.length > 0 && { minutes: counted.reduce((sum, minutes) => sum + minutes, 0) }),
        ...(origin.eventName !== '' && { eventName: origin.eventName }),
      },
    };
  });
}

const dayKey = (personUid: string, on: Day): string => `${personUid} ${on}`;

/** Days on which stored people already gave a card. */
async function knownDays(
  tx: WriteTx,
  batch: readonly Touched[],
  ids: ReadonlyMap<string, number>,
): Promise<Set<string>> {
  const stored = new Map(
    batch.flatMap(({ uid, before }) => {
      const leadId = ids.get(uid);
      return before === null || leadId === undefined ? [] : [[leadId, uid]];
    }),
  );
  const events = await eventsOf(tx.read, [...stored.keys()]);
  return new Set(
    events
      .filter(event => (CARD_EVENTS as readonly string[]).includes(event.kind))
      .map(event => dayKey(stored.get(event.leadId) ?? '', event.occurredOn)),
  );
}
