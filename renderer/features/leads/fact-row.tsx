import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { FactControl, hasKinds, textOfFact } from './fact-control.tsx';
import type { FactField } from './fact-fields.ts';
import type { InlineEdit } from './use-inline-edit.ts';

type FactRowProps = {
  readonly field: FactField;
  readonly edit: InlineEdit;
  readonly before: FactField | undefined;
  readonly after: FactField | undefined;
};

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
  const shown = textOfFact(field, edit.shown(field));
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
            <FactControl field={field} edit={edit} />
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
