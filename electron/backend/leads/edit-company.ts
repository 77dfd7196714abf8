import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { companyStrictKey } from '#shared/domain/leads/company.ts';
import { leadFromCard } from '#shared/domain/leads/merge-card.ts';
import { listAffiliationRows } from './cards.repo.ts';
import { resolveCompanies } from './companies.ts';
import { typedCard } from './typed-card.ts';
import { listPoints } from './write.repo.ts';

export interface Post {
  companyName: string;
  branch: string;
  department: string;
  title: string;
}

/**
 * Puts a lead under the company of this name: the one the store knows, judged by the lead's own address and numbers, or a
 * new one. Corrects the affiliation shown; further affiliations stay. Returns what the lead's own row says.
 */
export async function editCompany(
  ctx: Context,
  tx: WriteTx,
  lead: { id: number; uid: string; post: Post; address: string },
  typed: string,
): Promise<PatchOf<'leads'>> {
  const points = await listPoints(tx.read, lead.id);
  const card = typedCard(
    {
      companyName: typed,
      email: points
        .filter(point => point.kind === 'email')
        .map(point => point.value)
        .join(';'),
      phone: points.find(point => point.kind === 'main')?.value ?? '',
      address: lead.address,
    },
    dayOf(ctx.now()),
  );
  if (!card.company) {
    await editAffiliation(ctx, tx, lead, null);
    return { company_id: null, company_name: '', branch: '' };
  }
  const { name, strictKey } = card.company;
  const person = {
    uid: lead.uid,
    before: null,
    after: leadFromCard(card),
    cards: [{ line: 1, card, key: '' }],
  };
  const companyOf = await resolveCompanies(ctx, tx, [[person]], new Map([[lead.uid, lead.id]]));
  const companyId = companyOf(person, strictKey);
  const branch = card.company.branch || lead.post.branch;
  await editAffiliation(ctx, tx, lead, { ...lead.post, companyName: name, branch, companyId });
  return { company_id: companyId, company_name: name, branch };
}

/** Brings the affiliation that is shown up to what the lead's row says; `next` null takes it away. */
export async function editAffiliation(
  ctx: Context,
  tx: WriteTx,
  lead: { id: number; post: Post },
  next: (Post & { companyId?: number | null }) | null,
): Promise<void> {
  const rows = await listAffiliationRows(tx.read, [lead.id]);
  const key = companyStrictKey(lead.post.companyName);
  const row =
    rows.find(known => known.company_name === lead.post.companyName) ??
    rows.find(known => key !== '' && companyStrictKey(known.company_name) === key);
  if (next === null) {
    if (row) await tx.remove('affiliations', row.id);
    return;
  }
  const columns = {
    company_name: next.companyName,
    branch: next.branch,
    department: next.department,
    title: next.title,
    ...(next.companyId === undefined ? {} : { company_id: next.companyId }),
  };
  if (row) await tx.update('affiliations', row.id, columns);
  else if (next.companyName !== '')
    await tx.insert('affiliations', [
      { uid: ctx.newId(), lead_id: lead.id, from_on: null, ...columns, company_id: next.companyId ?? null },
    ]);
}
