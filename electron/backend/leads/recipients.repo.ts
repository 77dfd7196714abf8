import type { ReadDb } from '#electron/backend/db/access.ts';
import { inChunks } from '#electron/backend/db/chunks.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { ConsentBasis } from '#shared/domain/mail/sender.ts';

/** A lead as the one who gets a mail. */
export interface LeadRecipient {
  id: number;
  uid: string;
  company: string;
  companyKind: string | null;
  department: string;
  title: string;
  name: string;
  email: string;
  event: string;
  basis: ConsentBasis;
  acquiredOn: Day;
  trashed: boolean;
}

const COLUMNS = [
  'leads.id',
  'leads.uid',
  'leads.company_name as company',
  'companies.kind as companyKind',
  'leads.department',
  'leads.title',
  'leads.name',
  'leads.email',
  'leads.event_name as event',
  'leads.consent_basis as basis',
  'leads.acquired_on as acquiredOn',
  'leads.trashed_at as trashedAt',
] as const;

async function find(
  db: ReadDb,
  column: 'leads.id' | 'leads.uid',
  keys: readonly (number | string)[],
): Promise<LeadRecipient[]> {
  const rows = await inChunks(
    keys,
    async chunk =>
      await db
        .selectFrom('leads')
        .leftJoin('companies', 'companies.id', 'leads.company_id')
        .select(COLUMNS)
        .where(column, 'in', chunk)
        .execute(),
  );
  return rows.map(({ trashedAt, basis, ...row }) => ({
    ...row,
    basis: basis as ConsentBasis,
    trashed: trashedAt !== null,
  }));
}

/** The leads of these uids, a merged lead's uid leading to the survivor; keyed by the uid asked for. */
export async function findRecipientsByUid(
  db: ReadDb,
  uids: readonly string[],
): Promise<Map<string, LeadRecipient>> {
  const direct = new Map((await find(db, 'leads.uid', uids)).map(lead => [lead.uid, lead]));
  const rest = uids.filter(uid => !direct.has(uid));
  const aliases = await inChunks(
    rest,
    async chunk =>
      await db.selectFrom('lead_aliases').select(['uid', 'lead_id']).where('uid', 'in', chunk).execute(),
  );
  const survivors = await findRecipientsById(db, [...new Set(aliases.map(alias => alias.lead_id))]);
  for (const alias of aliases) {
    const lead = survivors.get(alias.lead_id);
    if (lead) direct.set(alias.uid, lead);
  }
  return direct;
}

/** The leads of these ids. */
export const findRecipientsById = async (
  db: ReadDb,
  ids: readonly number[],
): Promise<Map<number, LeadRecipient>> =>
  new Map((await find(db, 'leads.id', ids)).map(lead => [lead.id, lead]));

/** Leads that have this mail address, as matching compares it. */
export async function findLeadIdsByEmail(db: ReadDb, emailKeys: readonly string[]): Promise<number[]> {
  const rows = await db
    .selectFrom('contact_points')
    .select('lead_id')
    .where('kind', '=', 'email')
    .where('key', 'in', emailKeys)
    .groupBy('lead_id')
    .execute();
  return rows.map(row => row.lead_id);
}
