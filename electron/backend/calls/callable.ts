import type { Instant } from '#shared/domain/base/days.ts';
import { type Barrier, callable, type Phoneable } from '#shared/domain/calls/callable.ts';

/** What the store knows of a person that decides whether they may be phoned. */
export interface PhoneableRow {
  trashed_at: Instant | null;
  stage: string;
  company_kind: string | null;
  do_not_call: 0 | 1;
  phone: string;
}

export const phoneable = (row: PhoneableRow): Phoneable => ({
  trashed: row.trashed_at !== null,
  closed: row.stage !== 'open',
  companyKind: row.company_kind ?? 'prospect',
  doNotCall: row.do_not_call === 1,
  phone: row.phone !== '',
});

/** A row of a list, with nothing of a person who was erased. */
type ListedRow = { [K in keyof PhoneableRow]: PhoneableRow[K] | null };

/** Why the person of a row may not be phoned any more, or null; `kinds` of the list they stand on. */
export const barrierOf = (row: ListedRow, kinds: readonly string[]): Barrier | null => {
  const { stage, do_not_call, phone } = row;
  const isThere = stage !== null && do_not_call !== null && phone !== null;
  return callable(isThere ? phoneable({ ...row, stage, do_not_call, phone }) : null, kinds);
};
