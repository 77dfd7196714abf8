import { memo } from 'react';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { CellEdit } from './cell-edit.tsx';
import { textOfFact } from './fact-control.tsx';
import { type CellContext, columns } from './list-cells.tsx';
import type { CellEditing } from './use-cell-edit.ts';

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
  /** Only while something of this row is typed, or was and is not read anew. */
  readonly editing: CellEditing | undefined;
};

function Cells(props: RowProps & { readonly row: LeadRow }) {
  const { row, shown, isChosen, context } = props;
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
        <Cell key={column} {...props} column={column} />
      ))}
    </>
  );
}

type CellProps = RowProps & { readonly row: LeadRow; readonly column: ListColumn };

function Cell({ row, column, index, context, editing }: CellProps) {
  const field = editing?.fieldsOf(row).get(column);
  const isTyping = field !== undefined && editing?.edit.drafts.has(field.key);
  if (editing && isTyping)
    return (
      <span role="gridcell" className="lead-typing">
        <CellEdit
          field={field}
          edit={editing.edit}
          onNext={(left, by) => editing.next(index, left, by)}
          onLeave={editing.leave}
        />
      </span>
    );
  const typed = field && editing ? editing.edit.shown(field) : undefined;
  return (
    <span role="gridcell" data-column={column} className={columns[column].isNumber ? 'num clip' : 'clip'}>
      {field && typed !== undefined && typed !== field.value
        ? textOfFact(field, typed)
        : columns[column].cell(row, context)}
    </span>
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
