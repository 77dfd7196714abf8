import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type FactField, joinPoint, splitPoint } from './fact-fields.ts';
import type { InlineEdit } from './use-inline-edit.ts';

/** How a fact is shown. */
export const textOfFact = (field: FactField, value: string): string => {
  if (field.control === 'point') return splitPoint(value).text;
  return field.options?.find(option => option.value === value)?.label ?? value;
};

/** A number can be of several kinds; an address only of one. */
export const hasKinds = (field: FactField): boolean =>
  field.control === 'point' && (field.options?.length ?? 0) > 1;

/** The control a fact is typed in. The first control of it takes the focus. */
export function FactControl({ field, edit }: { readonly field: FactField; readonly edit: InlineEdit }) {
  const { t } = useI18n();
  const draft = edit.drafts.get(field.key) ?? '';
  const error = edit.errors.get(field.key);
  const type = (typed: string): void => edit.type(field.key, typed);
  const label = { 'aria-label': field.label, error, size: 'xs' } as const;
  if (field.control === 'area')
    return <Textarea {...label} rows={4} value={draft} onChange={event => type(event.currentTarget.value)} />;
  if (field.control === 'select')
    return (
      <NativeSelect
        {...label}
        data={[...(field.options ?? [])]}
        value={draft}
        onChange={event => type(event.currentTarget.value)}
      />
    );
  if (field.control === 'line')
    return (
      <TextInput
        {...label}
        description={field.hint}
        value={draft}
        onChange={event => type(event.currentTarget.value)}
      />
    );
  const { kind, text } = splitPoint(draft);
  return (
    <span className="fact-point" data-kinds={hasKinds(field) || undefined}>
      <TextInput
        {...label}
        value={text}
        onChange={event => type(joinPoint(kind, event.currentTarget.value))}
      />
      {hasKinds(field) ? (
        <NativeSelect
          aria-label={`${field.label} ${t.leadPage.pointKind}`}
          size="xs"
          data={[...(field.options ?? [])]}
          value={kind}
          onChange={event => type(joinPoint(event.currentTarget.value, text))}
        />
      ) : null}
    </span>
  );
}
