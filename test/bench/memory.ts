import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import type { Bench } from './pairs.ts';
import { folder } from './stores.ts';

/** What an import may take beside everything else that runs on an office computer. */
const ALLOWED = 400;

/** How far the memory of a process rises over idle while it imports a CP932 card file, against what it may take. */
export async function memoryBench(rows: number, limit: number): Promise<Bench> {
  const csv = join(folder, 'memory.csv');
  writeFileSync(csv, cp932(cardFile(rows).text));
  const { backend, storePath } = await testBackend({ dir: join(folder, 'memory-base') });
  await backend.stop();
  const child = join(import.meta.dirname, 'memory-import.ts');
  const product = async (): Promise<number> => {
    const { stdout } = await promisify(execFile)(process.execPath, [child, storePath, csv]);
    return Number(stdout.trim().split('\n').at(-1));
  };
  return {
    name: `memory for ${rows} rows`,
    limit,
    unit: 'MB',
    pairs: 1,
    product,
    floor: () => Promise.resolve(ALLOWED),
  };
}
