import { useRef } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { copyRows } from './copy-rows.ts';
import { listInput } from './queries.ts';
import { everybody, isSelected, nobody, type Selection, withRows } from './selection.ts';

type ListKeys = {
  readonly query: ViewQuery;
  readonly total: number;
  readonly current: number;
  /** Rows a page key moves by. */
  readonly page: () => number;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onCurrent: (index: number) => void;
  readonly rowAt: (index: number) => LeadRow | undefined;
  readonly onOpen: (row: LeadRow) => void;
  readonly onRecord: (row: LeadRow) => void;
  /** With the drawer open it follows the keyboard. */
  readonly isFollowed: boolean;
};
/** Rows one call brings. */
const most = 500;

/** Keys of the list; returns how a click chooses: a row, the rows since the last one, or everybody. */
export function useListKeys(keys: ListKeys): (index: number | 'all', isRange: boolean) => void {
  const { query, total, current, page, selection, onSelect, onCurrent, rowAt, onOpen, onRecord, isFollowed } =
    keys;
  const { t } = useI18n();
  const { client } = useBackend();
  /** Where a range begins: the row chosen last. */
  const anchor = useRef(0);
  const rowsBetween = async (from: number, to: number): Promise<LeadRow[]> => {
    const [low, high] = from < to ? [from, to] : [to, from];
    const rows: LeadRow[] = [];
    for (let offset = low; offset <= high; offset += most) {
      const limit = Math.min(most, high - offset + 1);
      rows.push(...(await client.leads.list({ ...listInput(query), offset, limit })).rows);
    }
    return rows;
  };
  const choose = (index: number | 'all', isRange: boolean): void => {
    if (index === 'all') {
      onSelect(selection.kind === 'all' && selection.except.size === 0 ? nobody : everybody);
      return;
    }
    const row = rowAt(index);
    if (isRange)
      void rowsBetween(anchor.current, index).then(rows => onSelect(withRows(selection, rows, true)));
    else if (row) onSelect(withRows(selection, [row], !isSelected(selection, row.uid)));
    if (!isRange) anchor.current = index;
  };
  const moveTo = (index: number): number => {
    const next = Math.min(total - 1, Math.max(0, index));
    onCurrent(next);
    const row = rowAt(next);
    if (isFollowed && row) onOpen(row);
    return next;
  };
  const extend = (by: number): void => {
    const here = rowAt(current);
    const next = moveTo(current + by);
    const there = rowAt(next);
    onSelect(
      withRows(
        selection,
        [here, there].filter(row => row !== undefined),
        true,
      ),
    );
  };
  const open = (): void => {
    const row = rowAt(current);
    if (row) onOpen(row);
  };
  const record = (): void => {
    const row = rowAt(current);
    if (row) onRecord(row);
  };
  useKeys([
    { keys: 'r', label: t.leadPage.record, run: record },
    { keys: 'ArrowDown', label: t.common.move, run: () => moveTo(current + 1) },
    { keys: 'ArrowUp', label: t.common.move, run: () => moveTo(current - 1) },
    { keys: 'j', label: t.common.move, run: () => moveTo(current + 1) },
    { keys: 'k', label: t.common.move, run: () => moveTo(current - 1) },
    { keys: 'PageDown', label: t.common.move, run: () => moveTo(current + page()) },
    { keys: 'PageUp', label: t.common.move, run: () => moveTo(current - page()) },
    { keys: 'Home', label: t.common.move, run: () => moveTo(0) },
    { keys: 'End', label: t.common.move, run: () => moveTo(total - 1) },
    { keys: 'Enter', label: t.common.open, run: open },
    { keys: 'Space', label: t.leadList.select, run: () => choose(current, false) },
    { keys: 'x', label: t.leadList.select, run: () => choose(current, false) },
    { keys: 'shift+x', label: t.leadList.select, run: () => choose(current, true) },
    { keys: 'shift+ArrowDown', label: t.leadList.select, run: () => extend(1) },
    { keys: 'shift+ArrowUp', label: t.leadList.select, run: () => extend(-1) },
    { keys: 'mod+a', label: t.leadList.selectAll, run: () => onSelect(everybody) },
    {
      keys: 'mod+c',
      label: t.leadList.copy,
      // What is marked on the screen is copied as ever.
      when: () => window.getSelection()?.isCollapsed !== false,
      run: () => void copyRows({ t, client, query, selection, current: rowAt(current), total }),
    },
  ]);
  return choose;
}
