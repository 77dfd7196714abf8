import { useRef, useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { ImportSummary } from '#shared/contract/imports.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import type { Reason } from '#shared/contract/base.ts';
import { chosen, type FileChoices, type GivenFile } from './types.ts';

/** How far the import of one of several files has come. */
export type FileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly event: JobEvent }
  | { readonly kind: 'done'; readonly summary: ImportSummary }
  | { readonly kind: 'failed'; readonly reason: Reason | null; readonly error: unknown }
  /** Stopped while it ran, or not begun because an earlier one was stopped. */
  | { readonly kind: 'stopped' };

export type BatchFile = { readonly id: number; readonly file: GivenFile; readonly choices: FileChoices };
export type Batch = {
  /** By the id of the file; empty before a start. */
  readonly states: ReadonlyMap<number, FileState>;
  readonly isRunning: boolean;
  readonly start: (files: readonly BatchFile[]) => void;
  /** Takes the running file back whole and begins no other; files that are done stay. */
  readonly stop: () => void;
  /** Forgets what was run. */
  readonly reset: () => void;
};

/** Imports several files one after another, each an import of its own; one that fails does not stop the next. */
export function useBatch(): Batch {
  const { client } = useBackend();
  const [states, setStates] = useState<ReadonlyMap<number, FileState>>(new Map());
  const [isRunning, setIsRunning] = useState(false);
  const isStopped = useRef(false);
  const jobUid = useRef<string | null>(null);

  const say = (id: number, state: FileState): void => setStates(known => new Map(known).set(id, state));
  const runOne = async ({ id, file, choices }: BatchFile): Promise<void> => {
    try {
      for await (const event of await client.imports.run({ file: file.ref, ...chosen(choices) })) {
        jobUid.current = event.jobUid;
        say(id, stateOf(event));
      }
    } catch (error) {
      say(id, { kind: 'failed', reason: null, error });
    }
  };
  const run = async (files: readonly BatchFile[]): Promise<void> => {
    isStopped.current = false;
    setIsRunning(true);
    setStates(new Map(files.map(({ id }) => [id, { kind: 'waiting' }])));
    for (const file of files)
      if (isStopped.current) say(file.id, { kind: 'stopped' });
      else await runOne(file);
    jobUid.current = null;
    setIsRunning(false);
  };
  const start = (files: readonly BatchFile[]): void => void run(files);
  const stop = (): void => {
    isStopped.current = true;
    if (jobUid.current !== null) client.jobs.cancel({ jobUid: jobUid.current }).catch(() => undefined);
  };
  const reset = (): void => setStates(new Map());
  return { states, isRunning, start, stop, reset };
}

function stateOf(event: JobEvent): FileState {
  if (event.state === 'running') return { kind: 'running', event };
  if (event.state === 'done') return { kind: 'done', summary: event.result as ImportSummary };
  if (event.state === 'cancelled') return { kind: 'stopped' };
  return { kind: 'failed', reason: event.error ?? null, error: null };
}
