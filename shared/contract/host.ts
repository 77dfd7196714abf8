import { oc } from '@orpc/contract';
import { z } from 'zod';
import { zFileRef } from './base.ts';

/*
 * Between the desktop shell and the backend process it forks. Two ports, one contract each way; a third port per window
 * carries the app's own contract past the shell.
 */

/** What the backend asks of the shell. */
export const shellContract = {
  secrets: {
    seal: oc.input(z.object({ plain: z.string() })).output(z.object({ sealed: z.string() })),
    open: oc.input(z.object({ sealed: z.string() })).output(z.object({ plain: z.string() })),
  },
  printer: {
    /** The PDF as base64. Fails with the reason as its message. */
    toPdf: oc
      .input(z.object({ html: z.string() }))
      .output(z.object({ base64: z.string() }))
      .errors({ PRINT_FAILED: { data: z.object({ detail: z.string() }) } }),
  },
  notifier: {
    notify: oc
      .input(z.object({ title: z.string(), body: z.string(), target: z.string().optional() }))
      .output(z.object({})),
    /** A figure for tray and dock, and what it counts. 0 takes it away. */
    count: oc.input(z.object({ n: z.int().min(0), label: z.string() })).output(z.object({})),
  },
};

/** Why a file of the person could not be used: a code of the app's contract. */
const fileErrors = {
  FILE_FAILED: { data: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }) },
};

/** What the shell asks of the backend. */
export const backendContract = {
  files: {
    register: oc
      .input(z.object({ path: z.string() }))
      .output(zFileRef)
      .errors(fileErrors),
    receive: oc
      .input(z.object({ name: z.string(), base64: z.string() }))
      .output(zFileRef)
      .errors(fileErrors),
    deliver: oc
      .input(z.object({ ref: z.string(), path: z.string() }))
      .output(z.object({}))
      .errors(fileErrors),
  },
  lifecycle: {
    /** Finishes writes and closes the store; the process may be ended after it. */
    stop: oc.input(z.object({})).output(z.object({})),
  },
};

/** First message to the process, with two ports: the shell's answers and the backend's. */
export const zStartMessage = z.object({
  kind: z.literal('start'),
  dataFolder: z.string(),
  sample: z.boolean(),
  /** `keychain`: seal by the shell. `keyFile`: this system has none, the backend seals by itself. */
  secrets: z.enum(['keychain', 'keyFile']),
});
export type StartMessage = z.output<typeof zStartMessage>;

/** A window was loaded; its port comes with the message. */
export const zWindowMessage = z.object({ kind: z.literal('window') });
export const zProcessMessage = z.discriminatedUnion('kind', [zStartMessage, zWindowMessage]);

/**
 * How every Node runs the backend, that of Electron too (`npm run dosen` says the same): a small nursery, since what an import makes lives
 * either for a moment or to the end, and a large one only adds to what it takes beside.
 */
export const NODE_FLAGS = ['--max-semi-space-size=8'] as const;
