import { type KeyboardEvent, useEffect, useRef } from 'react';
import { FactControl } from './fact-control.tsx';
import type { FactField } from './fact-fields.ts';
import type { InlineEdit } from './use-inline-edit.ts';

type CellEditProps = {
  readonly field: FactField;
  readonly edit: InlineEdit;
  /** Where Tab goes (1) or Shift+Tab (-1). */
  readonly onNext: (field: FactField, by: 1 | -1) => void;
  /** Back to the list. */
  readonly onLeave: () => void;
};

/** A cell being typed in: Enter saves, Tab saves and goes on, Esc gives up. */
export function CellEdit({ field, edit, onNext, onLeave }: CellEditProps) {
  const box = useRef<HTMLDivElement>(null);
  const hasFocus = edit.focus === field.key;
  useEffect(() => {
    if (!hasFocus) return;
    const element = box.current?.querySelector<HTMLElement>('input, select');
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
  }, [hasFocus]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      edit.giveUp(field.key);
      onLeave();
    } else if (event.key === 'Enter') {
      if (edit.commit(field, null)) onLeave();
    } else if (event.key === 'Tab') onNext(field, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      role="presentation"
      className="cell-edit"
      onKeyDown={onKeyDown}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) edit.commit(field);
      }}
    >
      <FactControl field={field} edit={edit} />
    </div>
  );
}
