import { type RefObject, useEffect, useRef } from 'react';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { CellEditing } from './use-cell-edit.ts';
import { type RowClick, useRowClicks } from './use-row-clicks.ts';

/** As long as a second click may take. */
const doubleMs = 200;

type ListClicks = {
  readonly rowAt: (index: number) => LeadRow | undefined;
  readonly editing: CellEditing;
  /** The drawer is open already. */
  readonly isFollowed: boolean;
  readonly choose: (index: number, isRange: boolean) => void;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: LeadRow) => void;
};

/** What clicks do: one opens the lead, one on the box chooses it, two type in the cell. */
export function useListClicks(list: RefObject<HTMLElement | null>, clicks: ListClicks): void {
  const { rowAt, editing, isFollowed, choose, onCurrent, onOpen } = clicks;
  const last = useRef<RowClick | null>(null);
  const opens = useRef(0);
  useEffect(() => () => window.clearTimeout(opens.current), []);
  useRowClicks(list, {
    onClick: click => {
      const { index, column, isBox, isRange, isMore } = click;
      const row = rowAt(index);
      if (!row) return;
      last.current = click;
      onCurrent(index);
      window.clearTimeout(opens.current);
      if (isBox || isRange || isMore) choose(index, isRange);
      // Where a second click would type, the first waits for it: the drawer would move the cell away.
      else if (editing.canEdit(column) && !isFollowed)
        opens.current = window.setTimeout(onOpen, doubleMs, row);
      else onOpen(row);
    },
    onDouble: () => {
      window.clearTimeout(opens.current);
      const { index = 0, column = null } = last.current ?? {};
      if (editing.canEdit(column)) editing.start(index, column);
    },
  });
}
