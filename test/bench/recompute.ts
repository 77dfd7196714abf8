import { join } from 'node:path';
import { testBackend } from '#test/helpers/backend.ts';
import { type RecomputeResult, recomputeFloor } from './floors/recompute.ts';
import type { Bench } from './pairs.ts';
import { addedRows, changedRows, counts } from './rows.ts';
import { copyStore, folder, succeed, timed, withBackend } from './stores.ts';

const MADE = '2026-11-20T01:00:00Z';
/** Ten days later many points have aged, so that a recompute has something to write. */
const LATER = '2026-11-30T01:00:00Z';
const CACHED =
  'fit engagement total band cools_on next_change_on scored_on rules_n next_kind next_on next_reason';

/** Full recompute of invented leads with their behaviour, ten days after they were last scored. */
export async function recomputeBench(leads: number, limit: number): Promise<Bench> {
  const base = join(folder, 'sample', 'sample.db');
  const maker = await testBackend({ dir: join(folder, 'sample'), now: MADE });
  await maker.client.store.create({ path: base, sample: leads, seed: 7 });
  await maker.backend.stop();
  const product = async (): Promise<number> =>
    await withBackend(
      base,
      { name: 'recompute', now: LATER },
      async ({ client }) => await timed(async () => await succeed(await client.scoring.recompute({}))),
    );
  await product();
  const kept = copyStore(join(folder, 'recompute', 'dosen.db'), 'recompute-reference').path;
  const columns = CACHED.split(' ');
  const rows = changedRows(base, kept, 'leads', columns);
  const result: RecomputeResult = { changed: { columns, rows }, added: addedRows(base, kept) };
  const floor = async (): Promise<number> => {
    const { path } = copyStore(base, 'recompute-floor');
    return await timed(() => recomputeFloor(path, result));
  };
  await floor();
  const copy = join(folder, 'recompute-floor', 'dosen.db');
  const [mine, bare] = [JSON.stringify(counts(kept)), JSON.stringify(counts(copy))];
  if (mine !== bare || changedRows(kept, copy, 'leads', columns).length > 0 || rows.length === 0)
    throw new Error(`the two sides differ:\n${mine}\n${bare}`);
  console.log(`recompute changes ${rows.length} of ${leads} leads`);
  return { name: `recompute of ${leads} leads`, limit, product, floor };
}
