import { useEffect } from 'react';
import { fileRefOf } from '#renderer/platform/files.ts';
import type { GivenFile } from './types.ts';

/** A file as it arrived: taken by the host, or refused with the reason. */
export type Arrival = GivenFile | { readonly name: string; readonly error: unknown };

let waiting: readonly Arrival[] = [];
const listeners = new Set<() => void>();

/** Hands files to the host one by one; a file it refuses stands beside the others with its reason. */
export async function takeIn(files: readonly File[]): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const file of files)
    try {
      arrivals.push({ ref: await fileRefOf(file), name: file.name });
    } catch (error) {
      arrivals.push({ name: file.name, error });
    }
  return arrivals;
}

/** Leaves files for the import screen, open or not, which takes them once. */
export function leaveFiles(files: readonly Arrival[]): void {
  waiting = [...waiting, ...files];
  for (const listener of listeners) listener();
}

/** Takes what was left for the import screen: at once, and whenever more comes while `isReady`. */
export function useLeftFiles(isReady: boolean, onFiles: (files: readonly Arrival[]) => void): void {
  useEffect(() => {
    const take = (): void => {
      if (!isReady || waiting.length === 0) return;
      const files = waiting;
      waiting = [];
      onFiles(files);
    };
    take();
    listeners.add(take);
    return () => {
      listeners.delete(take);
    };
  });
}
