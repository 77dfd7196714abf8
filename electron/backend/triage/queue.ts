import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import type { Band } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { TriageBatch, TriageRank } from '#shared/contract/triage.ts';
import { addDays, dayOf, type Instant, instantAt } from '#shared/domain/base/days.ts';
import {
  countImport,
  findTriageImport,
  listCards,
  listPeopleOfEvent,
  listPeopleOfImport,
  listRecentImports,
  TRIAGE_KINDS,
} from './triage.repo.ts';

/** More cards than that nobody sorts by hand. */
const MOST_CARDS = 1000;
/** What was talked about at the stand is forgotten after that. */
const BATCH_DAYS = 30;

/** The rank an event gives, or null for any other kind of event. */
export function rankOf(event: Pick<StoredEvent, 'kind'>): TriageRank | null {
  const kind = TRIAGE_KINDS.find(known => known === event.kind);
  return kind === undefined ? null : (kind.slice(-1) as TriageRank);
}

/** Imports of the last 30 days with cards to sort. */
export async function listBatches(ctx: Context): Promise<TriageBatch[]> {
  const since = instantAt(addDays(dayOf(ctx.now()), -BATCH_DAYS), 0);
  const batches: TriageBatch[] = [];
  for (const { id, ...found } of await listRecentImports(ctx.read, since)) {
    const counts = await countImport(ctx.read, { id, finishedAt: found.finishedAt });
    if (counts.total > 0) batches.push({ ...found, ...counts });
  }
  return batches;
}

/** The cards of an import or an event with the judgement that stands. Throws NOT_FOUND. */
export async function triageQueue(
  ctx: Context,
  input: InputOf<'triage', 'queue'>,
): Promise<OutputOf<'triage', 'queue'>> {
  const scope = 'importUid' in input ? await ofImport(ctx, input.importUid) : await ofEvent(ctx, input);
  const ids = scope.ids.slice(0, MOST_CARDS);
  const ranks = await ranksOf(ctx, ids, scope.since);
  const rows = new Map((await listCards(ctx.read, ids)).map(row => [row.id, row]));
  const cards = ids.flatMap(leadId => {
    const row = rows.get(leadId);
    if (!row) return [];
    const { id: _id, band, ...card } = row;
    return [{ ...card, band: band as Band, rank: ranks.get(leadId) ?? null }];
  });
  return {
    title: scope.title,
    total: scope.ids.length,
    judged: cards.filter(card => card.rank !== null).length,
    cards,
  };
}

interface Scope {
  title: string;
  ids: number[];
  /** Judgements before this belong to an earlier meeting. */
  since: Instant | null;
}

async function ofImport(ctx: Context, uid: string): Promise<Scope> {
  const found = await findTriageImport(ctx.read, uid);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'import' });
  return {
    title: found.eventName || found.fileName,
    ids: await listPeopleOfImport(ctx.read, found.id),
    since: found.finishedAt,
  };
}

async function ofEvent(ctx: Context, { eventName }: { eventName: string }): Promise<Scope> {
  return { title: eventName, ids: await listPeopleOfEvent(ctx.read, eventName), since: null };
}

async function ranksOf(
  ctx: Context,
  ids: readonly number[],
  since: Instant | null,
): Promise<Map<number, TriageRank>> {
  const ranks = new Map<number, TriageRank>();
  for (const event of await eventsOf(ctx.read, ids)) {
    const rank = rankOf(event);
    if (rank !== null && (since === null || event.recordedAt >= since)) ranks.set(event.leadId, rank);
  }
  return ranks;
}
