import { useState } from 'react';
import type { EntryList, EntryRow } from '#shared/contract/call-entry.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { asksOf, type TypedLine } from '#shared/domain/calls/entry.ts';
import type { CallResult } from '#shared/domain/calls/outcomes.ts';
import { useSaving } from './use-saving.ts';

/** What a row waits for before it is saved; `memo`: a line for a result that is there already. */
export type Asking = {
  readonly rowUid: string;
  readonly outcome: CallResult;
  readonly what: 'reason' | 'line' | 'memo';
};
type More = { readonly reason?: string; readonly line?: TypedLine; readonly doNotCall?: boolean };

/** The result as it is saved; what stands behind an appointment is where to meet. */
function typedResult(outcome: CallResult, more: More, before: { readonly reason: string | null } | null) {
  const { on, minute, note } = more.line ?? { on: null, minute: null, note: '' };
  const isMeeting = outcome === 'appointment';
  return {
    outcome,
    doNotCall: more.doNotCall ?? false,
    reason: more.reason ?? before?.reason ?? null,
    nextOn: on,
    nextMinute: minute,
    place: isMeeting ? note : '',
    note: isMeeting ? '' : note,
    replace: before !== null,
  };
}

/** Which row is in hand, what it still asks for, and which rows were not called. */
function useCursor({ items, from }: EntryList) {
  const firstFrom = (index: number, isOpen: (row: EntryRow) => boolean): number => {
    const found = items.findIndex((row, i) => i >= index && isOpen(row));
    return found < 0 ? items.length : found;
  };
  const [at, setAt] = useState(() => firstFrom(from - 1, row => row.barred === null && row.result === null));
  const [asking, setAsking] = useState<Asking | null>(null);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const go = (index: number): void => {
    setAsking(null);
    setAt(Math.min(items.length, Math.max(0, index)));
  };
  const skip = (row: EntryRow): void => setSkipped(all => new Set(all).add(row.uid));
  return { at, current: items[at], asking, setAsking, skipped, skip, go, firstFrom };
}

/** A list while it is typed back: one key per row, and the next open row is in hand. */
export function useTyping(list: EntryList, calledOn: Day) {
  const { items } = list;
  const cursor = useCursor(list);
  const saving = useSaving(items, calledOn, row => cursor.go(items.indexOf(row)));
  const { resultOf } = saving;
  const isOpen = (row: EntryRow): boolean => row.barred === null && resultOf(row) === null;
  const { at, current, asking } = cursor;
  const next = (): void => cursor.go(cursor.firstFrom(at + 1, isOpen));
  const open = current && isOpen(current) ? current : null;

  const put = (row: EntryRow, outcome: CallResult, more: More): void => {
    const before = resultOf(row);
    saving.save(row, typedResult(outcome, more, before));
    if (before === null) next();
    else cursor.setAsking(null);
  };

  return {
    ...cursor,
    ...saving,
    done: items.filter(row => resultOf(row) !== null).length,
    move: (step: number) => cursor.go(at + step),
    cancel: () => cursor.setAsking(null),
    press: (outcome: CallResult) => {
      if (!open) return;
      const what = asksOf(outcome);
      if (what === null) put(open, outcome, {});
      else cursor.setAsking({ rowUid: open.uid, outcome, what });
    },
    doNotCall: () => open && put(open, 'declined', { doNotCall: true }),
    skipRow: () => {
      if (!open) return;
      cursor.skip(open);
      next();
    },
    /** The line behind the row in hand if it has a result, else behind the one typed last. */
    memo: () => {
      const row = current && resultOf(current) ? current : saving.lastRow();
      const result = row && resultOf(row);
      if (row && result) cursor.setAsking({ rowUid: row.uid, outcome: result.outcome, what: 'memo' });
    },
    answer: (more: More) => {
      const row = items.find(one => one.uid === asking?.rowUid);
      if (row && asking) put(row, asking.outcome, more);
    },
  };
}
export type Typing = ReturnType<typeof useTyping>;
