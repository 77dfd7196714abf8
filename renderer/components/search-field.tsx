import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';

type SearchFieldProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
};

const settleMs = 150;

/** A search field that waits for the end of a conversion: half-typed kana never searches. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const { t } = useI18n();
  const [text, setText] = useState(value);
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (next: string, wait: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next), wait);
  };
  const type = (next: string): void => {
    setText(next);
    if (!isComposing.current) search(next, settleMs);
  };
  return (
    <TextInput
      type="search"
      className="search-field"
      aria-label={label}
      placeholder={placeholder}
      data-page-search
      value={text}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={t.common.clear}
            onClick={() => {
              setText('');
              search('', 0);
            }}
          />
        )
      }
      onChange={event => type(event.currentTarget.value)}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={event => {
        isComposing.current = false;
        type(event.currentTarget.value);
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') search(text, 0);
      }}
    />
  );
}

/** Moves the focus to the search field of this screen. */
export const focusPageSearch = (): void =>
  document.querySelector<HTMLInputElement>('input[data-page-search]')?.focus();
