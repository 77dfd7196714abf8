import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CheckedCard } from '#shared/contract/lead-create.ts';
import { pastedCells } from '#shared/domain/imports/pasted.ts';
import { type CardRow, type Column, columns, isBlank, pasteInto, setCell } from './card-rows.ts';

const cellId = (at: number, column: Column): string => `card-${at}-${column}`;

/** Moves to a cell of the grid, if it is there. */
export function focusCell(at: number, column: Column = 'companyName'): void {
  document.getElementById(cellId(at, column))?.focus();
}

/** What saving would make of a row, and of whom. */
function Status({ checked }: { readonly checked: CheckedCard | undefined }) {
  const { t } = useI18n();
  if (!checked) return <span className="muted">{t.cards.waiting}</span>;
  const [person] = checked.people;
  const isWarning = checked.outcome === 'asked' || checked.outcome === 'setAside';
  return (
    <>
      <span className={isWarning ? 'warn' : ''}>
        {person?.inTrash ? t.cards.inTrash : t.cards.outcomes[checked.outcome]}
      </span>
      {person ? (
        <Link className="card-person clip" href={`/leads/${person.uid}`}>
          {[person.name, person.companyName].filter(text => text !== '').join('　')}
        </Link>
      ) : null}
      {checked.sameAs === null ? null : (
        <span className="card-person">{t.cards.sameAs(checked.sameAs + 1)}</span>
      )}
    </>
  );
}

type CardGridProps = {
  readonly rows: readonly CardRow[];
  /** By the place of the row; absent while it is being looked up. */
  readonly checked: ReadonlyMap<number, CheckedCard>;
  readonly onRows: (rows: readonly CardRow[]) => void;
  readonly onComposing: (isComposing: boolean) => void;
};

/** Several cards as rows: Tab goes on, Enter goes down, and cells from a spreadsheet fill the rows below. */
export function CardGrid({ rows, checked, onRows, onComposing }: CardGridProps) {
  const { t } = useI18n();
  const labels: Record<Column, string> = {
    companyName: t.leads.company,
    name: t.leads.name,
    title: t.leads.jobTitle,
    phone: t.leads.phone,
    email: t.leads.email,
    memo: t.leads.memo,
  };
  const onKeyDown = (event: KeyboardEvent, at: number, column: Column): void => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    focusCell(at + (event.key === 'Enter' && event.shiftKey ? -1 : step), column);
  };
  const onPaste = (event: ClipboardEvent, at: number, column: Column): void => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'));
    // A single cell is pasted by the field itself, at the caret.
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    onRows(pasteInto(rows, at, column, cells));
  };
  return (
    <table
      className="table card-grid"
      aria-label={t.cards.table}
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
    >
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} data-column={column}>
              {labels[column]}
            </th>
          ))}
          <th data-column="status">{t.cards.status}</th>
          <th data-column="remove" aria-label={t.common.remove} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {columns.map(column => (
              <td key={column}>
                <input
                  id={cellId(at, column)}
                  className="card-cell"
                  aria-label={t.cards.cell(labels[column], at + 1)}
                  autoComplete="off"
                  value={row[column]}
                  onChange={event => onRows(setCell(rows, at, column, event.currentTarget.value))}
                  onKeyDown={event => onKeyDown(event, at, column)}
                  onPaste={event => onPaste(event, at, column)}
                />
              </td>
            ))}
            <td className="small card-status">
              {isBlank(row) ? null : <Status checked={checked.get(at)} />}
            </td>
            <td>
              {isBlank(row) ? null : (
                <ActionIcon
                  aria-label={t.cards.removeRow(at + 1)}
                  onClick={() => onRows(rows.filter((_, i) => i !== at))}
                >
                  <IconTrash size={16} stroke={1.5} aria-hidden />
                </ActionIcon>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
