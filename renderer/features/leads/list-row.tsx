import { memo } from 'react';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { type CellContext, columns } from './list-cells.tsx';

export const rowId = (index: number): string => `lead-row-${index}`;

type RowProps = {
  readonly row: LeadRow | undefined;
  readonly index: number;
  /** Distance from the first row in px. */
  readonly start: number;
  readonly shown: readonly ListColumn[];
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly context: CellContext;
};

function Cells({ row, shown, isChosen, context }: RowProps & { readonly row: LeadRow }) {
  return (
    <>
      <span role="gridcell">
        <input
          type="checkbox"
          className="lead-box"
          tabIndex={-1}
          aria-label={context.t.leadList.selectRow(row.name || row.companyName)}
          checked={isChosen}
          readOnly
        />
      </span>
      {shown.map(column => (
        <span role="gridcell" key={column} className={columns[column].isNumber ? 'num clip' : 'clip'}>
          {columns[column].cell(row, context)}
        </span>
      ))}
    </>
  );
}

/** One person; its text is all a row that scrolls by costs. */
export const ListRow = memo(function ListRow(props: RowProps) {
  const { row, index, start, isCurrent, isChosen } = props;
  return (
    <div
      id={rowId(index)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-current={isCurrent || undefined}
      data-index={index}
      className="lead-row"
      style={{ transform: `translateY(${start}px)` }}
    >
      {row ? <Cells {...props} row={row} /> : null}
    </div>
  );
});
