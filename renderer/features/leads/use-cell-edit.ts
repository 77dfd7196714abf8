import { useRef } from 'react';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { type FactField, isTypedColumn, rowFields } from './fact-fields.ts';
import { useMembers } from './queries.ts';
import type { InlineEdit } from './use-inline-edit.ts';

type CellEditInput = {
  readonly edit: InlineEdit;
  readonly shown: readonly ListColumn[];
  readonly current: number;
  readonly rowAt: (index: number) => LeadRow | undefined;
  readonly onCurrent: (index: number) => void;
  /** Gives the focus back to the list. */
  readonly onLeave: () => void;
  /** In the trash there is nothing to mend. */
  readonly isOff: boolean;
};

export type CellEditing = {
  readonly edit: InlineEdit;
  readonly fieldsOf: (row: LeadRow) => ReadonlyMap<ListColumn, FactField>;
  readonly canEdit: (column: ListColumn | null) => column is ListColumn;
  /** Begins in this column, or in the one typed in last. */
  readonly start: (index: number, column?: ListColumn) => void;
  /** Saves, and goes on to the next cell: of this row, or else of the row after. */
  readonly next: (index: number, field: FactField, by: 1 | -1) => void;
  readonly leave: () => void;
  /** Something of the row is being typed, or was typed and is not read anew. */
  readonly isTouched: (row: LeadRow) => boolean;
};

const columnOf = ({ key }: FactField): string => key.slice(key.lastIndexOf(':') + 1);

/** Typing in the cells of the list: F2 or a double click begins, Tab goes on through the rows. */
export function useCellEdit(input: CellEditInput): CellEditing {
  const { edit, shown, current, rowAt, onCurrent, onLeave, isOff } = input;
  const { t, lang } = useI18n();
  const today = useStatus()?.today;
  const members = useMembers();
  const lastColumn = useRef('');
  const fieldsOf = (row: LeadRow): ReadonlyMap<ListColumn, FactField> =>
    today === undefined ? new Map() : rowFields(row, shown, { t, lang, today, members });
  const listOf = (index: number): FactField[] => {
    const row = rowAt(index);
    return row ? [...fieldsOf(row).values()] : [];
  };
  const open = (index: number, field: FactField): void => {
    lastColumn.current = columnOf(field);
    onCurrent(index);
    edit.open(field);
  };
  const start = (index: number, column?: ListColumn): void => {
    const fields = isOff ? [] : listOf(index);
    const wanted = column ?? lastColumn.current;
    const field = fields.find(one => columnOf(one) === wanted) ?? fields[0];
    if (field) open(index, field);
  };
  const next = (index: number, field: FactField, by: 1 | -1): void => {
    const beside = listOf(index).findIndex(one => one.key === field.key) + by;
    const here = beside < 0 ? undefined : listOf(index)[beside];
    const after = here ?? listOf(index + by).at(by === 1 ? 0 : -1);
    if (!edit.commit(field, null)) return;
    if (after) open(here ? index : index + by, after);
    else onLeave();
  };
  const keys = ['F2', 'e'].map(key => ({ keys: key, label: t.leadPage.edit, run: () => start(current) }));
  useKeys(isOff ? [] : keys);
  const touched = new Set(
    [...edit.drafts.keys(), ...edit.sent].map(key => key.slice(0, key.lastIndexOf(':'))),
  );
  return {
    edit,
    fieldsOf,
    canEdit: (column): column is ListColumn => !isOff && column !== null && isTypedColumn(column),
    start,
    next,
    leave: onLeave,
    isTouched: row => touched.has(row.uid),
  };
}
