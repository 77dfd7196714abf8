import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import { naturalDirection } from '#shared/contract/lead-filter.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { columns } from './list-cells.tsx';
import { setQuery, setWidth } from './list-state.ts';

/** The edge to drag; the chooser of columns has buttons for the same. */
function Edge({ column, query }: { readonly column: ListColumn; readonly query: ViewQuery }) {
  return (
    <span
      aria-hidden
      className="lead-resize"
      onPointerDown={event => {
        const handle = event.currentTarget;
        const cell = handle.parentElement?.getBoundingClientRect();
        const from = { x: event.clientX, width: cell?.width ?? 0 };
        handle.setPointerCapture(event.pointerId);
        const move = (at: PointerEvent): void => setWidth(query, column, from.width + at.clientX - from.x);
        const end = (): void => handle.removeEventListener('pointermove', move);
        handle.addEventListener('pointermove', move);
        handle.addEventListener('pointerup', end, { once: true });
      }}
    />
  );
}

function HeadCell({ column, query }: { readonly column: ListColumn; readonly query: ViewQuery }) {
  const { t } = useI18n();
  const { sort, isNumber = false } = columns[column];
  const label = t.leadList.columns[column];
  const direction = query.direction ?? naturalDirection(query.sort);
  const isSorted = sort !== undefined && sort === query.sort && (column !== 'kana' || query.sort !== 'name');
  const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown;
  const turn = (): void => {
    if (sort === undefined) return;
    if (sort !== query.sort) setQuery({ sort, direction: undefined });
    else setQuery({ direction: direction === 'asc' ? 'desc' : 'asc' });
  };
  return (
    <span
      role="columnheader"
      className={isNumber ? 'num' : undefined}
      aria-sort={isSorted ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {sort === undefined ? (
        <span className="clip">{label}</span>
      ) : (
        <button type="button" className="lead-sort" aria-label={t.leadList.sortBy(label)} onClick={turn}>
          <span className="clip">{label}</span>
          {isSorted ? <Arrow size={14} stroke={1.5} aria-hidden /> : null}
        </button>
      )}
      <Edge column={column} query={query} />
    </span>
  );
}

type ListHeadProps = {
  readonly shown: readonly ListColumn[];
  readonly query: ViewQuery;
  readonly isAll: boolean;
  readonly isSome: boolean;
  readonly onToggleAll: () => void;
};

/** Heads that sort by a press and widen by dragging or by arrow keys. */
export function ListHead({ shown, query, isAll, isSome, onToggleAll }: ListHeadProps) {
  const { t } = useI18n();
  return (
    <div role="row" aria-rowindex={1} className="lead-head">
      <span role="columnheader">
        <Checkbox
          size="xs"
          aria-label={t.leadList.selectAll}
          checked={isAll}
          indeterminate={isSome && !isAll}
          onChange={onToggleAll}
        />
      </span>
      {shown.map(column => (
        <HeadCell key={column} column={column} query={query} />
      ))}
    </div>
  );
}
