import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Instant } from '#shared/domain/base/days.ts';

export const TRIAGE_KINDS = ['triage.A', 'triage.B', 'triage.C', 'triage.X'] as const;

export const findTriageImport = async (db: ReadDb, uid: string) =>
  await db
    .selectFrom('imports')
    .select(['id', 'file_name as fileName', 'event_name as eventName', 'finished_at as finishedAt'])
    .where('uid', '=', uid)
    .executeTakeFirst();

/** Imports since then that nobody took back. */
export const listRecentImports = async (db: ReadDb, since: Instant) =>
  await db
    .selectFrom('imports')
    .leftJoin('operations', 'operations.id', 'imports.operation_id')
    .select([
      'imports.id',
      'imports.uid as importUid',
      'imports.file_name as fileName',
      'imports.event_name as eventName',
      'imports.finished_at as finishedAt',
    ])
    .where('imports.finished_at', '>=', since)
    .where('imports.channel', '=', 'event')
    .where('operations.undone_by_id', 'is', null)
    .orderBy('imports.id', 'desc')
    .execute();

const people = (db: ReadDb, importId: number) =>
  db
    .selectFrom('import_rows')
    .innerJoin('leads as brought', 'brought.id', 'import_rows.lead_id')
    // Whoever was merged since is judged as the person they are now.
    .innerJoin('leads', join =>
      join.on('leads.id', '=', eb => eb.fn.coalesce('brought.merged_into_id', 'brought.id')),
    )
    .where('import_rows.import_id', '=', importId)
    .where('leads.trashed_at', 'is', null);

/** The people on an import's cards, each once, in the order of the file. */
export async function listPeopleOfImport(db: ReadDb, importId: number): Promise<number[]> {
  const rows = await people(db, importId)
    .select(({ fn }) => ['leads.id', fn.min('import_rows.line').as('line')])
    .groupBy('leads.id')
    .orderBy('line')
    .execute();
  return rows.map(row => row.id);
}

/** How many people are on an import's cards, and how many of them were judged since. */
export async function countImport(
  db: ReadDb,
  found: { id: number; finishedAt: Instant },
): Promise<{ total: number; judged: number }> {
  const ids = people(db, found.id).select('leads.id').distinct();
  const { total } = await db
    .selectFrom(ids.as('people'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const { judged } = await db
    .selectFrom('events')
    .select(({ fn }) => fn.count<number>('lead_id').distinct().as('judged'))
    .where('kind', 'in', TRIAGE_KINDS)
    .where('recorded_at', '>=', found.finishedAt)
    .where('retracted_by_id', 'is', null)
    .where('lead_id', 'in', ids)
    .executeTakeFirstOrThrow();
  return { total, judged };
}

export async function listPeopleOfEvent(db: ReadDb, eventName: string): Promise<number[]> {
  const rows = await db
    .selectFrom('leads')
    .select('id')
    .where('event_name', '=', eventName)
    .where('trashed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(row => row.id);
}

/** What a card shows of these people. */
export const listCards = async (db: ReadDb, ids: readonly number[]) =>
  await inChunks(
    ids,
    async chunk =>
      await db
        .selectFrom('leads')
        .select([
          'id',
          'uid as leadUid',
          'company_name as companyName',
          'name',
          'kana',
          'department',
          'title',
          'phone',
          'email',
          'memo',
          'event_name as eventName',
          'acquired_on as acquiredOn',
          'band',
          'total',
        ])
        .where('id', 'in', chunk)
        .execute(),
  );

export const findJudged = async (db: ReadDb, leadId: number) =>
  await db
    .selectFrom('leads')
    .select(['stage', 'band', 'total'])
    .where('id', '=', leadId)
    .executeTakeFirstOrThrow();
