import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '#migrations/index.ts';

const folder = join(import.meta.dirname, '../../migrations');
const listed = join(import.meta.dirname, 'hashes.json');
const hashOf = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'))
    .digest('hex');

it('lists every migration file, in order', () => {
  const files = readdirSync(folder).filter(name => /^\d{4}_.*\.ts$/.test(name));
  expect(files.map(name => name.replace(/\.ts$/, ''))).toEqual(Object.keys(migrations));
});

/** A landed migration has run on somebody's store: change the schema by a new one. `UPDATE_HASHES=1` before the first release only. */
it('keeps landed migrations as they were', () => {
  const files = [...Object.keys(migrations).map(name => `${name}.ts`), 'dialect.ts'];
  const now = Object.fromEntries(files.map(file => [file, hashOf(file)]));
  if (process.env['UPDATE_HASHES']) writeFileSync(listed, `${JSON.stringify(now, null, 2)}\n`);
  expect(now).toEqual(JSON.parse(readFileSync(listed, 'utf8')));
});
