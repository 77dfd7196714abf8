import { type RefObject, useEffect, useRef } from 'react';

/** A click on a row: which one, whether on its box, and with which keys held. */
export type RowClick = {
  readonly index: number;
  readonly isBox: boolean;
  readonly isRange: boolean;
  readonly isMore: boolean;
};

/** Hears the clicks of all rows in one place: a row that scrolls by brings no listener of its own. Keys do the same. */
export function useRowClicks(list: RefObject<HTMLElement | null>, onClick: (click: RowClick) => void): void {
  const latest = useRef(onClick);
  useEffect(() => {
    latest.current = onClick;
  });
  useEffect(() => {
    const element = list.current;
    const hear = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const row = target?.closest<HTMLElement>('[data-index]');
      if (!row) return;
      latest.current({
        index: Number(row.dataset['index']),
        isBox: target?.closest('.lead-box') !== null,
        isRange: event.shiftKey,
        isMore: event.ctrlKey || event.metaKey,
      });
    };
    element?.addEventListener('click', hear);
    return () => element?.removeEventListener('click', hear);
  }, [list]);
}
