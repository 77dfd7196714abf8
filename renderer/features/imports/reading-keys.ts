import { useI18n } from '#renderer/lib/i18n.tsx';
import type { KeyBinding } from '#renderer/lib/keys.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { delimiters, encodings, headerRows } from './reading-form.tsx';
import type { Reading } from './types.ts';

const after = <T>(all: readonly T[], now: T): T => all[(all.indexOf(now) + 1) % all.length] ?? now;

/** One key each for encoding, separator and header row: the next choice, shown at once. */
export function useReadingKeys(
  preview: ImportPreview | undefined,
  reading: Reading,
  onChange: (reading: Reading) => void,
): KeyBinding[] {
  const { t } = useI18n();
  const { columns: _columns, ...rest } = reading;
  const encoding = reading.encoding ?? preview?.encoding?.value;
  const delimiter = reading.delimiter ?? preview?.delimiter?.value;
  const header = reading.headerRow ?? preview?.header.row;
  return [
    ...(encoding === undefined
      ? []
      : [
          {
            keys: 'e',
            label: t.imports.nextEncoding,
            run: () => onChange({ ...rest, encoding: after(encodings, encoding) }),
          },
        ]),
    ...(delimiter === undefined
      ? []
      : [
          {
            keys: 'd',
            label: t.imports.nextDelimiter,
            run: () => onChange({ ...rest, delimiter: after(delimiters, delimiter) }),
          },
        ]),
    ...(header === undefined
      ? []
      : [
          {
            keys: 'h',
            label: t.imports.nextHeader,
            run: () => onChange({ ...rest, headerRow: (header + 1) % (headerRows + 1) }),
          },
        ]),
  ];
}
