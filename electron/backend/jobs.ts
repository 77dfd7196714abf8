import { setImmediate as turn } from 'node:timers/promises';
import type { Reason } from '#shared/contract/base.ts';
import type { JobEvent } from '#shared/contract/jobs.ts';
import { AppError, isAppError } from './errors.ts';
import type { Log } from './log.ts';

/** What the work of a job sees. */
export interface JobHandle {
  readonly signal: AbortSignal;
  /** Tells how far it is. Cheap: call it once a batch. */
  report(progress: { phase: string; done: number; total: number; result?: unknown }): void;
  /** What a failure of a part is called; what nobody foresaw is logged under a number. */
  reasonOf(error: unknown): Reason;
  /** Gives the process a turn and throws JOB_CANCELLED if the job was cancelled. */
  checkpoint(): Promise<void>;
}

interface Job {
  event: JobEvent;
  readonly abort: AbortController;
  readonly wake: Set<() => void>;
}

/** Ended jobs that can still be asked for. */
const KEEP_ENDED = 50;

/**
 * Long work belongs to the backend: whoever starts it also watches it, but leaving does not stop it;
 * a reloaded window re-attaches with `watch`, and only `cancel` stops it.
 */
export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #newId: () => string;
  readonly #log: Log;

  constructor(parts: { newId: () => string; log: Log }) {
    this.#newId = parts.newId;
    this.#log = parts.log;
  }

  /** Starts `work` and returns the job's uid at once. Throws JOB_RUNNING if one of this kind runs. */
  start(kind: string, work: (job: JobHandle) => Promise<unknown>): string {
    if ([...this.#jobs.values()].some(job => job.event.kind === kind && job.event.state === 'running'))
      throw new AppError('JOB_RUNNING', { kind });
    const jobUid = this.#newId();
    const event: JobEvent = { jobUid, kind, state: 'running', phase: 'start', done: 0, total: 0 };
    const job: Job = { event, abort: new AbortController(), wake: new Set() };
    this.#jobs.set(jobUid, job);
    void this.#run(job, work);
    this.#forgetOld();
    return jobUid;
  }

  /** The job's latest state, then each later one until it ends. Throws NOT_FOUND. */
  async *watch(jobUid: string, signal?: AbortSignal): AsyncGenerator<JobEvent, void, void> {
    const job = this.#find(jobUid);
    for (;;) {
      const seen = job.event;
      yield seen;
      if (seen.state !== 'running' || signal?.aborted) return;
      if (job.event === seen) await this.#nextChange(job, signal);
      if (signal?.aborted) return;
    }
  }

  /** Asks a job to stop and returns its state now. Throws NOT_FOUND. */
  cancel(jobUid: string): JobEvent {
    const job = this.#find(jobUid);
    job.abort.abort();
    return job.event;
  }

  list(): JobEvent[] {
    return [...this.#jobs.values()].map(job => job.event);
  }

  /** Cancels what runs and waits for it: the backend is closing. */
  async stop(): Promise<void> {
    for (const job of this.#jobs.values()) job.abort.abort();
    for (const job of this.#jobs.values()) while (job.event.state === 'running') await turn();
  }

  #find(jobUid: string): Job {
    const job = this.#jobs.get(jobUid);
    if (!job) throw new AppError('NOT_FOUND', { entity: 'job' });
    return job;
  }

  async #run(job: Job, work: (handle: JobHandle) => Promise<unknown>): Promise<void> {
    const handle: JobHandle = {
      signal: job.abort.signal,
      report: progress => this.#set(job, progress),
      reasonOf: error => this.#describe(error),
      checkpoint: async () => {
        await turn();
        if (job.abort.signal.aborted) throw new AppError('JOB_CANCELLED', {});
      },
    };
    await turn();
    try {
      const result = await work(handle);
      this.#set(job, { state: 'done', done: job.event.total, result });
    } catch (error) {
      if (isAppError(error, 'JOB_CANCELLED')) this.#set(job, { state: 'cancelled' });
      else this.#set(job, { state: 'failed', error: this.#describe(error) });
    }
  }

  #describe(error: unknown): Reason {
    if (isAppError(error)) return { code: error.code, params: error.data as Record<string, string | number> };
    const incident = this.#newId();
    this.#log.error('job.failed', { incident, message: error instanceof Error ? error.message : 'unknown' });
    return { code: 'INTERNAL', params: { incident } };
  }

  #set(job: Job, patch: Partial<JobEvent>): void {
    job.event = { ...job.event, ...patch };
    for (const wake of job.wake) wake();
  }

  async #nextChange(job: Job, signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>(resolve => {
      const wake = () => {
        job.wake.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      job.wake.add(wake);
      signal?.addEventListener('abort', wake);
    });
  }

  #forgetOld(): void {
    const ended = [...this.#jobs.values()].filter(job => job.event.state !== 'running');
    for (const job of ended.slice(0, Math.max(0, ended.length - KEEP_ENDED)))
      this.#jobs.delete(job.event.jobUid);
  }
}
