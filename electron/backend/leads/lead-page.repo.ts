import type { ReadDb } from '#electron/backend/db/access.ts';
import type { Lead } from '#shared/contract/leads.ts';

/** The fields of a lead that only its own page shows. */
export async function findLeadDetail(db: ReadDb, leadId: number) {
  return await db
    .selectFrom('leads')
    .leftJoin('companies', 'companies.id', 'leads.company_id')
    .leftJoin('members', 'members.id', 'leads.owner_id')
    .leftJoin('imports', 'imports.id', 'leads.import_id')
    .select([
      'companies.uid as companyUid',
      'leads.branch',
      'leads.last_name as lastName',
      'leads.first_name as firstName',
      'leads.postal_code as postalCode',
      'leads.prefecture',
      'leads.address',
      'leads.url',
      'leads.memo',
      'leads.title_rank as titleRank',
      'leads.department_function as departmentFunction',
      'leads.consent_basis as consentBasis',
      'members.uid as ownerUid',
      'imports.uid as importUid',
      'leads.appointment_on as appointmentOn',
      'leads.updated_at as updatedAt',
      'leads.trashed_at as trashedAt',
    ])
    .where('leads.id', '=', leadId)
    .executeTakeFirstOrThrow();
}

export async function listContactPoints(db: ReadDb, leadId: number): Promise<Lead['contactPoints']> {
  const rows = await db
    .selectFrom('contact_points')
    .select(['uid', 'kind', 'value', 'key', 'ext', 'is_role'])
    .where('lead_id', '=', leadId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ is_role, kind, ...row }) => ({
    ...row,
    kind: kind as Lead['contactPoints'][number]['kind'],
    isRole: is_role === 1,
  }));
}

export async function listAffiliations(db: ReadDb, leadId: number): Promise<Lead['affiliations']> {
  return await db
    .selectFrom('affiliations')
    .select(['company_name as companyName', 'branch', 'department', 'title', 'from_on as fromOn'])
    .where('lead_id', '=', leadId)
    .orderBy('from_on', o => o.desc().nullsLast())
    .orderBy('id')
    .execute();
}

export async function listTags(db: ReadDb, leadId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('lead_tags')
    .select('tag')
    .where('lead_id', '=', leadId)
    .orderBy('tag')
    .execute();
  return rows.map(row => row.tag);
}
