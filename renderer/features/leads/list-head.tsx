import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import { naturalDirection } from '#shared/contract/lead-filter.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { columns } from './list-cells.tsx';
import { setLook, setQuery } from './list-state.ts';

const narrowest = 48;
const widest = 900;
const step = 16;

function Resizer({ column, query }: { readonly column: ListColumn; readonly query: ViewQuery }) {
  const { t } = useI18n();
  const set = (width: number): void =>
    setLook({
      widths: { ...query.widths, [column]: Math.round(Math.min(widest, Math.max(narrowest, width))) },
    });
  const widthOf = (handle: Element): number =>
    handle.parentElement?.getBoundingClientRect().width ?? narrowest;
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={t.leadList.resize(t.leadList.columns[column])}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={query.widths[column] ?? columns[column].min}
      className="lead-resize"
      onKeyDown={event => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        event.stopPropagation();
        set(widthOf(event.currentTarget) + (event.key === 'ArrowLeft' ? -step : step));
      }}
      onPointerDown={event => {
        const handle = event.currentTarget;
        const from = { x: event.clientX, width: widthOf(handle) };
        handle.setPointerCapture(event.pointerId);
        const move = (moved: PointerEvent): void => set(from.width + moved.clientX - from.x);
        handle.addEventListener('pointermove', move);
        handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', move), {
          once: true,
        });
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
      <Resizer column={column} query={query} />
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
