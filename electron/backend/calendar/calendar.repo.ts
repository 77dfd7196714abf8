import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** Days from `from` on that a next action is due on, each once. */
export async function listNextDays(db: ReadDb, from: Day): Promise<Day[]> {
  const rows = await db
    .selectFrom('leads')
    .select('next_on')
    .where('next_on', '>=', from)
    .groupBy('next_on')
    .orderBy('next_on')
    .execute();
  return rows.flatMap(row => row.next_on ?? []);
}

/** Leads whose next action is due on these days, soonest first. */
export const listDueOn = async (db: ReadDb, days: readonly Day[]) =>
  await inChunks(
    days,
    async chunk =>
      await db
        .selectFrom('leads')
        .select([
          'id',
          'uid',
          'name',
          'company_name',
          'next_kind as nextKind',
          'next_on as nextOn',
          'next_at as nextAt',
          'trashed_at',
        ])
        .where('next_on', 'in', chunk)
        .where('merged_into_id', 'is', null)
        .orderBy('next_on')
        .orderBy('id')
        .$narrowType<{ nextOn: Day }>()
        .execute(),
  );
