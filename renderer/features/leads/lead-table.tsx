import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useIsHoliday } from '#renderer/lib/use-calendar.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { gridOf, narrowColumns } from './list-cells.tsx';
import { ListHead } from './list-head.tsx';
import { ListRow, rowId } from './list-row.tsx';
import { keepScroll, keptScroll } from './list-state.ts';
import { useLeadWindows } from './queries.ts';
import { isSelected, type Selection } from './selection.ts';
import { useCellEdit } from './use-cell-edit.ts';
import { useInlineEdit } from './use-inline-edit.ts';
import { useListClicks } from './use-list-clicks.ts';
import { useListKeys } from './use-list-keys.ts';

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
  readonly onRecord: (row: LeadRow) => void;
  readonly onTotal: (total: number) => void;
};

/** The rows in view and where they stand; the place survives leaving, and the row of the keyboard stays in sight. */
function useRows(
  { query, current, onTotal }: LeadTableProps,
  scroll: RefObject<HTMLDivElement | null>,
  isHeld: boolean,
) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const windows = useLeadWindows(query, { ...range, isHeld });
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
  // Before its length is known the list has no place to come back to.
  const isKnown = windows.total !== undefined;
  useEffect(() => {
    scroll.current?.scrollTo({ top: keptScroll() });
  }, [scroll, query.filter, query.sort, query.direction, isKnown]);
  return { windows, total, rowHeight, items, height: virtual.getTotalSize() };
}

type Grid = ReturnType<typeof gridOf>;

/** What the style sheet needs to know of the columns; they are pinned once the list is wider than its window. */
function useGridStyle(element: RefObject<HTMLElement | null>, grid: Grid, pinned: number, rowHeight: number) {
  const width = useWidth(element);
  const pins = grid.lefts.slice(0, pinned).map((left, at) => [`--pin-${at + 1}`, `${left}px`]);
  return {
    'data-pinned': width < grid.minWidth && pinned > 0 ? pinned : undefined,
    style: {
      '--cols': grid.template,
      '--row': `${rowHeight}px`,
      '--min': `${grid.minWidth}px`,
      ...Object.fromEntries(pins),
    } as never,
  };
}

/** Width of an element in px, as it changes. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Infinity);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? Infinity));
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** The list of leads: only the rows in view exist, however many there are. The focus stays on the list itself. */
export function LeadTable(props: LeadTableProps) {
  const { query, current, isNarrow, selection, onCurrent } = props;
  const { t, lang } = useI18n();
  const today = useStatus()?.today;
  const isHoliday = useIsHoliday();
  const context = useMemo(() => ({ t, lang, today, isHoliday }), [t, lang, today, isHoliday]);
  const scroll = useRef<HTMLDivElement>(null);
  const edit = useInlineEdit();
  const { windows, total, rowHeight, items, height } = useRows(props, scroll, edit.drafts.size > 0);
  const shown = isNarrow ? narrowColumns : query.columns;
  const editing = useCellEdit({
    edit,
    shown,
    current,
    rowAt: windows.rowAt,
    onCurrent,
    onLeave: () => scroll.current?.focus(),
    isOff: query.filter.trash,
  });
  const looks = useGridStyle(scroll, gridOf(shown, query.widths, isNarrow), query.pinned, rowHeight);
  const choose = useListKeys({
    ...props,
    total,
    rowAt: windows.rowAt,
    page: () => Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowHeight) - 2),
  });
  useListClicks(scroll, { ...props, rowAt: windows.rowAt, editing, choose });
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
      data-empty={windows.total === 0 || undefined}
      {...looks}
      onScroll={event => keepScroll(event.currentTarget.scrollTop)}
      // Who scrolls on has done with the cell.
      onWheel={edit.drafts.size > 0 ? () => scroll.current?.focus() : undefined}
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
              editing={row !== undefined && editing.isTouched(row) ? editing : undefined}
            />
          );
        })}
      </div>
    </div>
  );
}
