import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { Sizes } from '#electron/backend/imports/file-rows.ts';
import { runImport } from '#electron/backend/imports/run.ts';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { finished, type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { cardFile, laterCard } from '#test/helpers/card-file.ts';
import { runs } from '#test/helpers/runs.ts';

const WHOLE: Sizes = { kept: 1_000_000, window: 1_000_000 };
const TABLES = {
  leads: 'id',
  companies: 'id',
  affiliations: 'id',
  contact_points: 'id',
  lead_tags: 'id',
  events: 'id',
  duplicates: 'id',
  suppressions: '1',
  imports: 'id',
  import_rows: 'id',
  changes: 'id',
};

/** Every row in the order it was written. */
function everything(path: string): Record<string, string[]> {
  const db = new BetterSqlite3(path, { readonly: true });
  const dump = Object.entries(TABLES).map(([table, order]) => {
    const rows = db.prepare(`select * from ${table} order by ${order}`).all();
    return [table, rows.map(row => JSON.stringify(row))] as const;
  });
  db.close();
  return Object.fromEntries(dump);
}

/** Names are counted instead of drawn, so that two stores can be compared row by row. */
async function run(
  t: TestBackend,
  path: string,
  sizes: Sizes,
  newId: () => string,
): Promise<ImportSummary['counts']> {
  const ctx = { ...(await t.backend.contextFor(undefined)), newId };
  const end = await finished(runImport(ctx, { file: { path }, reading: {}, about: {}, answers: {} }, sizes));
  expect(end).toMatchObject({ state: 'done' });
  return (end.result as ImportSummary).counts;
}

/** Two files of people who come again, in the file and in the store, some of them changed, among broken rows. */
function files(dir: string, rows: number, seed: number): string[] {
  const first = cardFile(rows, { seed }).text.split('\r\n');
  const second = cardFile(rows, { seed, skip: Math.round(rows / 2), change: laterCard }).text.split('\r\n');
  const again = [...second, ...second.slice(1, 40), ',,,', ...first.slice(20, 60).toReversed(), 'x', ''];
  return [first, again].map((lines, i) => {
    const path = join(dir, `${i}.csv`);
    writeFileSync(path, lines.join('\r\n'));
    return path;
  });
}

it('a file that is read again and written part by part leaves what it leaves when held whole', async () => {
  for (let seed = 1; seed <= runs(20); seed++) {
    const dumps: unknown[] = [];
    for (const sizes of [WHOLE, { kept: 0, window: 200 }, { kept: 1_000_000, window: 400 }]) {
      const t = await testBackend({ now: '2026-11-20T01:00:00Z' });
      const counts = [];
      let made = 0;
      const newId = (): string => `id-${String(++made).padStart(8, '0')}`;
      for (const path of files(t.dir, 900, seed)) counts.push(await run(t, path, sizes, newId));
      await t.backend.stop();
      dumps.push({ counts, ...everything(t.storePath) });
      await t.stop();
    }
    expect(dumps[1]).toEqual(dumps[0]);
    expect(dumps[2]).toEqual(dumps[0]);
  }
});
