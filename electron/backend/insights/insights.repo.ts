import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** When people came in and, if they did, became a 商談; competitors and the like are not counted, those erased are. */
export async function listAcquisitions(
  db: ReadDb,
  range: { fromOn: Day | undefined; toOn: Day | undefined },
): Promise<{ metOn: Day; convertedOn: Day | null }[]> {
  let query = db
    .selectFrom('leads')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .select(['leads.acquired_on as metOn', 'leads.appointment_on as convertedOn'])
    .where('leads.trashed_at', 'is', null)
    .where(eb => eb.or([eb('companies.kind', 'is', null), eb('companies.kind', '=', 'prospect')]));
  if (range.fromOn) query = query.where('leads.acquired_on', '>=', range.fromOn);
  if (range.toOn) query = query.where('leads.acquired_on', '<=', range.toOn);
  return [...(await query.execute()), ...(await listErased(db, range))];
}

/** People erased on request: their two days stay counted, so that a rate once shown stays what it was. */
async function listErased(
  db: ReadDb,
  range: { fromOn: Day | undefined; toOn: Day | undefined },
): Promise<{ metOn: Day; convertedOn: Day | null }[]> {
  let query = db
    .selectFrom('erasures')
    .select(['acquired_on as metOn', 'appointment_on as convertedOn'])
    .where('acquired_on', 'is not', null)
    .$narrowType<{ metOn: Day }>();
  if (range.fromOn) query = query.where('acquired_on', '>=', range.fromOn);
  if (range.toOn) query = query.where('acquired_on', '<=', range.toOn);
  return await query.execute();
}
