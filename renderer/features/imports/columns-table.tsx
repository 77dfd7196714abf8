import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Meter } from '#renderer/components/meter.tsx';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { fieldsOf, USUAL_SPLITS } from '#shared/domain/imports/split.ts';
import { FieldPicker } from './field-picker.tsx';
import { SplitFields, SplitSample } from './split-fields.tsx';
import { hasNames } from './types.ts';

type ColumnsTableProps = {
  readonly preview: ImportPreview;
  readonly onChoose: (index: number, field: string) => void;
};
type Column = ImportPreview['columns'][number];

/** Stands in the picker for fields that are chosen one by one. */
const splitAnew = 'split';

/** Which column goes where, why, and how many rows have a value. */
export function ColumnsTable({ preview, onChoose }: ColumnsTableProps) {
  const { t } = useI18n();
  const { columns } = preview;
  const fields = ['ignore', 'tag', ...preview.fields.filter(field => field !== 'ignore' && field !== 'tag')];
  const mapped = columns.filter(column => column.field !== 'ignore').length;
  const uses = Map.groupBy(
    columns.flatMap(column => fieldsOf(column.field)),
    field => field,
  );
  return (
    <Section title={t.imports.columns} note={t.imports.columnsDone(mapped, columns.length)}>
      <Doubts preview={preview} />
      <table className="table columns-table">
        <thead>
          <tr>
            <th>{t.imports.columnHead}</th>
            <th className="arrow" aria-hidden="true" />
            <th>{t.imports.fieldHead}</th>
            <th>{t.imports.valueHead}</th>
            <th colSpan={3}>{t.imports.filledHead}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(column => (
            <ColumnRow
              key={column.index}
              column={column}
              fields={fields}
              rows={preview.counts.read}
              together={Math.max(1, ...fieldsOf(column.field).map(field => uses.get(field)?.length ?? 1))}
              onChoose={field => onChoose(column.index, field)}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** What a person should look at: no column that names anybody, or columns nobody knows. */
function Doubts({ preview: { columns } }: { readonly preview: ImportPreview }) {
  const { t } = useI18n();
  const unknown = columns.filter(column => column.field === 'ignore' && column.reason.code === 'unknown');
  const names = t.imports.listed(
    unknown.map(column => column.header || t.imports.noHeader(column.index + 1)),
  );
  return (
    <>
      {hasNames(columns) ? null : (
        <p className="with-icon late" role="status">
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          {t.imports.needNames}
        </p>
      )}
      {unknown.length === 0 ? null : (
        <p className="with-icon warn unknown-columns">
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          <span>{t.imports.unknownColumns(unknown.length, names)}</span>
        </p>
      )}
    </>
  );
}

type ColumnRowProps = {
  readonly column: Column;
  readonly fields: readonly string[];
  readonly rows: number;
  /** Columns that go to the same field, of several fields the most. */
  readonly together: number;
  readonly onChoose: (field: string) => void;
};

function ColumnRow({ column, fields, rows, together, onChoose }: ColumnRowProps) {
  const { t } = useI18n();
  const { field, filled, reason, sample } = column;
  const [draft, setDraft] = useState<string | null>(null);
  const isSplit = fieldsOf(field).length > 1;
  const choose = (chosen: string): void => {
    setDraft(chosen === splitAnew ? '' : null);
    if (chosen !== splitAnew) onChoose(chosen);
  };
  const chooseFields = (use: string): void => {
    setDraft(use);
    if (fieldsOf(use).length > 1) onChoose(use);
  };
  const header = column.header || t.imports.noHeader(column.index + 1);
  const why = codeText(t.imports.columnReasons, reason.code);
  const notes = [
    ...(reason.code === 'header' ? [] : [why]),
    ...(together > 1 ? [t.imports.together(together)] : []),
  ];
  return (
    <tr>
      <td>{header}</td>
      <td className="arrow">
        <IconArrowRight size={16} stroke={1.5} aria-hidden />
      </td>
      <td className="field">
        <FieldPicker
          label={t.imports.columnLabel(header)}
          hint={why}
          value={draft === null ? field : splitAnew}
          fields={[...new Set([...fields, ...USUAL_SPLITS, splitAnew, field])]}
          onChange={choose}
        />
        {draft === null ? null : (
          <SplitFields
            header={header}
            value={draft}
            fields={fields.filter(known => fieldsOf(known).length > 0)}
            onChange={chooseFields}
          />
        )}
      </td>
      <td className="sample">
        {isSplit ? (
          <SplitSample sample={sample} use={field} />
        ) : (
          <div className="clip">{field === 'tag' ? t.imports.asTag(sample, header) : sample}</div>
        )}
        {notes.length === 0 ? null : <div className="small muted">{notes.join('・')}</div>}
      </td>
      <td className="fill">
        <Meter value={filled} max={rows} label={`${header} ${filled} / ${rows}`} />
      </td>
      <td className="num">{filled.toLocaleString('en-US')}</td>
      <td className="num muted">{rows === 0 ? '' : `${Math.round((filled / rows) * 100)}%`}</td>
    </tr>
  );
}
