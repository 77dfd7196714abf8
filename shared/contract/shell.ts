import { z } from 'zod';
import { zFileOut, type FileOut, type FileRef } from './base.ts';

/** Largest pasted or generated file that crosses as bytes; one from the disk crosses as its path. */
const MAX_PASTED_BYTES = 32 * 1024 * 1024;

/**
 * What a window may ask of the desktop shell: each call has its own channel and its input is parsed.
 * Only the preload can speak on these channels; the page sees `DosenShell`.
 */
export const shellCalls = {
  /** A file the person dropped or chose: where it lies, or its bytes where it lies nowhere. */
  fileRef: {
    channel: 'shell:fileRef',
    input: z.union([
      z.object({ path: z.string().min(1) }),
      z.object({
        name: z.string().min(1).max(255),
        bytes: z.instanceof(Uint8Array).refine(bytes => bytes.length <= MAX_PASTED_BYTES, 'too large'),
      }),
    ]),
  },
  /** Asks where to save a made file; false when the person thought better of it. */
  saveFile: { channel: 'shell:saveFile', input: zFileOut },
  /** Asks once for a folder and saves made files into it; none of what is there is replaced. */
  saveFiles: { channel: 'shell:saveFiles', input: z.array(zFileOut).min(1).max(100) },
} as const;

export type ShellInput<K extends keyof typeof shellCalls> = z.output<(typeof shellCalls)[K]['input']>;

/** What the preload puts on the window as `dosenShell`. */
export interface DosenShell<GivenFile> {
  readonly fileRef: (file: GivenFile) => Promise<FileRef>;
  readonly saveFile: (file: FileOut) => Promise<boolean>;
  readonly saveFiles: (files: readonly FileOut[]) => Promise<boolean>;
}
