import { useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useJob } from '#renderer/lib/use-job.ts';
import type { ManyFiles } from '#shared/contract/imports.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { chosen, type FileChoices, type GivenFile, noChoices, type Work } from './types.ts';

/** How far the import of one of several files has come. */
export type FileState = ManyFiles['files'][number];

export type BatchFile = { readonly id: number; readonly file: GivenFile; readonly choices: FileChoices };
export type Batch = {
  /** By the id of the file; empty before a start. */
  readonly states: ReadonlyMap<number, FileState>;
  /** The files of a run that a reloaded window found again: all that is known of them is how far they are. */
  readonly found: readonly Work[];
  readonly event: JobEvent | null;
  readonly error: unknown;
  readonly isRunning: boolean;
  readonly start: (files: readonly BatchFile[]) => void;
  /** Takes the running file back whole and begins no other; files that are done stay. */
  readonly stop: () => void;
  /** Forgets what was run. */
  readonly reset: () => void;
};

const filesOf = (event: JobEvent | null): ManyFiles['files'] =>
  (event?.result as ManyFiles | undefined)?.files ?? [];

/** Imports several files one after another, each an import of its own. The work belongs to the backend. */
export function useBatch(): Batch {
  const { client } = useBackend();
  const job = useJob('imports.runMany');
  const [ids, setIds] = useState<readonly number[]>([]);
  const files = filesOf(job.event);
  const idAt = (at: number): number => ids[at] ?? -1 - at;
  const start = (given: readonly BatchFile[]): void => {
    setIds(given.map(({ id }) => id));
    const input = { files: given.map(({ file, choices }) => ({ file: file.ref, ...chosen(choices) })) };
    job.start(() => client.imports.runMany(input));
  };
  const reset = (): void => {
    setIds([]);
    job.reset();
  };
  return {
    states: new Map(files.map((file, at) => [idAt(at), file])),
    found:
      ids.length > 0
        ? []
        : files.map(({ name }, at) => ({ id: idAt(at), name, file: null, error: null, choices: noChoices })),
    event: job.event,
    error: job.error,
    isRunning: job.event === null ? ids.length > 0 && job.error === null : job.event.state === 'running',
    start,
    stop: job.cancel,
    reset,
  };
}
