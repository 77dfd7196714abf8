import { useRef, useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { EntryRow } from '#shared/contract/call-entry.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { WrittenResult } from '#shared/domain/calls/sheet.ts';

/** A result typed here, shown until the backend shows it; `operationUid` null while it is being saved. */
type Own = { readonly result: WrittenResult; readonly operationUid: string | null };
type Typed = Omit<InputOf<'calls', 'typeBack'>, 'listRowUid' | 'calledOn'>;

/**
 * Saves rows one after the other in the order they were typed, while the next is typed already. A row that is refused is
 * open again, with the error.
 */
export function useSaving(items: readonly EntryRow[], calledOn: Day, onRefused: (row: EntryRow) => void) {
  const { client } = useBackend();
  const [own, setOwn] = useState<ReadonlyMap<string, Own>>(new Map());
  const [error, setError] = useState<unknown>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const last = useRef<string | null>(null);
  const operations = useRef(new Map<string, string>());

  // What the backend shows by now is no longer ours to show: it may be taken back elsewhere.
  const [seen, setSeen] = useState(items);
  if (seen !== items) {
    const known = new Map(items.map(row => [row.uid, row.operationUid]));
    setSeen(items);
    setOwn(
      new Map([...own].filter(([uid, { operationUid: mine }]) => mine === null || known.get(uid) !== mine)),
    );
  }

  const forget = (uid: string): void => setOwn(all => new Map([...all].filter(([key]) => key !== uid)));
  const save = (row: EntryRow, input: Typed): void => {
    const { replace: _replace, ...result } = input;
    const shown: WrittenResult = { ...result, calledOn };
    setError(null);
    setOwn(all => new Map(all).set(row.uid, { result: shown, operationUid: null }));
    last.current = row.uid;
    queue.current = queue.current.then(async () => {
      try {
        const { operationUid } = await client.calls.typeBack({ ...input, listRowUid: row.uid, calledOn });
        operations.current.set(row.uid, operationUid);
        setOwn(all => new Map(all).set(row.uid, { result: shown, operationUid }));
      } catch (problem) {
        forget(row.uid);
        setError(problem);
        onRefused(row);
      }
    });
  };
  /** Hands on what takes a row back, once it is saved. */
  const takeBack = (row: EntryRow, undo: (operationUid: string) => void): void => {
    queue.current = queue.current.then(() => {
      const operationUid = operations.current.get(row.uid) ?? row.operationUid;
      if (operationUid === null) return;
      operations.current.delete(row.uid);
      forget(row.uid);
      undo(operationUid);
    });
  };
  return {
    error,
    save,
    takeBack,
    resultOf: (row: EntryRow): WrittenResult | null => own.get(row.uid)?.result ?? row.result,
    /** The row typed last. */
    lastRow: () => items.find(row => row.uid === last.current),
  };
}
