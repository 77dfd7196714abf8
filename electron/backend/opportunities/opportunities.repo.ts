import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { withoutPerson, zCard } from '#shared/domain/opportunities/card.ts';
import { OPEN_STAGES } from '#shared/domain/opportunities/stages.ts';

/** The 商談 of a person that is under way; the oldest, should there be several. */
export const findOpenDeal = async (
  db: ReadDb,
  leadId: number,
): Promise<{ id: number; uid: string } | undefined> =>
  await db
    .selectFrom('opportunities')
    .select(['id', 'uid'])
    .where('lead_id', '=', leadId)
    .where('stage', 'in', OPEN_STAGES)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** What is under way with a person, with how many hand-overs each 商談 has seen. */
export const listOpenDeals = async (db: ReadDb, leadId: number) =>
  await db
    .selectFrom('opportunities')
    .select(eb => [
      'id',
      'stage',
      eb
        .selectFrom('handovers')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('handovers.opportunity_id', '=', 'opportunities.id')
        .$asScalar()
        .$notNull()
        .as('handovers'),
    ])
    .where('lead_id', '=', leadId)
    .where('stage', 'in', OPEN_STAGES)
    .orderBy('id')
    .execute();

/** Of these people, those who have more than one 商談 under way. */
export async function listDoubled(db: ReadDb, leadIds: readonly number[]): Promise<number[]> {
  const rows = await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('opportunities')
        .select('lead_id')
        .where('lead_id', 'in', chunk)
        .where('stage', 'in', OPEN_STAGES)
        .groupBy('lead_id')
        .having(({ fn }) => fn.countAll<number>(), '>', 1)
        .execute(),
  );
  return rows.flatMap(row => row.lead_id ?? []);
}

/** Ids of what hangs on these 商談. */
export const listPartsOf = async (
  db: ReadDb,
  table: 'handovers' | 'opportunity_tasks',
  dealIds: readonly number[],
): Promise<{ id: number }[]> =>
  await inChunks(
    dealIds,
    async chunk =>
      await db.selectFrom(table).select('id').where('opportunity_id', 'in', chunk).orderBy('id').execute(),
  );

/** Of these 商談, those that somebody went on with: handed over, moved, filled in. */
export async function listUsedDeals(db: ReadDb, dealIds: readonly number[]): Promise<Set<number>> {
  const rows = await inChunks(
    dealIds,
    async chunk =>
      await db
        .selectFrom('opportunities')
        .leftJoin('handovers', 'handovers.opportunity_id', 'opportunities.id')
        .select('opportunities.id')
        .where('opportunities.id', 'in', chunk)
        .where(eb =>
          eb.or([
            eb('handovers.id', 'is not', null),
            eb('opportunities.stage', '<>', OPEN_STAGES[0]),
            eb('opportunities.amount', 'is not', null),
            eb('opportunities.met_on', 'is not', null),
          ]),
        )
        .execute(),
  );
  return new Set(rows.map(row => row.id));
}

/** Takes the person out of their 商談 and hand-overs; stages, days, amounts and answers stay and are counted. */
export async function anonymiseDeals(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  tx.touch('opportunities', 'handovers', 'opportunity_tasks');
  const nobody = { lead_id: null, note: '' };
  await inChunks(leadIds, async chunk => {
    await tx.db
      .updateTable('opportunities')
      .set({ ...nobody, place: '', override_reason: '' })
      .where('lead_id', 'in', chunk)
      .execute();
    await tx.db.deleteFrom('opportunity_tasks').where('lead_id', 'in', chunk).execute();
    return [];
  });
  const cards = await inChunks(
    leadIds,
    async chunk =>
      await tx.read.selectFrom('handovers').select(['id', 'card']).where('lead_id', 'in', chunk).execute(),
  );
  await tx.bulk.update(
    'handovers',
    cards.map(({ id, card }) => ({
      ...nobody,
      id,
      card: JSON.stringify(withoutPerson(zCard.parse(JSON.parse(card)))),
    })),
  );
}

export const findDeal = async (db: ReadDb, uid: string) =>
  await db
    .selectFrom('opportunities')
    .innerJoin('leads', 'leads.id', 'opportunities.lead_id')
    .selectAll('opportunities')
    .select([
      'leads.appointment_on as leadAppointmentOn',
      'leads.meeting_on as leadMeetingOn',
      'leads.accepted_on as leadAcceptedOn',
      'leads.next_kind as nextKind',
    ])
    .where('opportunities.uid', '=', uid)
    .where('leads.trashed_at', 'is', null)
    .$narrowType<{ lead_id: number }>()
    .executeTakeFirst();
export type Deal = NonNullable<Awaited<ReturnType<typeof findDeal>>>;

export const findTask = async (db: ReadDb, uid: string) =>
  await db
    .selectFrom('opportunity_tasks')
    .select(['id', 'done_on as doneOn'])
    .where('uid', '=', uid)
    .executeTakeFirst();

export const findDealById = async (db: ReadDb, id: number) =>
  await db
    .selectFrom('opportunities')
    .select(['uid', 'meeting_on', 'meeting_at', 'place', 'met_on', 'accepted_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
