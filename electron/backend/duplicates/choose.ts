import type { PatchOf } from '#electron/backend/db/access.ts';
import type { Day } from '#shared/domain/base/days.ts';
import {
  type ComparedPerson,
  MERGE_FIELDS,
  type MergeChoices,
  type MergeField,
  suggestChoices,
  unitedMemo,
} from '#shared/domain/duplicates/choices.ts';
import { competingNext, type Standpoint } from '#shared/domain/journey/competing.ts';
import type { LeadRecord } from './merge.repo.ts';

/** The columns a field stands for: they go together. */
const COLUMNS: Record<MergeField, readonly (keyof LeadRecord)[]> = {
  name: ['name', 'name_key', 'last_name', 'first_name', 'last_key'],
  kana: ['kana'],
  company: ['company_id', 'company_name', 'branch'],
  department: ['department', 'department_function'],
  title: ['title', 'title_rank'],
  email: ['email'],
  phone: ['phone'],
  address: ['postal_code', 'prefecture', 'address'],
  url: ['url'],
  owner: ['owner_id'],
  acquisition: ['channel', 'event_name', 'acquired_on'],
  consent: ['consent_basis'],
};

/** A person as the choice of fields sees them. `cardOn`: the day of their newest dated card. */
export const comparedPerson = (
  row: LeadRecord,
  cardOn: Day | null,
  ownerName: (id: number) => string,
): ComparedPerson => ({
  values: {
    name: row.name,
    kana: row.kana,
    company: `${row.company_name} ${row.branch}`.trim(),
    department: row.department,
    title: row.title,
    email: row.email,
    phone: row.phone,
    address: `${row.postal_code} ${row.address || row.prefecture}`.trim(),
    url: row.url,
    owner: row.owner_id === null ? '' : ownerName(row.owner_id),
    acquisition: `${row.acquired_on} ${row.channel} ${row.event_name}`.trim(),
    consent: row.consent_basis,
  },
  seenOn: cardOn ?? row.acquired_on,
  acquiredOn: row.acquired_on,
});

const standpoint = (row: LeadRecord): Standpoint => ({
  stage: row.stage,
  nextKind: row.next_kind,
  nextOn: row.next_on,
  nextAt: row.next_at,
  nextReason: row.next_reason,
});

const earliest = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a);

/** What the survivor's row becomes. `asked` overrides what would be proposed; forbidden calls stay forbidden. */
export function mergedRow(
  survivor: LeadRecord,
  other: LeadRecord,
  cardDays: ReadonlyMap<number, Day>,
  asked: Partial<MergeChoices>,
): PatchOf<'leads'> {
  const person = (row: LeadRecord) => comparedPerson(row, cardDays.get(row.id) ?? null, String);
  const choices = { ...suggestChoices(person(survivor), person(other)), ...asked };
  const columns = MERGE_FIELDS.filter(field => choices[field] === 'other').flatMap(field => COLUMNS[field]);
  const doNotCall = survivor.do_not_call === 1 || other.do_not_call === 1;
  const next = competingNext(standpoint(survivor), standpoint(other), doNotCall);
  const heading = [other.acquired_on, other.event_name].filter(part => part !== '').join(' ');
  return {
    ...Object.fromEntries(columns.map(column => [column, other[column]])),
    memo: unitedMemo(survivor.memo, other.memo, heading),
    external_id: survivor.external_id ?? other.external_id,
    do_not_call: doNotCall ? 1 : 0,
    stage: next.stage,
    next_kind: next.nextKind,
    next_on: next.nextOn,
    next_at: next.nextAt,
    next_reason: next.nextReason,
    appointment_on: earliest(survivor.appointment_on, other.appointment_on),
    meeting_on: earliest(survivor.meeting_on, other.meeting_on),
    accepted_on: earliest(survivor.accepted_on, other.accepted_on),
  };
}
