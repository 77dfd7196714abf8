import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { notePairs } from '#electron/backend/duplicates/record.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { retraceLeads } from '#electron/backend/journey/retrace.ts';
import { peopleOf } from '#electron/backend/leads/known-people.ts';
import { writePeople } from '#electron/backend/leads/write-cards.ts';
import type { CardOrigin } from '#electron/backend/leads/card-origin.ts';
import { inventDeals } from '#electron/backend/opportunities/sample.ts';
import { scorerFor } from '#electron/backend/scoring/rescore.ts';
import { addDays, type Day, dayOf } from '#shared/domain/base/days.ts';
import { comparePeople, type FoundPair } from '#shared/domain/duplicates/pairs.ts';
import type { CardRow } from '#shared/domain/imports/plan.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import { type CardReader, readCard } from '#shared/domain/imports/row-card.ts';
import { cardText } from '#shared/domain/leads/card.ts';
import { leadFromCard } from '#shared/domain/leads/merge-card.ts';
import { type SampleEvent, sampleBehaviour } from '#shared/domain/sample/behaviour.ts';
import { type SampleCard, sampleCards } from '#shared/domain/sample/cards.ts';
import { lookAlikeCount, lookAlikes } from '#shared/domain/sample/look-alikes.ts';
import { SAMPLE_HEADER, sampleRow } from '#shared/domain/sample/table.ts';

/** People per transaction: the write-ahead log stays small and a big store does not fill the memory. */
const BATCH = 500;

const FIELDS: Readonly<Record<(typeof SAMPLE_HEADER)[number], CardReader['columns'][number]['use']>> = {
  会社名: 'company',
  '会社名（カナ）': 'companyKana',
  部署名: 'department',
  役職: 'title',
  '氏名［姓］': 'lastName',
  '氏名［名］': 'firstName',
  '氏名（カナ）［姓］': 'lastKana',
  '氏名（カナ）［名］': 'firstKana',
  '郵便番号(1)': 'postalCode',
  '住所(1)［全て］': 'address',
  'TEL-1(1)': 'phoneMain',
  '携帯電話(1)': 'mobile',
  'Email(1)': 'email',
  名刺交換日: 'metOn',
  タグ: 'tags',
  メモ: 'memo',
};

const READER: CardReader = {
  columns: SAMPLE_HEADER.map((header, index) => ({
    index,
    header,
    use: FIELDS[header],
    set: 0,
    reason: 'header',
    filled: 1,
  })),
  source: 'sample',
  year: 2000,
  dateOrder: 'unknown',
  cardKey: cardText,
};

/** One person with every card of theirs: the first one makes the lead, the others are further meetings. */
interface Invented {
  uid: string;
  cards: SampleCard[];
  after: SampleEvent[];
}

/**
 * Fills a store with invented leads whose dates lie before `ctx.now()`, by the way every import takes. The same seed and
 * day give the same people. Only for a store nobody uses yet: a failure leaves a part of them behind.
 */
export async function fillSample(ctx: Context, want: { sample: number; seed: number }): Promise<void> {
  const { people, alike } = invent(want, dayOf(ctx.now()));
  const ids = new Map<string, number>();
  const byMeeting = Map.groupBy(people, ({ cards: [card] }) => `${card?.channel} ${card?.eventName ?? ''}`);
  for (const group of byMeeting.values())
    for (let i = 0; i < group.length; i += BATCH) {
      const batch = group.slice(i, i + BATCH);
      const written = await ctx.write(null, async tx => await writeInvented(ctx, tx, batch));
      for (const [uid, id] of written) ids.set(uid, id);
    }
  await noteLookAlikes(
    ctx,
    alike.map(pair => pair.map(uid => ids.get(`new:${uid}`) ?? 0)),
  );
  // However many writes it took, the history has one line.
  const operation = { kind: 'store.sample', data: { leads: people.length }, undoable: false };
  await ctx.write(operation, async tx => await Promise.resolve(tx.touch('leads')));
}

/** Whoever looks alike waits in the inbox, as after an import. */
async function noteLookAlikes(ctx: Context, alike: readonly (readonly number[])[]): Promise<void> {
  const pairs: FoundPair[] = [];
  for (const ids of alike) {
    const [person, other] = await peopleOf(ctx.read, ids);
    const found = person && other ? comparePeople(person, other) : null;
    if (person && other && found) pairs.push({ uid: person.uid, otherUid: other.uid, ...found });
  }
  await ctx.write(null, async tx => await notePairs(ctx, tx, pairs, new Map(), null));
}

/** `alike`: pairs of people who look alike. */
function invent(
  want: { sample: number; seed: number },
  today: Day,
): { people: Invented[]; alike: string[][] } {
  const plain = want.sample - lookAlikeCount(want.sample);
  const people = new Map<string, Invented>();
  for (const card of sampleCards(want.seed, today)) {
    const uid = card.truth.personKey;
    const known = people.get(uid);
    if (known) known.cards.push(card);
    else if (people.size === plain) break;
    else people.set(uid, { uid, cards: [card], after: [] });
  }
  const known = [...people.values()].flatMap(person => person.cards.slice(0, 1));
  const doubles = lookAlikes(known, want.sample - plain);
  for (const { card } of doubles)
    people.set(card.truth.personKey, { uid: card.truth.personKey, cards: [card], after: [] });
  const firstCards = [...people.values()].flatMap(person => person.cards.slice(0, 1));
  for (const event of sampleBehaviour(want.seed, firstCards, today))
    people.get(event.personKey)?.after.push(event);
  const alike = doubles.map(({ card, like }) => [card.truth.personKey, like.truth.personKey]);
  return { people: [...people.values()], alike };
}

async function writeInvented(
  ctx: Context,
  tx: WriteTx,
  batch: readonly Invented[],
): Promise<ReadonlyMap<string, number>> {
  const today = dayOf(tx.at);
  const origin = originOf(batch[0]?.cards[0], today);
  const people = batch.map(touchedOf);
  const ids = await writePeople(ctx, tx, people, origin, async () => await tx.breathe());
  const later = batch.flatMap(({ uid, after }) =>
    after.map(event => ({ leadId: ids.get(`new:${uid}`) ?? 0, event })),
  );
  await recordEvents(
    tx,
    later.flatMap(({ leadId, event }) =>
      lived(event, today).map(({ kind, occurredOn }) => ({
        uid: ctx.newId(),
        kind,
        leadId,
        occurredOn,
        source: 'import',
      })),
    ),
  );
  await retraceLeads(ctx, tx, [...ids.values()], await scorerFor(tx.read, today));
  await inventDeals(ctx, tx, [...ids.values()]);
  return ids;
}

/** How a 商談 came about, in steps people would have recorded; one in twelve is given back. */
function lived(
  { kind, occurredOn, personKey }: SampleEvent,
  today: Day,
): { kind: string; occurredOn: Day }[] {
  if (kind !== 'opportunity.accepted') return [{ kind, occurredOn }];
  const isReturned = Number(personKey.replaceAll(/\D/g, '')) % 12 === 0;
  const steps = [
    { kind: 'call.reached', occurredOn: addDays(occurredOn, -1) },
    { kind: 'appointment.made', occurredOn },
    { kind: 'handover.accepted', occurredOn: addDays(occurredOn, 2) },
    ...(isReturned ? [{ kind: 'handover.returned', occurredOn: addDays(occurredOn, 12) }] : []),
  ];
  return steps.filter(step => step.occurredOn <= today);
}

const originOf = (card: SampleCard | undefined, today: Day): CardOrigin => ({
  channel: card?.channel ?? 'other',
  eventName: card?.eventName ?? '',
  consentBasis: card?.channel === 'inbound' ? 'enquiry' : 'card',
  metOn: today,
  ownerOf: () => null,
  importId: null,
  source: 'import',
});

function touchedOf({ uid, cards }: Invented): Touched {
  const rows = cards.map((sample, line): CardRow => {
    const { industry, employees } = sample.truth;
    const card = { ...readCard(sampleRow(sample), READER), industry, employees };
    return { line, card, key: `${uid} ${cardText(card)}` };
  });
  const [first] = rows;
  if (!first) throw new RangeError('a person has at least one card');
  return { uid: `new:${uid}`, before: null, after: leadFromCard(first.card), cards: rows };
}
