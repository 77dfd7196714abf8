import { mkdir } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { AppError } from '#electron/backend/errors.ts';
import { given, lookAt, writeNew } from '#electron/backend/host/file-desk.ts';
import type { FileDesk, MadeFile } from '#electron/backend/ports.ts';

/** Files of the command line: in by `{path}`, out into a folder. A file that is there is never overwritten. */
export function pathDesk(folders: { base: string; out: string }): FileDesk {
  return {
    async take(ref) {
      if (!('path' in ref)) throw new AppError('FILE_REF_UNKNOWN', {});
      return given(await lookAt(resolve(folders.base, ref.path)));
    },
    done: () => Promise.resolve(),
    async give({ name, mediaType, bytes }) {
      await mkdir(folders.out, { recursive: true });
      const { path, size } = await writeBeside(folders.out, name, bytes);
      return { name: parse(path).base, mediaType, size, ref: null, path };
    },
  };
}

/** Writes under the first free name: `list.pdf`, `list (2).pdf`, … */
async function writeBeside(
  folder: string,
  name: string,
  bytes: MadeFile['bytes'],
): Promise<{ path: string; size: number }> {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? `${stem}${ext}` : `${stem} (${n})${ext}`);
    try {
      return { path, size: await writeNew(path, bytes) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
