import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { formatDay } from '#shared/i18n/format.ts';

type CodeProps = { readonly number: string; readonly onOpen: (code: string) => void };

/** The number of a list, typed or scanned: a scanner begins with L, which brings it here from anywhere on the page. */
export function ListCodeField({ number, onOpen }: CodeProps) {
  const { t } = useI18n();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const begin = (first: string): void => {
    setText(first);
    field.current?.focus();
  };
  useKeys([
    { keys: 'l', label: t.callEntry.keys.list, run: () => begin('') },
    { keys: 'shift+l', label: t.callEntry.keys.list, run: () => begin('L') },
  ]);
  const open = (): void => {
    if (text === null || text.trim() === '') return;
    onOpen(text);
    setText(null);
    field.current?.blur();
  };
  return (
    <form
      className="entry-code"
      onSubmit={event => {
        event.preventDefault();
        open();
      }}
    >
      <TextInput
        ref={field}
        label={t.callEntry.code}
        title={t.callEntry.codeHint}
        autoComplete="off"
        value={text ?? number}
        onFocus={event => event.currentTarget.select()}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Escape') return;
          setText(null);
          event.currentTarget.blur();
        }}
      />
      <Button type="submit">{t.callEntry.openList}</Button>
    </form>
  );
}

type DaysProps = {
  readonly days: readonly Day[];
  readonly value: Day;
  readonly onChange: (on: Day) => void;
};

/** The days a call on the paper can have been made on. */
export function EntryDays({ days, value, onChange }: DaysProps) {
  const { t, lang } = useI18n();
  const move = (step: number): void => {
    const next = days[days.indexOf(value) + step];
    if (next !== undefined) onChange(next);
  };
  useKeys([
    { keys: 'ArrowLeft', label: t.callEntry.keys.day, run: () => move(-1) },
    { keys: 'ArrowRight', label: t.callEntry.keys.day, run: () => move(1) },
  ]);
  return (
    <fieldset className="entry-days">
      <legend>{t.callEntry.day}</legend>
      {days.map(on => (
        <Button
          key={on}
          variant={on === value ? 'filled' : 'default'}
          aria-pressed={on === value}
          onClick={event => {
            onChange(on);
            event.currentTarget.blur();
          }}
        >
          {formatDay(on, lang)}
        </Button>
      ))}
    </fieldset>
  );
}
