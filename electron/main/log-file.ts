import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 5_000_000;

/** Lines into `dosen.log`; a file above 5 MB becomes `dosen.old.log`. A log that cannot be written stops nothing. */
export function logFile(folder: string): (line: string) => void {
  const path = join(folder, 'dosen.log');
  return line => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES)
        renameSync(path, join(folder, 'dosen.old.log'));
      appendFileSync(path, `${line}\n`);
    } catch {
      // Nobody to tell: the log is where such things are told.
    }
  };
}
