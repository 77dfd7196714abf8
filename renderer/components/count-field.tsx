import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';

type CountFieldProps = Pick<TextInputProps, 'label' | 'description' | 'aria-label' | 'className' | 'size'> & {
  readonly value: number;
  readonly bounds: { readonly min: number; readonly max: number };
  /** NaN for what is no whole number. */
  readonly onChange: (value: number) => void;
};

const readCount = (text: string): number => {
  const plain = text.normalize('NFKC').trim();
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
};

/** A whole number as it is typed, full width or not. Out of its bounds the field says what it takes, and changes nothing. */
export function CountField({ value, bounds, onChange, ...shown }: CountFieldProps) {
  const { t } = useI18n();
  const [draft, setDraft] = useState<string | null>(null);
  const isTyped = draft !== null && Object.is(readCount(draft), value);
  const isWithin = value >= bounds.min && value <= bounds.max;
  return (
    <TextInput
      {...shown}
      inputMode="numeric"
      autoComplete="off"
      value={isTyped ? draft : String(value)}
      error={isWithin ? null : t.common.countHint(bounds.min, bounds.max)}
      onChange={event => {
        setDraft(event.currentTarget.value);
        onChange(readCount(event.currentTarget.value));
      }}
      onBlur={() => isWithin && setDraft(null)}
    />
  );
}
