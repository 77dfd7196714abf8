import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';
import { OPEN_STAGES, type Stage } from '#shared/domain/opportunities/stages.ts';

/** Which 商談 are asked for. `ownerId` undefined: everybody's; null: those nobody has. */
export interface DealFilter {
  readonly stages: readonly Stage[];
  readonly ownerId: number | null | undefined;
}

/** A 商談 as lists show it, with its newest hand-over. */
export interface ShownDeal {
  id: number;
  uid: string;
  leadId: number | null;
  leadUid: string;
  companyName: string;
  department: string;
  title: string;
  name: string;
  band: string;
  total: number;
  ownerName: string | null;
  stage: string;
  stageOn: Day;
  appointmentOn: Day;
  metOn: Day | null;
  acceptedOn: Day | null;
  meetingOn: Day | null;
  meetingAt: Instant | null;
  place: string;
  amount: number | null;
  lostReason: string | null;
  overrideReason: string;
  note: string;
  criteria: string;
  handoverUid: string | null;
  answer: string | null;
  toName: string | null;
}

/** 商談 of people who are there. */
function deals(db: ReadDb, ownerId: DealFilter['ownerId']) {
  const query = db
    .selectFrom('opportunities')
    .innerJoin('leads', 'leads.id', 'opportunities.lead_id')
    .where('leads.trashed_at', 'is', null);
  if (ownerId === undefined) return query;
  return ownerId === null
    ? query.where('leads.owner_id', 'is', null)
    : query.where('leads.owner_id', '=', ownerId);
}

const shown = (db: ReadDb, ownerId: DealFilter['ownerId']) =>
  deals(db, ownerId)
    .leftJoin('members as owner', 'owner.id', 'leads.owner_id')
    .leftJoin('handovers', join =>
      join.on('handovers.id', '=', eb =>
        eb
          .selectFrom('handovers as newest')
          .select(({ fn }) => fn.max('newest.id').as('id'))
          .whereRef('newest.opportunity_id', '=', 'opportunities.id'),
      ),
    )
    .leftJoin('members as receiver', 'receiver.id', 'handovers.to_id')
    .select([
      'opportunities.id',
      'opportunities.uid',
      'opportunities.lead_id as leadId',
      'leads.uid as leadUid',
      'leads.company_name as companyName',
      'leads.department',
      'leads.title',
      'leads.name',
      'leads.band',
      'leads.total',
      'owner.name as ownerName',
      'opportunities.stage',
      'opportunities.stage_on as stageOn',
      'opportunities.appointment_on as appointmentOn',
      'opportunities.met_on as metOn',
      'opportunities.accepted_on as acceptedOn',
      'opportunities.meeting_on as meetingOn',
      'opportunities.meeting_at as meetingAt',
      'opportunities.place',
      'opportunities.amount',
      'opportunities.lost_reason as lostReason',
      'opportunities.override_reason as overrideReason',
      'opportunities.note',
      'opportunities.criteria',
      'handovers.uid as handoverUid',
      'handovers.answer',
      'receiver.name as toName',
    ]);

/** One window: under way the longest in its stage first, of those that ended the latest first. */
export async function listDeals(
  db: ReadDb,
  { stages, ownerId }: DealFilter,
  window: { offset: number; limit: number },
): Promise<ShownDeal[]> {
  const query = shown(db, ownerId).where('opportunities.stage', 'in', stages);
  const isOpen = stages.every(stage => OPEN_STAGES.some(open => open === stage));
  const ordered = isOpen
    ? query
        .orderBy(eb =>
          OPEN_STAGES.reduce(
            (cases, stage, i) => cases.when('opportunities.stage', '=', stage).then(i),
            eb.case().when('opportunities.stage', '=', '').then(-1),
          )
            .else(OPEN_STAGES.length)
            .end(),
        )
        .orderBy('opportunities.stage_on')
    : query.orderBy('opportunities.stage_on', 'desc');
  return await ordered.orderBy('opportunities.id').offset(window.offset).limit(window.limit).execute();
}

/** Whose hand-over waits for its answer, the oldest first. */
export const listWaitingDeals = async (db: ReadDb, ownerId: DealFilter['ownerId']): Promise<ShownDeal[]> =>
  await shown(db, ownerId)
    .where('opportunities.stage', 'in', OPEN_STAGES)
    .where('handovers.id', 'is not', null)
    .where('handovers.answer', 'is', null)
    .orderBy('handovers.id')
    .execute();

export const findShownDeal = async (db: ReadDb, uid: string): Promise<ShownDeal | undefined> =>
  await shown(db, undefined).where('opportunities.uid', '=', uid).executeTakeFirst();

/** How many stand in each stage, and what is known of their amounts. */
export const countStages = async (db: ReadDb, ownerId: DealFilter['ownerId']) =>
  await deals(db, ownerId)
    .select(({ fn }) => [
      'opportunities.stage',
      fn.countAll<number>().as('count'),
      fn.sum<number | null>('opportunities.amount').as('amount'),
    ])
    .groupBy('opportunities.stage')
    .execute();

/** What was promised with a 商談, the soonest due first. */
export const listTasks = async (db: ReadDb, dealId: number) =>
  await db
    .selectFrom('opportunity_tasks')
    .select(['uid', 'kind', 'text', 'due_on as dueOn', 'done_on as doneOn'])
    .where('opportunity_id', '=', dealId)
    .orderBy('due_on')
    .orderBy('id')
    .execute();

/** Every hand-over of a 商談, the newest first. */
export const listHandoversOf = async (db: ReadDb, dealId: number) =>
  await db
    .selectFrom('handovers')
    .leftJoin('members as giver', 'giver.id', 'handovers.from_id')
    .leftJoin('members as receiver', 'receiver.id', 'handovers.to_id')
    .select([
      'handovers.uid',
      'handovers.made_at as madeAt',
      'giver.name as fromName',
      'receiver.name as toName',
      'handovers.answer',
      'handovers.answered_at as answeredAt',
      'handovers.reason',
      'handovers.until_on as untilOn',
      'handovers.note',
    ])
    .where('handovers.opportunity_id', '=', dealId)
    .orderBy('handovers.id', 'desc')
    .execute();
