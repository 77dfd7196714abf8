import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Instant } from '#shared/domain/base/days.ts';

const PERSON = [
  'leads.id',
  'leads.company_name as companyName',
  'leads.department',
  'leads.title',
  'leads.name',
  'leads.kana',
  'leads.phone',
  'leads.email',
  'leads.channel',
  'leads.event_name as eventName',
  'leads.band',
  'leads.total',
  'leads.rules_n as rulesN',
] as const;

/** What a card says of the person, and what a hand-over has to know of them. */
export const findPerson = async (db: ReadDb, leadId: number) =>
  await db
    .selectFrom('leads')
    .select(PERSON)
    .select(['leads.appointment_on as appointmentOn', 'leads.owner_id as ownerId'])
    .where('leads.id', '=', leadId)
    .where('leads.trashed_at', 'is', null)
    .executeTakeFirst();

/** What cards say of these people. */
export const listPeople = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk => await db.selectFrom('leads').select(PERSON).where('leads.id', 'in', chunk).execute(),
  );

/** A hand-over as it stands, with names. */
export interface FoundHandover {
  id: number;
  uid: string;
  opportunityId: number;
  opportunityUid: string;
  stage: string;
  leadId: number | null;
  leadUid: string | null;
  fromId: number | null;
  fromName: string | null;
  toName: string | null;
  madeAt: Instant;
  card: string;
  answer: string | null;
}

export const findHandover = async (db: ReadDb, uid: string): Promise<FoundHandover | undefined> =>
  await db
    .selectFrom('handovers')
    .innerJoin('opportunities', 'opportunities.id', 'handovers.opportunity_id')
    .leftJoin('leads', 'leads.id', 'handovers.lead_id')
    .leftJoin('members as giver', 'giver.id', 'handovers.from_id')
    .leftJoin('members as receiver', 'receiver.id', 'handovers.to_id')
    .select([
      'handovers.id',
      'handovers.uid',
      'handovers.opportunity_id as opportunityId',
      'opportunities.uid as opportunityUid',
      'opportunities.stage',
      'handovers.lead_id as leadId',
      'leads.uid as leadUid',
      'handovers.from_id as fromId',
      'giver.name as fromName',
      'receiver.name as toName',
      'handovers.made_at as madeAt',
      'handovers.card',
      'handovers.answer',
    ])
    .where('handovers.uid', '=', uid)
    .executeTakeFirst();

/** The newest hand-over of a 商談. */
export const findNewest = async (
  db: ReadDb,
  dealId: number,
): Promise<{ answer: string | null } | undefined> =>
  await db
    .selectFrom('handovers')
    .select('answer')
    .where('opportunity_id', '=', dealId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Hand-overs of these people that wait for their answer. */
export const listWaiting = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('handovers')
        .leftJoin('members', 'members.id', 'handovers.from_id')
        .leftJoin('sla_clocks', join =>
          join
            .onRef('sla_clocks.cause_uid', '=', 'handovers.uid')
            .on('sla_clocks.kind', '=', 'accept')
            .on('sla_clocks.stopped_at', 'is', null),
        )
        .select([
          'handovers.id',
          'handovers.uid',
          'handovers.lead_id as leadId',
          'handovers.to_id as toId',
          'members.name as fromName',
          'sla_clocks.uid as clockUid',
          'sla_clocks.due_at as dueAt',
        ])
        .where('handovers.lead_id', 'in', chunk)
        .where('handovers.answer', 'is', null)
        .execute(),
  );

/** Answered hand-overs that were made in a span: the answer, its reason, and the card with why the person was hot. */
export const listAnswered = async (db: ReadDb, from: Instant, to: Instant) =>
  await db
    .selectFrom('handovers')
    .select(['answer', 'reason', 'card'])
    .where('made_at', '>=', from)
    .where('made_at', '<', to)
    .where('answer', 'is not', null)
    .orderBy('made_at')
    .execute();

/** Whose each hand-over of these people is. */
export const listOwners = async (
  db: ReadDb,
  leadIds: readonly number[],
): Promise<{ uid: string; leadId: number | null }[]> =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('handovers')
        .select(['uid', 'lead_id as leadId'])
        .where('lead_id', 'in', chunk)
        .execute(),
  );
