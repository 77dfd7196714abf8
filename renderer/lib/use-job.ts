import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { useBackend } from './backend.tsx';

type Events = AsyncIterable<JobEvent>;
export type JobView = {
  /** The latest look at the work, null before any. */
  readonly event: JobEvent | null;
  readonly error: unknown;
  /** Starts the work and follows it. */
  readonly start: (run: () => Promise<Events>) => void;
  readonly cancel: () => void;
  /** Forgets a finished job. */
  readonly reset: () => void;
};

/**
 * Follows long work of one kind. The work belongs to the backend: a window that was reloaded finds it again
 * here, and leaving the screen does not stop it.
 */
export function useJob(kind: string): JobView {
  const { client } = useBackend();
  const [event, setEvent] = useState<JobEvent | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isGone = useRef(false);

  const follow = useCallback(async (run: () => Promise<Events>): Promise<void> => {
    setError(null);
    try {
      for await (const next of await run()) {
        if (isGone.current) return;
        setEvent(next);
      }
    } catch (cause) {
      if (!isGone.current) setError(cause);
    }
  }, []);

  useEffect(() => {
    isGone.current = false;
    const attach = async (): Promise<void> => {
      const running = (await client.jobs.list({})).find(job => job.kind === kind && job.state === 'running');
      if (!running || isGone.current) return;
      // What is known is shown at once: the first look may be long in coming while the work is on.
      setEvent(running);
      await follow(() => client.jobs.watch({ jobUid: running.jobUid }));
    };
    attach().catch(() => undefined);
    return () => {
      isGone.current = true;
    };
  }, [client, kind, follow]);

  const cancel = useCallback(() => {
    if (event) client.jobs.cancel({ jobUid: event.jobUid }).catch(setError);
  }, [client, event]);
  const start = useCallback((run: () => Promise<Events>) => void follow(run), [follow]);
  const reset = useCallback(() => {
    setEvent(null);
    setError(null);
  }, []);
  return { event, error, start, cancel, reset };
}

/** Calls back once with the result of a job that ended well. */
export function useJobResult({ event }: JobView, onDone: (result: unknown) => void): void {
  const told = useRef<string | null>(null);
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    if (event?.state !== 'done' || told.current === event.jobUid) return;
    told.current = event.jobUid;
    latest.current(event.result);
  }, [event]);
}
