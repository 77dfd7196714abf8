import type { ReadDb, RowOf } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';

/** Alerts of these leads: what was told to whom, and which are still true. */
export const listAlertsOf = async (db: ReadDb, leadIds: readonly number[]) =>
  await inChunks(
    leadIds,
    async chunk =>
      await db
        .selectFrom('alerts')
        .select([
          'id',
          'lead_id',
          'kind',
          'entry_uid',
          'left_at',
          'seen_at',
          'seen_by_id',
          'told_at',
          'entered_at',
        ])
        .where('lead_id', 'in', chunk)
        .orderBy('id')
        .execute(),
  );
export type AlertOfLead = Awaited<ReturnType<typeof listAlertsOf>>[number];

/** Raises alerts. Past the history: an alert is a logged fact. */
export async function insertAlerts(tx: WriteTx, rows: readonly RowOf<'alerts'>[]): Promise<void> {
  if (rows.length === 0) return;
  tx.touch('alerts');
  await tx.bulk.insert('alerts', rows);
}

export async function markLeft(tx: WriteTx, ids: readonly number[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  tx.touch('alerts');
  await tx.bulk.update(
    'alerts',
    ids.map(id => ({ id, left_at: at })),
  );
}

/** Takes the person out of their alerts. */
export async function anonymiseAlerts(tx: WriteTx, leadIds: readonly number[]): Promise<void> {
  const rows = await listAlertsOf(tx.read, leadIds);
  if (rows.length === 0) return;
  tx.touch('alerts');
  await tx.bulk.update(
    'alerts',
    rows.map(row => ({ id: row.id, lead_id: null, left_at: row.left_at ?? tx.at })),
  );
}

const withLead = (db: ReadDb) =>
  db
    .selectFrom('alerts')
    .innerJoin('leads', 'leads.id', 'alerts.lead_id')
    .where('leads.trashed_at', 'is', null);

/** How many people are hot and unseen: the figure on bell and tray. */
export async function countUnseen(db: ReadDb): Promise<number> {
  const row = await withLead(db)
    .where('alerts.seen_at', 'is', null)
    .where('alerts.left_at', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The newest alerts with the lead and the running first-contact clock of that entry; unseen ones only when asked. */
export const listAlerts = async (db: ReadDb, options: { unseen: boolean; limit: number }) =>
  await (options.unseen ? withLead(db).where('alerts.seen_at', 'is', null) : withLead(db))
    .leftJoin('sla_clocks as clock', join =>
      join.onRef('clock.cause_uid', '=', 'alerts.entry_uid').on('clock.kind', '=', 'contact'),
    )
    .leftJoin('members as owner', 'owner.id', 'leads.owner_id')
    .select([
      'alerts.uid',
      'alerts.kind',
      'alerts.reason',
      'alerts.total',
      'alerts.entered_at',
      'alerts.raised_at',
      'alerts.left_at',
      'alerts.seen_at',
      'alerts.told_at',
      'alerts.told_how',
      'leads.uid as lead_uid',
      'leads.company_name',
      'leads.department',
      'leads.name',
      'leads.band',
      'owner.name as owner_name',
      'clock.due_at',
      'clock.stopped_at',
      'clock.stop_code',
      'clock.attempted_at',
    ])
    .orderBy('alerts.id', 'desc')
    .limit(options.limit)
    .execute();
export type ListedAlert = Awaited<ReturnType<typeof listAlerts>>[number];

/** What nobody was told of yet by the system, oldest first. */
export const listUnannounced = async (db: ReadDb, limit: number) =>
  await db
    .selectFrom('alerts')
    .innerJoin('leads', 'leads.id', 'alerts.lead_id')
    .select([
      'alerts.id',
      'alerts.kind',
      'alerts.reason',
      'alerts.total',
      'alerts.entered_at',
      'alerts.left_at',
      'alerts.seen_at',
      'leads.trashed_at',
      'leads.company_name',
      'leads.uid as lead_uid',
    ])
    .where('alerts.announced_at', 'is', null)
    .orderBy('alerts.id')
    .limit(limit)
    .execute();
export type Unannounced = Awaited<ReturnType<typeof listUnannounced>>[number];

/** Everything up to this alert has been announced, whoever it was about. */
export async function markAnnounced(tx: WriteTx, ids: readonly number[]): Promise<void> {
  tx.touch('alerts');
  await tx.bulk.update(
    'alerts',
    ids.map(id => ({ id, announced_at: tx.at })),
  );
}

/** Alerts by uid; those of people who are gone are left out. */
export const listByUid = async (db: ReadDb, uids: readonly string[]) =>
  await inChunks(
    uids,
    async chunk =>
      await db
        .selectFrom('alerts')
        .select(['id', 'lead_id', 'seen_at'])
        .where('uid', 'in', chunk)
        .where('lead_id', 'is not', null)
        .execute(),
  );

/** What nobody has looked at, from its index alone. */
export const listUnseenIds = async (db: ReadDb) =>
  await db.selectFrom('alerts').select(['id', 'lead_id', 'seen_at']).where('seen_at', 'is', null).execute();

export async function markSeen(tx: WriteTx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  tx.touch('alerts');
  await tx.bulk.update(
    'alerts',
    ids.map(id => ({ id, seen_at: tx.at, seen_by_id: tx.memberId })),
  );
}
