import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Due, NextKind } from '#renderer/components/next-action.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { useLeadWindows, type Filter } from './queries.ts';

const rowHeight = 32;
const overscan = 8;
const rowId = (index: number): string => `lead-row-${index}`;

type LeadTableProps = {
  readonly filter: Filter;
  /** Row the keyboard is on. */
  readonly current: number;
  /** Fewer columns: the drawer or a small window takes the room. */
  readonly isNarrow: boolean;
  /** The drawer is open and follows the keyboard. */
  readonly isFollowed: boolean;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: LeadRow) => void;
  readonly onTotal: (total: number) => void;
};

function Head({ isNarrow }: { readonly isNarrow: boolean }) {
  const { t } = useI18n();
  const heads = isNarrow
    ? [t.leads.colRank, t.leads.colCompany, t.leads.colName, t.leads.colNext]
    : [
        t.leads.colRank,
        t.leads.colCompany,
        t.leads.colName,
        t.leads.colDepartment,
        t.leads.colPhone,
        t.leads.colNext,
      ];
  return (
    <div role="row" aria-rowindex={1} className="lead-head">
      {heads.map(head => (
        <span role="columnheader" key={head} className="clip">
          {head}
        </span>
      ))}
      <span role="columnheader" className="num">
        {t.leads.colDue}
      </span>
      {isNarrow ? null : <span role="columnheader">{t.leads.colOwner}</span>}
    </div>
  );
}

function Cells({ row, isNarrow }: { readonly row: LeadRow; readonly isNarrow: boolean }) {
  const { t } = useI18n();
  return (
    <>
      <span role="gridcell" className="rank-cell">
        <RankSeal band={row.band} />
        <b>{row.total}</b>
      </span>
      <span role="gridcell" className="clip">
        {row.companyName || t.common.none}
      </span>
      <span role="gridcell" className="clip">
        {row.name || t.common.none}
      </span>
      {isNarrow ? null : (
        <>
          <span role="gridcell" className="clip muted">
            {[row.department, row.title].filter(text => text !== '').join(' ')}
          </span>
          <span role="gridcell" className="clip mono">
            {row.phone}
          </span>
        </>
      )}
      <span role="gridcell" className="clip">
        <NextKind kind={row.nextKind} />
      </span>
      <span role="gridcell" className="num">
        <Due on={row.nextOn} />
      </span>
      {isNarrow ? null : (
        <span role="gridcell" className="clip muted">
          {row.ownerName ?? t.common.none}
        </span>
      )}
    </>
  );
}

type ListKeys = {
  readonly total: number;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly rowAt: (index: number) => LeadRow | undefined;
  readonly onOpen: (row: LeadRow) => void;
  /** With the drawer open it follows the keyboard. */
  readonly opensOnMove: boolean;
};

function useListKeys({ total, current, onCurrent, rowAt, onOpen, opensOnMove }: ListKeys): void {
  const { t } = useI18n();
  const move = (step: number): void => {
    const next = Math.min(total - 1, Math.max(0, current + step));
    onCurrent(next);
    const row = rowAt(next);
    if (opensOnMove && row) onOpen(row);
  };
  const open = (): void => {
    const row = rowAt(current);
    if (row) onOpen(row);
  };
  useKeys([
    { keys: 'ArrowDown', label: t.common.move, run: () => move(1) },
    { keys: 'ArrowUp', label: t.common.move, run: () => move(-1) },
    { keys: 'j', label: t.common.move, run: () => move(1) },
    { keys: 'k', label: t.common.move, run: () => move(-1) },
    { keys: 'Enter', label: t.common.open, run: open },
  ]);
}

/** The list of leads: only the rows in view exist, however many there are. The focus stays on the list itself. */
export function LeadTable(props: LeadTableProps) {
  const { filter, current, isNarrow, isFollowed, onCurrent, onOpen, onTotal } = props;
  const { t } = useI18n();
  const scroll = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const windows = useLeadWindows(filter, range.first, range.last);
  const total = windows.total ?? 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => setRange({ first, last }), [first, last]);
  useEffect(() => {
    if (windows.total !== undefined) onTotal(windows.total);
  }, [windows.total, onTotal]);
  useEffect(() => {
    if (current < total) virtual.scrollToIndex(current);
  }, [current, total, virtual]);
  useListKeys({ total, current, onCurrent, rowAt: windows.rowAt, onOpen, opensOnMove: isFollowed });
  if (windows.error) return <Failure error={windows.error} onRetry={windows.retry} />;
  return (
    <div
      role="grid"
      aria-label={t.leads.table}
      aria-rowcount={total + 1}
      aria-activedescendant={items.some(item => item.index === current) ? rowId(current) : undefined}
      tabIndex={0}
      className="leads lead-grid"
      data-narrow={isNarrow || undefined}
      data-lead-grid
    >
      <Head isNarrow={isNarrow} />
      <div ref={scroll} className="lead-scroll" role="rowgroup">
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(item => {
            const row = windows.rowAt(item.index);
            return (
              <div
                key={item.key}
                id={rowId(item.index)}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={item.index === current}
                className="lead-row"
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  onCurrent(item.index);
                  if (row) onOpen(row);
                }}
                onKeyDown={event => {
                  if (event.key !== 'Enter' || !row) return;
                  event.preventDefault();
                  onOpen(row);
                }}
              >
                {row ? <Cells row={row} isNarrow={isNarrow} /> : null}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
