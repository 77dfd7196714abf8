import { NativeSelect } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Meter } from '#renderer/components/meter.tsx';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';

type ColumnsTableProps = {
  readonly preview: ImportPreview;
  readonly onChoose: (index: number, field: string) => void;
};

/** Which column goes where, why, and how many rows have a value. */
export function ColumnsTable({ preview, onChoose }: ColumnsTableProps) {
  const { t } = useI18n();
  const fields = ['ignore', 'tag', ...preview.fields.filter(field => field !== 'ignore' && field !== 'tag')];
  const options = fields.map(value => ({ value, label: codeText(t.imports.fields, value) }));
  const mapped = preview.columns.filter(column => column.field !== 'ignore').length;
  const rows = preview.counts.read;
  return (
    <Section title={t.imports.columns} note={t.imports.columnsDone(mapped, preview.columns.length)}>
      <table className="table columns-table">
        <thead>
          <tr>
            <th>{t.imports.columnHead}</th>
            <th className="arrow" aria-hidden="true" />
            <th>{t.imports.fieldHead}</th>
            <th>{t.imports.valueHead}</th>
            <th colSpan={2}>{t.imports.filledHead}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(column => {
            const header = column.header || t.imports.noHeader(column.index + 1);
            return (
              <tr key={column.index}>
                <td>{header}</td>
                <td className="arrow">
                  <IconArrowRight size={16} stroke={1.5} aria-hidden />
                </td>
                <td>
                  <NativeSelect
                    aria-label={t.imports.columnLabel(header)}
                    title={codeText(t.imports.columnReasons, column.reason.code)}
                    value={column.field}
                    data={options}
                    onChange={event => onChoose(column.index, event.currentTarget.value)}
                  />
                </td>
                <td className="sample">
                  <div className="clip">{column.sample}</div>
                  {column.reason.code === 'header' ? null : (
                    <div className="small muted">{codeText(t.imports.columnReasons, column.reason.code)}</div>
                  )}
                </td>
                <td className="fill">
                  <Meter value={column.filled} max={rows} label={`${header} ${column.filled} / ${rows}`} />
                </td>
                <td className="num">{column.filled.toLocaleString('en-US')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
