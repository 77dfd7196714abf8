import { Button, SegmentedControl } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ImportRow, ImportSummary } from '#shared/contract/imports.ts';
import { RowForm } from './row-form.tsx';
import { TrashRow } from './trash-row.tsx';
import { SaveRows } from './save-rows.tsx';

const outcomes = ['setAside', 'asked', 'new', 'filled', 'updated', 'blank'] as const;
type Outcome = (typeof outcomes)[number];
const pageSize = 100;

type Place = { readonly outcome: Outcome; readonly offset: number };

function useRows(importUid: string, { outcome, offset }: Place) {
  const { orpc } = useBackend();
  return useQuery(
    orpc.imports.rows.queryOptions({
      input: { importUid, outcome, offset, limit: pageSize },
      placeholderData: keepPreviousData,
    }),
  );
}

type ImportRowsProps = {
  readonly summary: ImportSummary;
  /** Told when a row is opened or closed: its button is then the one to press. */
  readonly onEditing: (isEditing: boolean) => void;
};

/** The rows of an import by what became of them; those that stayed out can be corrected here or saved as a file. */
export function ImportRows({ summary, onEditing }: ImportRowsProps) {
  const { t } = useI18n();
  const { uid, counts, undone } = summary;
  const shown = outcomes.filter(key => counts[key] > 0);
  const [place, setPlace] = useState<Place>(() => ({ outcome: shown[0] ?? 'new', offset: 0 }));
  const [line, setLineState] = useState<number | null>(null);
  const setLine = (next: number | null): void => {
    setLineState(next);
    onEditing(next !== null);
  };
  const { data, error, refetch } = useRows(uid, place);
  const go = (next: Place): void => {
    setLine(null);
    setPlace(next);
  };
  const { outcome, offset } = place;
  const canSave = (outcome === 'setAside' || outcome === 'asked') && counts[outcome] > 0;
  return (
    <Section
      title={t.imports.rowByRow}
      action={canSave ? <SaveRows importUid={uid} outcome={outcome} /> : null}
    >
      <div className="row-tabs">
        <SegmentedControl
          size="xs"
          aria-label={t.imports.rowByRow}
          value={outcome}
          data={(shown.includes(outcome) ? shown : [outcome, ...shown]).map(key => ({
            value: key,
            label: `${t.imports.outcome[key]} ${counts[key].toLocaleString('en-US')}`,
          }))}
          onChange={value => go({ outcome: outcomes.find(key => key === value) ?? 'new', offset: 0 })}
        />
        {outcome === 'setAside' && counts.setAside > 0 ? (
          <span className="muted small">{t.imports.setAsideNote}</span>
        ) : null}
      </div>
      <Failure error={error} onRetry={() => void refetch()} />
      {data?.total === 0 ? <p className="ok">{t.imports.noRowsLeft}</p> : null}
      {data && data.total > 0 ? (
        <RowTable
          importUid={uid}
          header={data.header}
          rows={data.rows}
          line={undone ? null : line}
          canEdit={!undone}
          onLine={setLine}
        />
      ) : null}
      {data && data.total > pageSize ? (
        <div className="row-pager">
          <Button
            size="xs"
            disabled={offset === 0}
            onClick={() => go({ outcome, offset: Math.max(0, offset - pageSize) })}
          >
            {t.common.previous}
          </Button>
          <span>{t.common.of(Math.min(offset + pageSize, data.total), data.total)}</span>
          <Button
            size="xs"
            disabled={offset + pageSize >= data.total}
            onClick={() => go({ outcome, offset: offset + pageSize })}
          >
            {t.common.next}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

type RowTableProps = {
  readonly importUid: string;
  readonly header: readonly string[];
  readonly rows: readonly ImportRow[];
  /** The row being corrected. */
  readonly line: number | null;
  readonly canEdit: boolean;
  readonly onLine: (line: number | null) => void;
};

function RowTable({ importUid, header, rows, line, canEdit, onLine }: RowTableProps) {
  const { t } = useI18n();
  /** The next row that can be corrected, so that a hand goes from row to row without the mouse. */
  const after = (current: number): number | null =>
    rows.find(row => row.line > current && row.isOpen && row.leadUid === null)?.line ?? null;
  /** New people need no reason: without one on the page, the cells take the room. */
  const hasWhy = rows.some(row => row.reason !== null || row.edited);
  return (
    <table className="table import-rows">
      <thead>
        <tr>
          <th className="num">{t.imports.line}</th>
          {hasWhy ? <th className="why">{t.imports.why}</th> : null}
          <th>{t.imports.cells}</th>
          <th>
            <span className="visually-hidden">{t.common.edit}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Fragment key={row.line}>
            <tr data-open={row.line === line || undefined}>
              <td className="num">{row.line}</td>
              {hasWhy ? (
                <td className="why">
                  {row.reason === null
                    ? ''
                    : codeText(t.imports.rowReasons, row.reason.code, row.reason.params)}
                  {row.edited ? <small className="muted">{t.imports.rowEdited}</small> : null}
                </td>
              ) : null}
              <td className="clip cells">
                {row.cells.filter(cell => cell !== '').join('　')}
                {row.isOpen && canEdit && row.leadUid !== null ? (
                  <TrashRow importUid={importUid} row={row} leadUid={row.leadUid} />
                ) : null}
              </td>
              <td className="num">
                {row.isOpen && canEdit && row.leadUid === null ? (
                  <Button
                    size="xs"
                    leftSection={<IconPencil size={16} stroke={1.5} aria-hidden />}
                    aria-expanded={row.line === line}
                    aria-label={t.imports.editRow(row.line)}
                    onClick={() => onLine(row.line === line ? null : row.line)}
                  >
                    {t.common.edit}
                  </Button>
                ) : null}
                {row.leadUid === null ? null : <Link href={`/leads/${row.leadUid}`}>{t.common.open}</Link>}
              </td>
            </tr>
            {row.line === line ? (
              <tr className="row-form-line">
                <td colSpan={hasWhy ? 4 : 3}>
                  <RowForm
                    importUid={importUid}
                    header={header}
                    row={row}
                    onDone={() => onLine(after(row.line))}
                    onClose={() => onLine(null)}
                  />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
