import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Day } from '#shared/domain/base/days.ts';
import { typedDay, typedMinute } from '#shared/domain/calendar/typed.ts';
import { formatDayTyped, formatMinute } from '#shared/i18n/format.ts';

type TypedProps<T> = {
  readonly label: string;
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly error?: string | undefined;
};

type FieldProps<T> = TypedProps<T> & {
  readonly read: (text: string) => T | null;
  readonly show: (value: T) => string;
  readonly hint: string;
};

/** Text as typed until the field is left; only then it is put into its usual form, so no input method is disturbed. */
function TypedField<T>({ label, value, onChange, error, read, show, hint }: FieldProps<T>) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? (value === null ? '' : show(value));
  const isUnread = draft !== null && draft.trim() !== '' && value === null;
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      error={isUnread ? hint : error}
      onChange={event => {
        const { value: typed } = event.currentTarget;
        setDraft(typed);
        onChange(read(typed));
      }}
      onBlur={() => {
        if (value !== null || text.trim() === '') setDraft(null);
      }}
    />
  );
}

/** A day typed in any usual form, shown with its weekday once read. */
export function DayField({ today, ...props }: TypedProps<Day> & { readonly today: Day }) {
  const { t, lang } = useI18n();
  return (
    <TypedField
      {...props}
      read={text => typedDay(text, today)}
      show={on => formatDayTyped(on, lang)}
      hint={t.common.dayHint}
    />
  );
}

/** A time of day typed in any usual form; minutes since midnight. */
export function TimeField(props: TypedProps<number>) {
  const { t } = useI18n();
  return <TypedField {...props} read={typedMinute} show={formatMinute} hint={t.common.timeHint} />;
}
