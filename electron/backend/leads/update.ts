import { setKinds } from '#electron/backend/companies/set-kinds.ts';
import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { tidy } from '#shared/domain/base/text.ts';
import { departmentFunction } from '#shared/domain/leads/departments.ts';
import { parseEmails } from '#shared/domain/leads/emails.ts';
import { parseName } from '#shared/domain/leads/names.ts';
import { parsePhones } from '#shared/domain/leads/phones.ts';
import { readTitle } from '#shared/domain/leads/titles.ts';
import { leadIdOf } from './leads.ts';
import { refreshLeads } from './refresh.ts';
import { findLeadForEdit, findOwnerId, listPoints } from './write.repo.ts';

type Patch = InputOf<'leads', 'update'>['patch'];

/** Changes fields of one lead, cleaned like an imported card. Throws NOT_FOUND, ADDRESS_INVALID, LEAD_NEEDS_NAME. */
export async function updateLead(
  ctx: Context,
  input: InputOf<'leads', 'update'>,
): Promise<OutputOf<'leads', 'update'>> {
  const leadId = await leadIdOf(ctx, input.uid);
  const operationUid = ctx.newId();
  const data = { fields: Object.keys(input.patch).join(',') };
  await ctx.write({ kind: 'leads.update', data, uid: operationUid }, async tx => {
    const row = await findLeadForEdit(tx.read, leadId);
    const patch = { ...textPatch(input.patch), ...(await ownerPatch(tx, input.patch)) };
    if (
      (patch.company_name ?? row.company_name) === '' &&
      (patch.name ?? `${row.last_name}${row.first_name}`) === ''
    )
      throw new AppError('LEAD_NEEDS_NAME', {});
    await tx.update('leads', leadId, { ...patch, updated_at: tx.at });
    if (input.patch.email !== undefined) await replaceEmail(ctx, tx, leadId, input.patch.email);
    if (input.patch.phone !== undefined) await replacePhone(ctx, tx, leadId, input.patch.phone);
    const kind = input.patch.companyKind;
    if (kind && row.company_id !== null) await setKinds(ctx, tx, [row.company_id], kind);
    await refreshLeads(ctx, tx, [leadId]);
  });
  return { operationUid };
}

function textPatch(patch: Patch): PatchOf<'leads'> {
  const out: PatchOf<'leads'> = {};
  if (patch.companyName !== undefined) out.company_name = tidy(patch.companyName);
  if (patch.name !== undefined) Object.assign(out, namePatch(patch.name));
  if (patch.kana !== undefined) out.kana = tidy(patch.kana);
  if (patch.department !== undefined) {
    out.department = tidy(patch.department);
    out.department_function = departmentFunction(out.department);
  }
  if (patch.title !== undefined) {
    out.title = tidy(patch.title);
    out.title_rank = out.title === '' ? null : readTitle(out.title).rank;
  }
  if (patch.memo !== undefined) out.memo = patch.memo;
  if (patch.doNotCall !== undefined) out.do_not_call = patch.doNotCall ? 1 : 0;
  return out;
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

async function ownerPatch(tx: WriteTx, patch: Patch): Promise<PatchOf<'leads'>> {
  if (patch.ownerUid === undefined) return {};
  if (patch.ownerUid === null) return { owner_id: null };
  const ownerId = await findOwnerId(tx.read, patch.ownerUid);
  if (ownerId === undefined) throw new AppError('NOT_FOUND', { entity: 'member' });
  return { owner_id: ownerId };
}

/** The shown address is the first e-mail point; editing it replaces that one and leaves the others. */
async function replaceEmail(ctx: Context, tx: WriteTx, leadId: number, typed: string): Promise<void> {
  const [email] = parseEmails(typed).emails;
  if (!email && typed.trim() !== '') throw new AppError('ADDRESS_INVALID', {});
  await replacePoint(ctx, tx, leadId, ['email'], email && { ...email, kind: 'email', ext: '' });
  await tx.update('leads', leadId, { email: email?.value ?? '' });
}

async function replacePhone(ctx: Context, tx: WriteTx, leadId: number, typed: string): Promise<void> {
  const [phone] = parsePhones(typed, 'main').phones;
  const kinds = ['main', 'direct', 'department', 'mobile'];
  await replacePoint(ctx, tx, leadId, kinds, phone && { ...phone, isRole: false });
  await tx.update('leads', leadId, { phone: phone?.value ?? '' });
}

interface NewPoint {
  kind: string;
  value: string;
  key: string;
  ext: string;
  isRole: boolean;
}

async function replacePoint(
  ctx: Context,
  tx: WriteTx,
  leadId: number,
  kinds: readonly string[],
  point: NewPoint | undefined,
): Promise<void> {
  const first = (await listPoints(tx.read, leadId)).find(known => kinds.includes(known.kind));
  if (!point) {
    if (first) await tx.remove('contact_points', first.id);
    return;
  }
  const row = {
    kind: point.kind,
    value: point.value,
    key: point.key,
    ext: point.ext,
    is_role: point.isRole ? 1 : 0,
  } as const;
  if (first) await tx.update('contact_points', first.id, row);
  else await tx.insert('contact_points', [{ uid: ctx.newId(), lead_id: leadId, position: 0, ...row }]);
}
