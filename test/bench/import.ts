import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchPieces } from '#electron/backend/leads/search.ts';
import { listSearchTexts } from '#electron/backend/leads/search.repo.ts';
import { day } from '#shared/domain/base/days.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { cardFile, laterCard } from '#test/helpers/card-file.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import { type ImportResult, importFloor } from './floors/import.ts';
import type { Bench } from './pairs.ts';
import { addedRows, allChangedRows, counts } from './rows.ts';
import { copyStore, folder, succeed, timed, withBackend } from './stores.ts';

const NOW = '2026-11-20T01:00:00Z';
/** Of the people on the file, those the store already knows. */
const KNOWN = 0.2;

/** A store with `rows` leads and a CP932 file of as many cards, some of them of the same people a year later. */
async function filesOf(rows: number): Promise<{ base: string; csv: string }> {
  const csv = join(folder, 'cards.csv');
  const text = { old: cardFile(rows, { today: day('2025-11-20') }).text, now: newFile(rows) };
  writeFileSync(csv, Buffer.from(text.old));
  const made = await testBackend({ dir: join(folder, 'known'), now: NOW });
  await succeed(await made.client.imports.run({ file: { path: csv } }));
  await made.backend.stop();
  writeFileSync(csv, cp932(text.now));
  return { base: made.storePath, csv };
}

const newFile = (rows: number): string =>
  cardFile(rows, { skip: Math.round(rows * (1 - KNOWN)), change: laterCard }).text;

const prepared = new Map<
  number,
  Promise<{ base: string; csv: string; run: () => Promise<number>; after: string }>
>();

/** The import itself, and the store it leaves behind. */
function importOf(rows: number) {
  const found = prepared.get(rows) ?? prepare(rows);
  prepared.set(rows, found);
  return found;
}

async function prepare(rows: number) {
  const { base, csv } = await filesOf(rows);
  const run = async (): Promise<number> =>
    await withBackend(
      base,
      { name: 'import', now: NOW },
      async ({ client }) =>
        await timed(async () => await succeed(await client.imports.run({ file: { path: csv } }))),
    );
  await run();
  return { base, csv, run, after: copyStore(join(folder, 'import', 'dosen.db'), 'import-after').path };
}

/** Import of a CP932 card file into a store with as many leads, from the call to the committed result. */
export async function importBench(rows: number, limit: number): Promise<Bench> {
  const { base, csv, run, after } = await importOf(rows);
  const [added, changed] = [addedRows(base, after), allChangedRows(base, after)];
  const result: ImportResult = { added, changed, search: await searchOf(base, after) };
  const floor = async (): Promise<number> => {
    const { path } = copyStore(base, 'import-floor');
    return await timed(() => importFloor(path, csv, result));
  };
  await floor();
  sameWork(counts(after), counts(join(folder, 'import-floor', 'dosen.db')), rows);
  return { name: `import of ${rows} rows`, limit, product: run, floor };
}

/** The first screen of an import against the import itself. */
export async function previewBench(rows: number, limit: number): Promise<Bench> {
  const { base, csv, run } = await importOf(rows);
  const product = async (): Promise<number> =>
    await withBackend(
      base,
      { name: 'preview', now: NOW },
      async ({ client }) => await timed(async () => await client.imports.preview({ file: { path: csv } })),
    );
  return { name: `preview of ${rows} rows`, limit, pairs: 3, product, floor: run };
}

/** Taking the import back against the import itself. */
export async function undoBench(rows: number, limit: number): Promise<Bench> {
  const { run, after } = await importOf(rows);
  const product = async (): Promise<number> =>
    await withBackend(after, { name: 'undo', now: NOW }, async ({ client }) => {
      const importUid = (await client.imports.list({}))[0]?.uid ?? '';
      return await timed(async () => await client.imports.undo({ importUid }));
    });
  return { name: `undo of ${rows} rows`, limit, pairs: 3, product, floor: run };
}

/** Search pieces of the people the import wrote. */
async function searchOf(base: string, after: string): Promise<ImportResult['search']> {
  const written = [...addedRows(base, after), ...allChangedRows(base, after)].filter(
    t => t.table === 'leads',
  );
  const ids = written.flatMap(({ columns, rows }) => {
    const id = columns.indexOf('id');
    return rows.map(row => Number(row.at(id)));
  });
  return await withBackend(after, { name: 'search', now: NOW }, async ({ backend }) => {
    const texts = await listSearchTexts(backend.keeper.store.read, ids);
    return texts.map(({ leadId, texts: of }) => ({ leadId, pieces: searchPieces(of) }));
  });
}

function sameWork(product: Record<string, number>, floor: Record<string, number>, rows: number): void {
  if (JSON.stringify(product) !== JSON.stringify(floor) || (product['import_rows'] ?? 0) < rows)
    throw new Error(`the two sides differ:\n${JSON.stringify(product)}\n${JSON.stringify(floor)}`);
  console.log(`import leaves ${JSON.stringify(product)}`);
}
