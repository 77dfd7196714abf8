import type { Context } from '#electron/backend/context.ts';
import type { PatchOf, RowOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Touched } from '#shared/domain/imports/resolve.ts';
import type { LeadCardData } from '#shared/domain/leads/merge-card.ts';
import { affiliationRow, currentCompany, leadFields, pointRow } from './card-rows.ts';
import { listAffiliationRows, listPointRows } from './cards.repo.ts';
import type { CompanyOf } from './companies.ts';

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A stored person that cards brought something for. */
interface Changed {
  person: Touched;
  leadId: number;
  before: LeadCardData;
  after: LeadCardData;
}

/** Writes only what differs; a card that brought nothing writes nothing. Returns the leads that differ. */
export async function updateStored(
  ctx: Context,
  tx: WriteTx,
  batch: readonly Touched[],
  ids: ReadonlyMap<string, number>,
  companyOf: CompanyOf,
): Promise<number[]> {
  const changed = batch.flatMap((person): Changed[] => {
    const { before, after } = person;
    const leadId = ids.get(person.uid);
    return before && leadId !== undefined && !same(before, after) ? [{ person, leadId, before, after }] : [];
  });
  await tx.updateMany(
    'leads',
    changed
      .filter(({ before, after }) => !same(leadFields(before), leadFields(after)))
      .map(({ person, leadId, before, after }) => ({
        ...leadFields(after),
        updated_at: tx.at,
        ...(after.companyName !== before.companyName && { company_id: currentCompany(person, companyOf) }),
        id: leadId,
      })),
  );
  await updateAffiliations(ctx, tx, changed, companyOf);
  await updatePoints(ctx, tx, changed);
  await tx.insert(
    'lead_tags',
    changed.flatMap(({ leadId, before, after }) =>
      after.tags
        .filter(tag => !before.tags.includes(tag))
        .map(tag => ({ uid: ctx.newId(), lead_id: leadId, tag })),
    ),
  );
  return changed.map(({ leadId }) => leadId);
}

async function updateAffiliations(
  ctx: Context,
  tx: WriteTx,
  changed: readonly Changed[],
  companyOf: CompanyOf,
): Promise<void> {
  const differing = changed.filter(({ before, after }) => !same(before.affiliations, after.affiliations));
  const leadIds = differing.map(({ leadId }) => leadId);
  const rows = await listAffiliationRows(tx.read, leadIds);
  const stored = new Map(rows.toReversed().map(row => [`${row.lead_id} ${row.company_name}`, row]));
  const patches: (PatchOf<'affiliations'> & { id: number })[] = [];
  const fresh: RowOf<'affiliations'>[] = [];
  for (const { person, leadId, after } of differing)
    for (const affiliation of after.affiliations) {
      const row = stored.get(`${leadId} ${affiliation.companyName}`);
      const { branch, department, title, fromOn } = affiliation;
      if (row) patches.push({ id: row.id, branch, department, title, from_on: fromOn });
      else fresh.push(affiliationRow(ctx, leadId, affiliation, companyOf(person, affiliation.strictKey)));
    }
  await tx.updateMany('affiliations', patches, rows);
  await tx.insert('affiliations', fresh);
}

const pointId = (leadId: number, point: { kind: string; value: string; ext: string }): string =>
  `${leadId} ${point.kind} ${point.value} ${point.ext}`;

async function updatePoints(ctx: Context, tx: WriteTx, changed: readonly Changed[]): Promise<void> {
  const differing = changed.filter(({ before, after }) => !same(before.points, after.points));
  const leadIds = differing.map(({ leadId }) => leadId);
  const rows = await listPointRows(tx.read, leadIds);
  const stored = new Map(rows.map(row => [pointId(row.lead_id, row), row]));
  const patches: (PatchOf<'contact_points'> & { id: number })[] = [];
  const fresh: RowOf<'contact_points'>[] = [];
  for (const { leadId, after } of differing)
    for (const [position, point] of after.points.entries()) {
      const row = stored.get(pointId(leadId, point));
      if (row) patches.push({ id: row.id, position });
      else fresh.push(pointRow(ctx, leadId, point, position));
    }
  await tx.updateMany('contact_points', patches, rows);
  await tx.insert('contact_points', fresh);
}
