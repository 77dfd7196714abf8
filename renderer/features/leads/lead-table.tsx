import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { gridOf, narrowColumns } from './list-cells.tsx';
import { ListHead } from './list-head.tsx';
import { ListRow, rowId } from './list-row.tsx';
import { keepScroll, keptScroll } from './list-state.ts';
import { useLeadWindows } from './queries.ts';
import { isSelected, type Selection } from './selection.ts';
import { useListKeys } from './use-list-keys.ts';
import { useRowClicks } from './use-row-clicks.ts';

const rowHeights = { compact: 32, standard: 36, roomy: 44 } as const;
const headHeight = 30;
const overscan = 8;

type LeadTableProps = {
  readonly query: ViewQuery;
  /** Row the keyboard is on. */
  readonly current: number;
  /** Fewer columns: the drawer or a small window takes the room. */
  readonly isNarrow: boolean;
  /** The drawer is open and follows the keyboard. */
  readonly isFollowed: boolean;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: LeadRow) => void;
  readonly onTotal: (total: number) => void;
};

/** The rows in view and where they stand; the place survives leaving, and the row of the keyboard stays in sight. */
function useRows({ query, current, onTotal }: LeadTableProps, scroll: RefObject<HTMLDivElement | null>) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const windows = useLeadWindows(query, range.first, range.last);
  const total = windows.total ?? 0;
  const rowHeight = rowHeights[query.density];
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: keptScroll,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => setRange({ first, last }), [first, last]);
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  useEffect(() => {
    if (windows.total !== undefined) onTotal(windows.total);
  }, [windows.total, onTotal]);
  const seen = useRef(current);
  useEffect(() => {
    if (current < total && seen.current !== current) virtual.scrollToIndex(current);
    seen.current = current;
  }, [current, total, virtual]);
  useEffect(() => {
    scroll.current?.scrollTo({ top: keptScroll() });
  }, [scroll, query.filter, query.sort, query.direction]);
  return { windows, total, rowHeight, items, height: virtual.getTotalSize() };
}

/** The list of leads: only the rows in view exist, however many there are. The focus stays on the list itself. */
export function LeadTable(props: LeadTableProps) {
  const { query, current, isNarrow, selection, onCurrent, onOpen } = props;
  const { t, lang } = useI18n();
  const today = useStatus()?.today;
  const context = useMemo(() => ({ t, lang, today }), [t, lang, today]);
  const scroll = useRef<HTMLDivElement>(null);
  const { windows, total, rowHeight, items, height } = useRows(props, scroll);
  const shown = isNarrow ? narrowColumns : query.columns;
  const grid = gridOf(shown, query.widths, isNarrow);
  const choose = useListKeys({
    ...props,
    total,
    rowAt: windows.rowAt,
    page: () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2),
  });
  useRowClicks(scroll, ({ index, isBox, isRange, isMore }) => {
    const row = windows.rowAt(index);
    if (!row) return;
    onCurrent(index);
    if (isBox || isRange || isMore) choose(index, isRange);
    else onOpen(row);
  });
  return (
    <div
      ref={scroll}
      role="grid"
      aria-label={t.leads.table}
      aria-rowcount={total + 1}
      aria-multiselectable
      aria-activedescendant={items.some(item => item.index === current) ? rowId(current) : undefined}
      tabIndex={0}
      className="leads lead-grid"
      data-density={query.density}
      data-lead-grid
      style={{ '--cols': grid.template, '--row': `${rowHeight}px`, '--min': `${grid.minWidth}px` } as never}
      onScroll={event => keepScroll(event.currentTarget.scrollTop)}
    >
      <ListHead
        shown={shown}
        query={query}
        isAll={selection.kind === 'all' && selection.except.size === 0}
        isSome={selection.kind === 'all' || selection.rows.size > 0}
        onToggleAll={() => choose('all', false)}
      />
      {windows.error ? <Failure error={windows.error} onRetry={windows.retry} /> : null}
      <div role="rowgroup" className="lead-rows" style={{ height }}>
        {items.map(item => {
          const row = windows.rowAt(item.index);
          return (
            <ListRow
              key={item.key}
              row={row}
              index={item.index}
              start={item.start - headHeight}
              shown={shown}
              isCurrent={item.index === current}
              isChosen={row !== undefined && isSelected(selection, row.uid)}
              context={context}
            />
          );
        })}
      </div>
    </div>
  );
}
