import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { LeadPatch } from '#shared/contract/lead-edit.ts';
import { parseEmails } from '#shared/domain/leads/emails.ts';
import { type ContactPoint, primaries } from '#shared/domain/leads/merge-card.ts';
import { parsePhones } from '#shared/domain/leads/phones.ts';
import { listPoints, type StoredPoint } from './write.repo.ts';

type Typed = NonNullable<LeadPatch['points']>[number];
type Wanted = ContactPoint & { row: StoredPoint | undefined };

/**
 * Makes a lead's numbers and addresses those typed, and returns which are shown first. What was not touched stays as it
 * is, readable or not. Throws ADDRESS_INVALID, PHONE_INVALID.
 */
export async function editPoints(
  ctx: Context,
  tx: WriteTx,
  leadId: number,
  patch: LeadPatch,
): Promise<PatchOf<'leads'>> {
  const rows = await listPoints(tx.read, leadId);
  const typed = patch.points ?? withPoint(rows, patch.point) ?? withShown(rows, patch);
  if (typed === undefined) return {};
  const wanted = unique(typed.flatMap(point => cleaned(point, rows)));
  for (const row of rows.filter(known => !wanted.some(point => point.row === known)))
    await tx.remove('contact_points', row.id);
  for (const [position, { row, ...point }] of wanted.entries()) {
    const columns = {
      kind: point.kind,
      value: point.value,
      key: point.key,
      ext: point.ext,
      is_role: point.isRole ? (1 as const) : (0 as const),
      position,
    };
    if (row) await tx.update('contact_points', row.id, columns);
    else await tx.insert('contact_points', [{ uid: ctx.newId(), lead_id: leadId, ...columns }]);
  }
  return primaries(wanted);
}

const typedOf = (rows: readonly StoredPoint[]): Typed[] =>
  rows.map(row => ({ uid: row.uid, kind: row.kind, value: row.value, ext: row.ext }));

/** All of them, with this one in its place or at the end. */
function withPoint(rows: readonly StoredPoint[], point: Typed | undefined): Typed[] | undefined {
  if (point === undefined) return undefined;
  const all = typedOf(rows);
  const isKnown = all.some(known => known.uid === point.uid);
  return isKnown ? all.map(known => (known.uid === point.uid ? point : known)) : [...all, point];
}

/** The address and the number shown first, typed anew in their places; undefined when neither was. */
function withShown(rows: readonly StoredPoint[], { email, phone }: LeadPatch): Typed[] | undefined {
  if (email === undefined && phone === undefined) return undefined;
  const all = typedOf(rows);
  const shown = primaries(rows);
  const replace = (kind: 'email' | 'main', value: string | undefined, now: string): Typed[] => {
    if (value === undefined) return [];
    const place = all.find(
      point => (point.kind === 'email') === (kind === 'email') && point.value === now && now !== '',
    );
    if (!place) return [{ uid: null, kind, value, ext: '' }];
    place.value = value;
    return [];
  };
  const added = [...replace('email', email, shown.email), ...replace('main', phone, shown.phone)];
  return [...all, ...added];
}

/** What was typed into one field: none when it is blank, several when it holds several. */
function cleaned(typed: Typed, rows: readonly StoredPoint[]): Wanted[] {
  const row = rows.find(known => known.uid === typed.uid);
  if (typed.value.trim() === '') return [];
  if (row && row.value === typed.value && row.kind === typed.kind && row.ext === typed.ext)
    return [{ kind: row.kind, value: row.value, key: row.key, ext: row.ext, isRole: row.isRole, row }];
  const points = typed.kind === 'email' ? emailPoints(typed.value) : phonePoints(typed, row);
  return points.map((point, i) => ({ ...point, row: i === 0 ? row : undefined }));
}

function emailPoints(typed: string): ContactPoint[] {
  const { emails, unreadable } = parseEmails(typed);
  if (emails.length === 0 || unreadable.length > 0) throw new AppError('ADDRESS_INVALID', {});
  return emails.map(email => ({ ...email, kind: 'email' as const, ext: '' }));
}

/** The kind somebody chose wins over what number and label suggest; a new number of the first kind is told by its prefix. */
function phonePoints(typed: Typed, row: StoredPoint | undefined): ContactPoint[] {
  const kind = typed.kind === 'email' ? 'main' : typed.kind;
  const { phones, unreadable } = parsePhones(typed.value, kind);
  if (phones.length === 0 || unreadable.length > 0) throw new AppError('PHONE_INVALID', {});
  const isChosen = row === undefined ? kind !== 'main' : row.kind !== kind;
  return phones.map(phone => ({
    kind: isChosen ? kind : phone.kind,
    value: phone.value,
    key: phone.key,
    ext: typed.ext.normalize('NFKC').trim() || phone.ext,
    isRole: false,
  }));
}

const unique = (points: readonly Wanted[]): Wanted[] =>
  points.filter(
    (point, i) =>
      points.findIndex(
        other =>
          (other.kind === 'email') === (point.kind === 'email') &&
          (other.key || other.value) === (point.key || point.value) &&
          other.ext === point.ext,
      ) === i,
  );
