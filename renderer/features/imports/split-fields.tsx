import { MultiSelect } from '@mantine/core';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { fieldsOf, splitCell } from '#shared/domain/imports/split.ts';

type SplitFieldsProps = {
  readonly header: string;
  /** The fields chosen so far, joined as a column's use. */
  readonly value: string;
  readonly fields: readonly string[];
  readonly onChange: (use: string) => void;
};

/** Chooses the fields one cell holds, in their order. Fewer than two are not a split yet and stay a draft. */
export function SplitFields({ header, value, fields, onChange }: SplitFieldsProps) {
  const { t } = useI18n();
  return (
    <MultiSelect
      aria-label={t.imports.splitFields(header)}
      description={t.imports.splitHint}
      searchable
      hidePickedOptions
      maxValues={6}
      data={fields.map(field => ({ value: field, label: codeText(t.imports.fields, field) }))}
      value={fieldsOf(value)}
      onChange={chosen => onChange(chosen.join('+'))}
    />
  );
}

/** The first value of the column as it will be split. */
export function SplitSample({ sample, use }: { readonly sample: string; readonly use: string }) {
  const { t } = useI18n();
  return (
    <dl className="split-sample">
      {splitCell(sample, fieldsOf(use)).map(([field, piece]) => (
        <div key={field}>
          <dt className="muted">{t.imports.fields[field]}</dt>
          <dd>{piece}</dd>
        </div>
      ))}
    </dl>
  );
}
