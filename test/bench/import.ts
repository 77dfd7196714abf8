import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Encoding from 'encoding-japanese';
import { searchPieces } from '#electron/backend/leads/search.ts';
import { listSearchTexts } from '#electron/backend/leads/search.repo.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { type ImportResult, importFloor } from './floors/import.ts';
import type { Bench } from './pairs.ts';
import { addedRows, counts } from './rows.ts';
import { copyStore, folder, succeed, timed, withBackend } from './stores.ts';

const NOW = '2026-11-20T01:00:00Z';

/** Import of a CP932 card file into an empty store, from the call to the committed result. */
export async function importBench(rows: number, limit: number): Promise<Bench> {
  const csv = join(folder, 'cards.csv');
  const { text } = cardFile(rows);
  writeFileSync(
    csv,
    Buffer.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS' })),
  );
  const empty = await testBackend({ dir: join(folder, 'empty'), now: NOW });
  await empty.backend.stop();
  const product = async (): Promise<number> =>
    await withBackend(
      empty.storePath,
      { name: 'import', now: NOW },
      async ({ client }) =>
        await timed(async () => await succeed(await client.imports.run({ file: { path: csv } }))),
    );
  await product();
  const reference = join(folder, 'import', 'dosen.db');
  const kept = copyStore(reference, 'import-reference').path;
  const result: ImportResult = { tables: addedRows(empty.storePath, kept), search: await searchOf(kept) };
  const floor = async (): Promise<number> => {
    const { path } = copyStore(empty.storePath, 'import-floor');
    return await timed(() => importFloor(path, csv, result));
  };
  await floor();
  sameWork(counts(kept), counts(join(folder, 'import-floor', 'dosen.db')), rows);
  return { name: `import of ${rows} rows`, limit, product, floor };
}

async function searchOf(path: string): Promise<ImportResult['search']> {
  return await withBackend(path, { name: 'search', now: NOW }, async ({ backend }) => {
    const read = backend.keeper.store.read;
    const ids = (await read.selectFrom('leads').select('id').execute()).map(({ id }) => id);
    const texts = await listSearchTexts(read, ids);
    return texts.map(({ leadId, texts: of }) => ({ leadId, pieces: searchPieces(of) }));
  });
}

function sameWork(product: Record<string, number>, floor: Record<string, number>, rows: number): void {
  if (JSON.stringify(product) !== JSON.stringify(floor) || product['import_rows'] !== rows)
    throw new Error(`the two sides differ:\n${JSON.stringify(product)}\n${JSON.stringify(floor)}`);
  console.log(`import writes ${JSON.stringify(product)}`);
}
