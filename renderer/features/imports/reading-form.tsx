import { NativeSelect } from '@mantine/core';
import { Keycap } from '#renderer/components/keycap.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';
import type { Reading } from './types.ts';

type ReadingFormProps = {
  readonly preview: ImportPreview;
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
};

/** In the order the key goes through them. */
export const encodings = ['utf-8', 'shift_jis', 'utf-16le', 'utf-16be'] as const;
export const delimiters = [',', '\t', ';', '|'] as const;
export const headerRows = 20;

/** How the file is read, each guess with its reason and a way to change it. What the format settles is not asked. */
export function ReadingForm(props: ReadingFormProps) {
  return (
    <div className="reading">
      <EncodingChoice {...props} />
      <SheetChoice {...props} />
      <Sample {...props} />
      <LayoutChoice {...props} />
      <DateOrderChoice {...props} />
    </div>
  );
}

const orders = ['mdy', 'dmy'] as const;

/** Asked once for the file, and only when its dates do not tell. */
function DateOrderChoice({ preview, reading, onChange }: ReadingFormProps) {
  const { t } = useI18n();
  const doubt = preview.notes.find(note => note.code === 'dateAmbiguous');
  if (doubt === undefined && reading.dateOrder === undefined) return null;
  return (
    <>
      <span className="small">{t.imports.dateOrder}</span>
      <NativeSelect
        aria-label={t.imports.dateOrder}
        value={reading.dateOrder ?? 'mdy'}
        data={orders.map(value => ({ value, label: t.imports.dateOrders[value] }))}
        onChange={event => {
          const value = orders.find(known => known === event.currentTarget.value);
          if (value) onChange({ ...reading, dateOrder: value });
        }}
      />
      <span className="small warn">{doubt ? t.imports.dateOrderHint(doubt.samples[0]?.text ?? '') : ''}</span>
    </>
  );
}

function EncodingChoice({ preview: { encoding }, reading, onChange }: ReadingFormProps) {
  const { t } = useI18n();
  const { columns: _columns, ...rest } = reading;
  if (encoding === null) return null;
  return (
    <>
      <span className="small with-key">
        {t.imports.encoding} <Keycap keys="e" />
      </span>
      <NativeSelect
        aria-label={t.imports.encoding}
        value={encoding.value}
        data={encodings.map(value => ({ value, label: t.imports.encodings[value] }))}
        onChange={event => {
          const value = encodings.find(known => known === event.currentTarget.value);
          if (value) onChange({ ...rest, encoding: value });
        }}
      />
      <span className="small muted">
        {codeText(t.imports.encodingReasons, encoding.reason.code, encoding.reason.params)}
        <br />
        {t.imports.sampleHint}
      </span>
    </>
  );
}

/** Another sheet is another table: choices about columns and header do not carry over. */
function SheetChoice({ preview: { sheet }, onChange }: ReadingFormProps) {
  const { t } = useI18n();
  if (sheet === null) return null;
  return (
    <>
      <span className="small">{t.imports.sheet}</span>
      <NativeSelect
        aria-label={t.imports.sheet}
        value={sheet.value}
        data={sheet.names}
        onChange={event => onChange({ sheet: event.currentTarget.value })}
      />
      <span className="small muted">
        {codeText(t.imports.sheetReasons, sheet.reason.code, sheet.reason.params)}
      </span>
    </>
  );
}

function Sample({ preview }: ReadingFormProps) {
  const { t } = useI18n();
  return (
    <>
      <span className="small">{t.imports.sample}</span>
      <span className="pair clip">
        {(preview.rows[0] ?? [])
          .filter(cell => cell !== '')
          .slice(0, 6)
          .join('　')}
      </span>
    </>
  );
}

function LayoutChoice({ preview, reading, onChange }: ReadingFormProps) {
  const { t } = useI18n();
  const { columns: _columns, ...rest } = reading;
  const rows = [
    { value: '0', label: t.imports.headerNone },
    ...Array.from({ length: Math.max(headerRows, preview.header.row) }, (_, index) => ({
      value: String(index + 1),
      label: t.imports.headerRowAt(index + 1),
    })),
  ];
  if (preview.product?.code === 'vcard') return null;
  return (
    <>
      <span className="small with-key">
        {preview.delimiter === null ? t.imports.headerRow : t.imports.delimiter}{' '}
        <Keycap keys={preview.delimiter === null ? 'h' : 'd'} />
      </span>
      <span className="pair">
        {preview.delimiter === null ? null : (
          <NativeSelect
            aria-label={t.imports.delimiter}
            value={preview.delimiter.value}
            data={delimiters.map(value => ({ value, label: t.imports.delimiters[value] }))}
            onChange={event => {
              const value = delimiters.find(known => known === event.currentTarget.value);
              if (value) onChange({ ...rest, delimiter: value });
            }}
          />
        )}
        <label>
          {preview.delimiter === null ? null : (
            <span className="small with-key">
              {t.imports.headerRow} <Keycap keys="h" />
            </span>
          )}
          <NativeSelect
            aria-label={t.imports.headerRow}
            value={String(preview.header.row)}
            data={rows}
            onChange={event => onChange({ ...rest, headerRow: Number(event.currentTarget.value) })}
          />
        </label>
      </span>
    </>
  );
}
