import type { Selectable } from 'kysely';
import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Schema } from '#electron/backend/db/schema.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import type { ClockKind } from '#shared/domain/sla/agreement.ts';

export type ClockRow = Selectable<Schema['sla_clocks']>;

/** Every clock these leads ever had, oldest first. */
export const listClocksOf = async (db: ReadDb, leadIds: readonly number[]): Promise<ClockRow[]> =>
  await inChunks(
    leadIds,
    async chunk =>
      await db.selectFrom('sla_clocks').selectAll().where('lead_id', 'in', chunk).orderBy('id').execute(),
  );

/** What decides whether something is owed to these leads, and whether somebody is named for them. */
export const listClaims = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('companies', 'companies.id', 'leads.company_id')
        .select([
          'leads.id',
          'leads.stage',
          'leads.do_not_call',
          'leads.trashed_at',
          'leads.owner_id',
          'companies.kind as company_kind',
        ])
        .where('leads.id', 'in', chunk)
        .execute(),
  );
export type ClaimRow = Awaited<ReturnType<typeof listClaims>>[number];

/** Starts clocks. Past the history on purpose: a promise is a logged fact that no undo takes back. */
export async function insertClocks(tx: WriteTx, rows: readonly RowOf<'sla_clocks'>[]): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('sla_clocks');
  await tx.bulk.insert('sla_clocks', rows);
}

export interface ClockPatch {
  id: number;
  attempted_at: Instant | null;
  stopped_at: Instant | null;
  stop_code: string | null;
}

/** Stores where clocks stand; follows from facts, so it has no place in the history either. */
export async function updateClocks(tx: WriteTx, rows: readonly ClockPatch[]): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('sla_clocks');
  await tx.bulk.update('sla_clocks', rows);
}

/** Takes the person out of their clocks; times and codes stay and are counted. */
export async function anonymiseClocks(tx: WriteTx, leadIds: readonly number[], code: string): Promise<void> {
  const rows = await listClocksOf(tx.read, leadIds);
  if (rows.length === 0) return;
  tx.touch('sla_clocks');
  await tx.bulk.update(
    'sla_clocks',
    rows.map(row => ({
      id: row.id,
      lead_id: null,
      snooze_reason: '',
      stopped_at: row.stopped_at ?? tx.at,
      stop_code: row.stop_code ?? code,
    })),
  );
}

export const findClock = async (db: ReadDb, uid: string): Promise<ClockRow | undefined> =>
  await db.selectFrom('sla_clocks').selectAll().where('uid', '=', uid).executeTakeFirst();

/** Clocks of one kind that began in a span, whoever they were about. */
export const listStarted = async (db: ReadDb, kind: ClockKind, from: Instant, to: Instant) =>
  await db
    .selectFrom('sla_clocks')
    .select(['started_at', 'raised_at', 'due_at', 'attempted_at', 'stopped_at', 'stop_code'])
    .where('kind', '=', kind)
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .orderBy('started_at')
    .execute();

/** Which clocks a list shows. */
export interface ClockFilter {
  which: 'open' | 'unexplained' | 'lead';
  kind: ClockKind | undefined;
  leadId: number | undefined;
  ownerUid: string | undefined;
  /** Snoozed past this moment: left out of the open ones, unless undefined. */
  awakeAt: Instant | undefined;
}

function matching(db: ReadDb, { which, kind, leadId, ownerUid, awakeAt }: ClockFilter, now: Instant) {
  let query = db
    .selectFrom('sla_clocks')
    .innerJoin('leads', 'leads.id', 'sla_clocks.lead_id')
    .leftJoin('members', 'members.id', 'leads.owner_id');
  if (which === 'open') query = query.where('sla_clocks.stopped_at', 'is', null);
  if (which === 'unexplained')
    query = query
      .where('sla_clocks.breach_code', 'is', null)
      .where(eb =>
        eb.or([
          eb('sla_clocks.stopped_at', 'is', null),
          eb('sla_clocks.stopped_at', '>', eb.ref('sla_clocks.due_at')),
        ]),
      )
      .where('sla_clocks.due_at', '<', now)
      // Cancelled after its time is no broken promise: nothing was owed any more.
      .where(eb =>
        eb.or([
          eb('sla_clocks.stop_code', 'is', null),
          eb('sla_clocks.stop_code', 'in', ['told', 'contacted', 'met', 'accepted', 'returned']),
        ]),
      );
  if (leadId !== undefined) query = query.where('sla_clocks.lead_id', '=', leadId);
  if (kind !== undefined) query = query.where('sla_clocks.kind', '=', kind);
  if (ownerUid === 'none') query = query.where('leads.owner_id', 'is', null);
  else if (ownerUid !== undefined) query = query.where('members.uid', '=', ownerUid);
  if (awakeAt === undefined) return query;
  return query.where(eb =>
    eb.or([eb('sla_clocks.snoozed_until_at', 'is', null), eb('sla_clocks.snoozed_until_at', '<=', awakeAt)]),
  );
}

/** One window of clocks with the lead each is about, the soonest due first. */
export const listClocks = async (
  db: ReadDb,
  filter: ClockFilter,
  now: Instant,
  window: { offset: number; limit: number },
) =>
  await matching(db, filter, now)
    .select([
      'sla_clocks.uid',
      'sla_clocks.kind',
      'sla_clocks.started_at',
      'sla_clocks.raised_at',
      'sla_clocks.due_at',
      'sla_clocks.sla_n',
      'sla_clocks.attempted_at',
      'sla_clocks.stopped_at',
      'sla_clocks.stop_code',
      'sla_clocks.breach_code',
      'sla_clocks.snoozed_until_at',
      'sla_clocks.snooze_reason',
      'leads.uid as lead_uid',
      'leads.company_name',
      'leads.department',
      'leads.name',
      'leads.phone',
      'leads.band',
      'leads.total',
      'members.name as owner_name',
    ])
    .orderBy('sla_clocks.due_at')
    .orderBy('sla_clocks.id')
    .offset(window.offset)
    .limit(window.limit)
    .execute();
export type ListedClock = Awaited<ReturnType<typeof listClocks>>[number];

export async function countClocks(db: ReadDb, filter: ClockFilter, now: Instant): Promise<number> {
  const row = await matching(db, filter, now)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Clocks of first contact that are due from one moment up to before another, with who has the person. */
export const listContactsDue = async (db: ReadDb, from: Instant, to: Instant) =>
  await db
    .selectFrom('sla_clocks')
    .innerJoin('leads', 'leads.id', 'sla_clocks.lead_id')
    .select(['leads.owner_id', 'sla_clocks.due_at', 'sla_clocks.stopped_at', 'sla_clocks.stop_code'])
    .where('sla_clocks.kind', '=', 'contact')
    .where('sla_clocks.due_at', '>=', from)
    .where('sla_clocks.due_at', '<', to)
    .execute();
