import './sum-table.css';
import type { ReactNode } from 'react';

export type SumRow = {
  readonly key: string;
  readonly lead?: ReactNode;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly value: number;
  /** A row that names a group and its own sum; it is not added again. */
  readonly isGroup?: boolean;
  /** Shows what the figure is made of; `openLabel` says so. */
  readonly onOpen?: (() => void) | undefined;
  readonly openLabel?: string;
};

type SumTableProps = {
  readonly caption: string;
  readonly rows: readonly SumRow[];
  readonly totalLabel: ReactNode;
  readonly total: number;
  /** Notes on a second line. */
  readonly isTall?: boolean;
};

const shown = (value: number): string =>
  value < 0 ? `−${Math.abs(value).toLocaleString('en-US')}` : value.toLocaleString('en-US');

/** Rows that add up: a single rule above the total and a double rule below it. */
export function SumTable({ caption, rows, totalLabel, total, isTall = false }: SumTableProps) {
  return (
    <table className={isTall ? 'sum-table tall' : 'sum-table'}>
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {rows.map(row => (
          <tr key={row.key} data-group={row.isGroup || undefined}>
            {row.isGroup ? null : <td className="sum-lead">{row.lead}</td>}
            <th scope="row" colSpan={row.isGroup ? 2 : 1}>
              {row.label}
              {row.note === undefined ? null : <span className="sum-note">{row.note}</span>}
            </th>
            <td className="sum-value">
              {row.onOpen && row.value !== 0 ? (
                <button type="button" className="sum-open" aria-label={row.openLabel} onClick={row.onOpen}>
                  {shown(row.value)}
                </button>
              ) : (
                shown(row.value)
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {totalLabel}
          </th>
          <td className="sum-value">{shown(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
