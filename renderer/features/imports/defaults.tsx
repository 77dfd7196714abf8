import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { DEFAULT_FIELDS, type Defaults } from '#shared/domain/imports/defaults.ts';

type DefaultsFormProps = {
  readonly defaults: Defaults;
  readonly onChange: (defaults: Defaults) => void;
};

/** Values for fields a row leaves empty, such as the company of a list that has none. */
export function DefaultsForm({ defaults, onChange }: DefaultsFormProps) {
  const { t } = useI18n();
  const [field, setField] = useState<(typeof DEFAULT_FIELDS)[number]>(DEFAULT_FIELDS[0]);
  const [text, setText] = useState('');
  const given = DEFAULT_FIELDS.flatMap(known => {
    const value = defaults[known];
    return value === undefined ? [] : [{ known, value }];
  });
  const add = (): void => {
    onChange({ ...defaults, [field]: text.trim() });
    setText('');
  };
  return (
    <Section title={t.imports.defaults} note={t.imports.defaultsNote}>
      {given.map(({ known, value }) => (
        <p key={known} className="default-value">
          <span>{codeText(t.imports.fields, known)}</span>
          <b>{value}</b>
          <Button
            size="xs"
            aria-label={t.imports.defaultRemove(codeText(t.imports.fields, known))}
            onClick={() => {
              const { [known]: _gone, ...rest } = defaults;
              onChange(rest);
            }}
          >
            {t.imports.leaveOut}
          </Button>
        </p>
      ))}
      <div className="default-form">
        <NativeSelect
          aria-label={t.imports.defaultField}
          value={field}
          data={DEFAULT_FIELDS.map(value => ({ value, label: codeText(t.imports.fields, value) }))}
          onChange={event => {
            const chosen = DEFAULT_FIELDS.find(known => known === event.currentTarget.value);
            if (chosen) setField(chosen);
          }}
        />
        <TextInput
          aria-label={t.imports.defaultValue}
          value={text}
          maxLength={200}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Button disabled={text.trim() === ''} onClick={add}>
          {t.imports.defaultAdd}
        </Button>
      </div>
    </Section>
  );
}
