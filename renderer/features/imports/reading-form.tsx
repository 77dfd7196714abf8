import { NativeSelect } from '@mantine/core';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';
import type { Reading } from './types.ts';

type ReadingFormProps = {
  readonly preview: ImportPreview;
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
};

const encodings = ['utf-8', 'shift_jis', 'utf-16le', 'utf-16be'] as const;
const delimiters = [',', '\t', ';', '|'] as const;
const headerRows = 20;

/** How the file is read, each guess with its reason and a way to change it. */
export function ReadingForm({ preview, reading, onChange }: ReadingFormProps) {
  const { t } = useI18n();
  const { columns: _columns, ...rest } = reading;
  return (
    <div className="reading">
      <span className="small">{t.imports.encoding}</span>
      <NativeSelect
        aria-label={t.imports.encoding}
        value={preview.encoding.value}
        data={encodings.map(value => ({ value, label: t.imports.encodings[value] }))}
        onChange={event => {
          const value = encodings.find(known => known === event.currentTarget.value);
          if (value) onChange({ ...rest, encoding: value });
        }}
      />
      <span className="small muted">
        {codeText(t.imports.encodingReasons, preview.encoding.reason.code, preview.encoding.reason.params)}
        <br />
        {t.imports.sampleHint}
      </span>
      <span className="small">{t.imports.sample}</span>
      <span className="pair clip">
        {(preview.rows[0] ?? [])
          .filter(cell => cell !== '')
          .slice(0, 6)
          .join('　')}
      </span>
      <span className="small">{t.imports.delimiter}</span>
      <span className="pair">
        <NativeSelect
          aria-label={t.imports.delimiter}
          value={preview.delimiter.value}
          data={delimiters.map(value => ({ value, label: t.imports.delimiters[value] }))}
          onChange={event => {
            const value = delimiters.find(known => known === event.currentTarget.value);
            if (value) onChange({ ...rest, delimiter: value });
          }}
        />
        <label>
          <span className="small">{t.imports.headerRow}</span>
          <NativeSelect
            value={String(preview.header.row)}
            data={[
              { value: '0', label: t.imports.headerNone },
              ...Array.from({ length: headerRows }, (_, index) => ({
                value: String(index + 1),
                label: t.imports.headerRowAt(index + 1),
              })),
            ]}
            onChange={event => onChange({ ...rest, headerRow: Number(event.currentTarget.value) })}
          />
        </label>
      </span>
    </div>
  );
}
