import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type FactField, joinPoint, splitPoint } from './fact-fields.ts';
import type { InlineEdit } from './use-inline-edit.ts';

type FactRowProps = {
  readonly field: FactField;
  readonly edit: InlineEdit;
  readonly before: FactField | undefined;
  readonly after: FactField | undefined;
};

const textOf = (field: FactField, value: string): string => {
  if (field.control === 'point') return splitPoint(value).text;
  return field.options?.find(option => option.value === value)?.label ?? value;
};

/** A number can be of several kinds; an address only of one. */
const hasKinds = (field: FactField): boolean => field.control === 'point' && (field.options?.length ?? 0) > 1;

/** The control a fact is typed in. The first control of it takes the focus. */
function Control({ field, edit }: Pick<FactRowProps, 'field' | 'edit'>) {
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

/** One fact: shown as a button, typed in its place. Enter or F2 edits, Enter saves, Tab saves and goes on, Esc gives up. */
export function FactRow({ field, edit, before, after }: FactRowProps) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const isEditing = edit.drafts.has(field.key);
  const hasFocus = edit.focus === field.key;
  useEffect(() => {
    const element = box.current?.querySelector<HTMLElement>(isEditing ? 'input, textarea, select' : 'button');
    if (!hasFocus) return;
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
  }, [hasFocus, isEditing]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isEditing) {
      if (event.key !== 'F2') return;
      event.preventDefault();
      edit.open(field);
      return;
    }
    const isArea = event.target instanceof HTMLTextAreaElement;
    // Within a number and its kind, Tab goes from one to the other first.
    const isInside = hasKinds(field) && event.target instanceof HTMLInputElement !== event.shiftKey;
    if (event.key === 'Escape') edit.giveUp(field.key);
    else if (event.key === 'Enter' && (!isArea || event.ctrlKey || event.metaKey)) edit.commit(field, null);
    else if (event.key === 'Tab' && !isInside) edit.commit(field, (event.shiftKey ? before : after) ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = textOf(field, edit.shown(field));
  return (
    <div className="fact">
      <dt>{field.key === 'point:new' && !isEditing ? '' : field.label}</dt>
      <dd>
        <div
          ref={box}
          role="presentation"
          onKeyDown={onKeyDown}
          onBlur={event => {
            if (isEditing && !event.currentTarget.contains(event.relatedTarget)) edit.commit(field);
          }}
        >
          {isEditing ? (
            <Control field={field} edit={edit} />
          ) : (
            <button
              type="button"
              className="fact-value"
              aria-label={field.key === 'point:new' ? field.label : t.leadPage.editFact(field.label, shown)}
              onClick={() => edit.open(field)}
            >
              {field.key === 'point:new' ? (
                <span className="fact-add">{field.label}</span>
              ) : shown === '' ? (
                <span className="muted">{t.common.unknown}</span>
              ) : (
                shown
              )}
            </button>
          )}
        </div>
      </dd>
    </div>
  );
}
