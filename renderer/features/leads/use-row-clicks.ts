import { type RefObject, useEffect, useRef } from 'react';
import { type ListColumn, zListColumn } from '#shared/contract/lead-columns.ts';

/** A click on a row: which one, in which column, whether on its box, and with which keys held. */
export type RowClick = {
  readonly index: number;
  readonly column: ListColumn | null;
  readonly isBox: boolean;
  readonly isRange: boolean;
  readonly isMore: boolean;
};
type RowClicks = { readonly onClick: (click: RowClick) => void; readonly onDouble: () => void };

/** Hears the clicks of all rows in one place: a row that scrolls by brings no listener of its own. Keys do the same. */
export function useRowClicks(list: RefObject<HTMLElement | null>, clicks: RowClicks): void {
  const latest = useRef(clicks);
  useEffect(() => {
    latest.current = clicks;
  });
  useEffect(() => {
    const element = list.current;
    const hear = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const row = target?.closest<HTMLElement>('[data-index]');
      if (!row || target?.closest('.cell-edit')) return;
      latest.current.onClick({
        index: Number(row.dataset['index']),
        column:
          zListColumn.safeParse(target?.closest<HTMLElement>('[data-column]')?.dataset['column']).data ??
          null,
        isBox: target?.closest('.lead-box') !== null,
        isRange: event.shiftKey,
        isMore: event.ctrlKey || event.metaKey,
      });
    };
    const hearDouble = (event: MouseEvent): void => {
      if (event.target instanceof Element && !event.target.closest('.cell-edit')) latest.current.onDouble();
    };
    element?.addEventListener('click', hear);
    element?.addEventListener('dblclick', hearDouble);
    return () => {
      element?.removeEventListener('click', hear);
      element?.removeEventListener('dblclick', hearDouble);
    };
  }, [list]);
}
