import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NODE_FLAGS } from '#shared/contract/host.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import { storeOf } from './million.ts';
import type { Bench } from './pairs.ts';
import { folder } from './stores.ts';

/** What an import may take beside everything else that runs on an office computer. */
const ALLOWED = 400;
/** The same for a hundred thousand leads as for three: what is left of memory is the engine's own leisure. */
const ALLOWED_FOR_EXPORT = 300;

/** How far the memory of a process rises over idle while it imports a CP932 card file, against what it may take. */
export async function memoryBench(rows: number, limit: number): Promise<Bench> {
  const csv = join(folder, 'memory.csv');
  writeFileSync(csv, cp932(cardFile(rows).text));
  const { backend, storePath } = await testBackend({ dir: join(folder, 'memory-base') });
  await backend.stop();
  return {
    name: `memory for ${rows} rows`,
    limit,
    ...rise(join(import.meta.dirname, 'memory-import.ts'), [storePath, csv], ALLOWED),
  };
}

/** The same of a workbook of all leads: what it may take does not grow with them. */
export async function exportMemoryBench(leads: number, limit: number): Promise<Bench> {
  const dir = join(folder, 'export-base');
  mkdirSync(dir, { recursive: true });
  const store = await storeOf(dir, leads);
  return {
    name: `memory to export ${leads}`,
    limit,
    ...rise(join(import.meta.dirname, 'memory-export.ts'), [store], ALLOWED_FOR_EXPORT),
  };
}

/** What a process of its own says about the rise of its memory, against what is allowed, in MB. */
function rise(file: string, given: readonly string[], allowed: number): Omit<Bench, 'name' | 'limit'> {
  const product = async (): Promise<number> => {
    const { stdout } = await promisify(execFile)(process.execPath, [...NODE_FLAGS, file, ...given]);
    return Number(stdout.trim().split('\n').at(-1));
  };
  return { unit: 'MB', pairs: 1, product, floor: () => Promise.resolve(allowed) };
}
