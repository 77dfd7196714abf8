import { type ComboboxItem, Select } from '@mantine/core';
import { useMemo } from 'react';
import { columnText } from '#renderer/lib/column-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { foldKey } from '#shared/domain/base/text.ts';

type FieldPickerProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Codes a column can go to, in the order shown. */
  readonly fields: readonly string[];
  readonly onChange: (field: string) => void;
};

/** Chooses where a column goes; a few letters find the field, in any spelling. */
export function FieldPicker({ label, hint, value, fields, onChange }: FieldPickerProps) {
  const { t } = useI18n();
  const codes = fields.join(' ');
  // A new list would put what is being typed back to the chosen field.
  const items = useMemo(
    () => codes.split(' ').map(field => ({ value: field, label: columnText(t, field) })),
    [codes, t],
  );
  return (
    <Select
      aria-label={label}
      title={hint}
      searchable
      allowDeselect={false}
      value={value}
      data={items}
      nothingFoundMessage={t.imports.noField}
      maxDropdownHeight={260}
      filter={({ options, search }) => {
        const wanted = foldKey(search);
        return (options as ComboboxItem[]).filter(option =>
          foldKey(`${option.label} ${option.value}`).includes(wanted),
        );
      }}
      onChange={field => {
        if (field !== null) onChange(field);
      }}
    />
  );
}
