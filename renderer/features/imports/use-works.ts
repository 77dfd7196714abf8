import { useCallback, useRef, useState } from 'react';
import type { Arrival } from './given-files.ts';
import { type FileChoices, noChoices, type Work } from './types.ts';

export type Works = {
  readonly list: readonly Work[];
  readonly add: (arrivals: readonly Arrival[]) => void;
  readonly remove: (id: number) => void;
  readonly choose: (id: number, choices: FileChoices) => void;
  readonly clear: () => void;
};

/** The files at hand with what was chosen about each. */
export function useWorks(): Works {
  const [list, setList] = useState<readonly Work[]>([]);
  const next = useRef(1);
  const add = useCallback((arrivals: readonly Arrival[]) => {
    const works = arrivals.map(
      (arrival): Work => ({
        id: next.current++,
        name: arrival.name,
        file: 'ref' in arrival ? arrival : null,
        error: 'error' in arrival ? arrival.error : null,
        choices: noChoices,
      }),
    );
    setList(known => [...known, ...works]);
  }, []);
  const remove = useCallback((id: number) => setList(known => known.filter(work => work.id !== id)), []);
  const choose = useCallback(
    (id: number, choices: FileChoices) =>
      setList(known => known.map(work => (work.id === id ? { ...work, choices } : work))),
    [],
  );
  const clear = useCallback(() => setList([]), []);
  return { list, add, remove, choose, clear };
}
