import { setKinds } from '#electron/backend/companies/set-kinds.ts';
import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { LeadPatch } from '#shared/contract/lead-edit.ts';
import { tidy } from '#shared/domain/base/text.ts';
import { parseAddress, parsePostalCode } from '#shared/domain/leads/address.ts';
import { departmentFunction } from '#shared/domain/leads/departments.ts';
import { parseName } from '#shared/domain/leads/names.ts';
import { readTitle } from '#shared/domain/leads/titles.ts';
import { editAffiliation, editCompany } from './edit-company.ts';
import { editPoints } from './edit-points.ts';
import { leadIdOf } from './leads.ts';
import { refreshLeads } from './refresh.ts';
import { findLeadForEdit, findOwnerId, listTagRowsOf } from './write.repo.ts';

type StoredLead = Awaited<ReturnType<typeof findLeadForEdit>>;

/**
 * Changes fields of one lead, cleaned like an imported card. Throws NOT_FOUND, ADDRESS_INVALID, PHONE_INVALID,
 * LEAD_NEEDS_NAME; then nothing is changed.
 */
export async function updateLead(
  ctx: Context,
  input: InputOf<'leads', 'update'>,
): Promise<OutputOf<'leads', 'update'>> {
  const leadId = await leadIdOf(ctx, input.uid);
  const operationUid = ctx.newId();
  const data = { fields: Object.keys(input.patch).join(',') };
  await ctx.write({ kind: 'leads.update', data, uid: operationUid }, async tx => {
    const row = await findLeadForEdit(tx.read, leadId);
    const points = await editPoints(ctx, tx, leadId, input.patch);
    const fields = { ...textPatch(input.patch, row), ...points, ...(await ownerPatch(tx, input.patch)) };
    const patch = { ...fields, ...(await postPatch(ctx, tx, row, input.patch, fields)) };
    if ((patch.company_name ?? row.company_name) === '' && (patch.name ?? row.name) === '')
      throw new AppError('LEAD_NEEDS_NAME', {});
    await tx.update('leads', leadId, { ...patch, updated_at: tx.at });
    if (input.patch.tags) await editTags(ctx, tx, leadId, input.patch.tags);
    const companyId = patch.company_id === undefined ? row.company_id : patch.company_id;
    const kind = input.patch.companyKind;
    if (kind && companyId !== null) await setKinds(ctx, tx, [companyId], kind);
    await refreshLeads(ctx, tx, [leadId]);
  });
  return { operationUid };
}

function textPatch(patch: LeadPatch, row: StoredLead): PatchOf<'leads'> {
  const out: PatchOf<'leads'> = { ...placePatch(patch, row), ...originPatch(patch) };
  if (patch.name !== undefined) Object.assign(out, namePatch(patch.name));
  if (patch.kana !== undefined) out.kana = tidy(patch.kana);
  if (patch.branch !== undefined) out.branch = tidy(patch.branch);
  if (patch.department !== undefined) {
    out.department = tidy(patch.department);
    out.department_function = departmentFunction(out.department);
  }
  if (patch.title !== undefined) {
    out.title = tidy(patch.title);
    out.title_rank = out.title === '' ? null : readTitle(out.title).rank;
  }
  if (patch.url !== undefined) out.url = tidy(patch.url);
  if (patch.memo !== undefined) out.memo = patch.memo;
  if (patch.doNotCall !== undefined) out.do_not_call = patch.doNotCall ? 1 : 0;
  return out;
}

function originPatch(patch: LeadPatch): PatchOf<'leads'> {
  return {
    ...(patch.channel === undefined ? {} : { channel: patch.channel }),
    ...(patch.eventName === undefined ? {} : { event_name: tidy(patch.eventName) }),
    ...(patch.acquiredOn === undefined ? {} : { acquired_on: patch.acquiredOn }),
    ...(patch.consentBasis === undefined ? {} : { consent_basis: patch.consentBasis }),
  };
}

const NO_PARTS = { prefecture: '', city: '', street: '', inside: [] };

/** A postal code no machine can read stays as it was typed: a person may. */
function placePatch(patch: LeadPatch, row: StoredLead): PatchOf<'leads'> {
  if (patch.address === undefined && patch.postalCode === undefined) return {};
  const typed = patch.postalCode;
  const read = parseAddress(patch.address ?? row.address, NO_PARTS, typed ?? '');
  const isCode = typed === undefined || parsePostalCode(typed).code !== '' || tidy(typed) === '';
  const postal = isCode ? read.postalCode : tidy(typed);
  return {
    address: read.text,
    prefecture: read.prefecture,
    postal_code: typed === undefined && postal === '' ? row.postal_code : postal,
  };
}

function namePatch(typed: string): PatchOf<'leads'> {
  const name = parseName({ full: typed, last: '', first: '', kana: '', lastKana: '', firstKana: '' });
  return {
    name: name.name,
    name_key: name.key,
    last_name: name.last,
    first_name: name.first,
    last_key: name.lastKey,
  };
}

async function ownerPatch(tx: WriteTx, patch: LeadPatch): Promise<PatchOf<'leads'>> {
  if (patch.ownerUid === undefined) return {};
  if (patch.ownerUid === null) return { owner_id: null };
  const ownerId = await findOwnerId(tx.read, patch.ownerUid);
  if (ownerId === undefined) throw new AppError('NOT_FOUND', { entity: 'member' });
  return { owner_id: ownerId };
}

/** Company, and the affiliation that shows the same company, branch, department and title. */
async function postPatch(
  ctx: Context,
  tx: WriteTx,
  row: StoredLead,
  patch: LeadPatch,
  fields: PatchOf<'leads'>,
): Promise<PatchOf<'leads'>> {
  const before = {
    companyName: row.company_name,
    branch: row.branch,
    department: row.department,
    title: row.title,
  };
  const after = {
    companyName: row.company_name,
    branch: fields.branch ?? row.branch,
    department: fields.department ?? row.department,
    title: fields.title ?? row.title,
  };
  const needsCompany = patch.companyKind !== undefined && row.company_id === null && row.company_name !== '';
  const typed = patch.companyName ?? (needsCompany ? row.company_name : undefined);
  if (typed !== undefined) {
    const lead = { id: row.id, uid: row.uid, post: { ...after, companyName: before.companyName } };
    return await editCompany(ctx, tx, { ...lead, address: fields.address ?? row.address }, typed);
  }
  if (JSON.stringify(before) !== JSON.stringify(after) && row.company_name !== '')
    await editAffiliation(ctx, tx, { id: row.id, post: before }, after);
  return {};
}

async function editTags(ctx: Context, tx: WriteTx, leadId: number, typed: readonly string[]): Promise<void> {
  const wanted = new Set(typed.map(tidy).filter(tag => tag !== ''));
  const rows = await listTagRowsOf(tx.read, leadId);
  for (const row of rows.filter(known => !wanted.has(known.tag))) await tx.remove('lead_tags', row.id);
  const added = [...wanted].filter(tag => !rows.some(known => known.tag === tag));
  await tx.insert(
    'lead_tags',
    added.map(tag => ({ uid: ctx.newId(), lead_id: leadId, tag })),
  );
}
