import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile, laterCard } from '#test/helpers/card-file.ts';
import { runs } from '#test/helpers/runs.ts';
import { storeDump } from '#test/helpers/store-dump.ts';

/** The full figure of a big import under DEEP, a twentieth of it otherwise. */
const ROWS = runs(50_000);

async function run(t: TestBackend, name: string, text: string): Promise<ImportSummary> {
  const path = join(t.dir, name);
  writeFileSync(path, text);
  const end = await finished(await t.client.imports.run({ file: { path } }));
  expect(end).toMatchObject({ state: 'done' });
  return end.result as ImportSummary;
}

it('undo of an import after a restart leaves the store as it was, changed people included', async () => {
  let t = await testBackend();
  try {
    await run(t, 'first.csv', cardFile(ROWS / 2).text);
    const before = storeDump(t.storePath);
    const later = cardFile(ROWS, { change: laterCard });
    const { uid, counts } = await run(t, 'second.csv', later.text);
    expect(counts.read).toBe(ROWS);
    expect(counts.updated + counts.filled).toBeGreaterThan(ROWS / 4);
    expect(counts.new).toBeGreaterThan(ROWS / 4);
    expect(storeDump(t.storePath)).not.toEqual(before);
    t = await t.restart();
    expect(await t.client.imports.undo({ importUid: uid })).toMatchObject({ kept: [] });
    expect(storeDump(t.storePath)).toEqual(before);
    expect(await run(t, 'again.csv', later.text)).toMatchObject({ counts });
  } finally {
    await t.stop();
  }
}, 1_200_000);
