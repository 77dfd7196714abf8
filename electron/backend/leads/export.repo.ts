import type { ReadDb } from '#electron/backend/db/access.ts';
import { listRows } from './leads.repo.ts';

/** List rows with what only a file holds, in the order of the ids. */
export async function listExportRows(db: ReadDb, ids: readonly number[]) {
  const rows = await listRows(db, ids);
  const more = await db
    .selectFrom('leads')
    .select([
      'id',
      'branch',
      'postal_code as postalCode',
      'address',
      'url',
      'memo',
      'consent_basis as consentBasis',
    ])
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(more.map(row => [row.id, row]));
  return rows.flatMap(row => {
    const rest = byId.get(row.id);
    return rest ? [{ ...row, ...rest }] : [];
  });
}
export type ExportRow = Awaited<ReturnType<typeof listExportRows>>[number];
