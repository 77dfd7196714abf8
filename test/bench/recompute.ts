import { join } from 'node:path';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';
import type { TestBackend } from '#test/helpers/backend.ts';
import { busyStore, LATER } from './busy-store.ts';
import { type RecomputeResult, recomputeFloor } from './floors/recompute.ts';
import type { Bench } from './pairs.ts';
import { addedRows, changedRows, counts } from './rows.ts';
import { copyStore, folder, succeed, timed, withBackend } from './stores.ts';

const CACHED =
  'fit engagement total band cools_on next_change_on scored_on rules_n next_kind next_on next_reason';

/** Nobody keeps the points they had. */
const otherRules: ScoringRules = {
  ...defaultRules,
  behaviours: defaultRules.behaviours.map(rule => ({ ...rule, points: rule.points + 1 })),
};

const recomputeOf = async (base: string): Promise<number> =>
  await withBackend(
    base,
    { name: 'recompute', now: LATER },
    async ({ client }) => await timed(async () => await succeed(await client.scoring.recompute({}))),
  );

/** Full recompute of leads with ten events each, ten days after they were last scored. */
export async function recomputeBench(leads: number, limit: number): Promise<Bench> {
  const base = await busyStore(leads);
  const product = async (): Promise<number> => await recomputeOf(base);
  return await againstFloor({ name: `recompute of ${leads} leads`, limit, base, work: 'recompute', product });
}

/** Other rules for everybody: computed beside the rules in force, then swapped in. */
export async function saveRulesBench(leads: number, limit: number): Promise<Bench> {
  const base = await busyStore(leads);
  const save = async ({ client }: TestBackend): Promise<number> =>
    await timed(async () => await succeed(await client.scoring.saveRules({ rules: otherRules })));
  const product = async (): Promise<number> =>
    await withBackend(base, { name: 'save-rules', now: LATER }, save);
  return await againstFloor({
    name: `new rules for ${leads} leads`,
    limit,
    base,
    work: 'save-rules',
    product,
  });
}

interface Work {
  name: string;
  limit: number;
  base: string;
  /** Folder the product leaves its store in. */
  work: string;
  product: () => Promise<number>;
}

/** Sets the product against a floor that is told its result; both must leave the same store. */
async function againstFloor({ name, limit, base, work, product }: Work): Promise<Bench> {
  await product();
  const kept = copyStore(join(folder, work, 'dosen.db'), `${work}-reference`).path;
  const columns = CACHED.split(' ');
  const rows = changedRows(base, kept, 'leads', columns);
  const result: RecomputeResult = { changed: { columns, rows }, added: addedRows(base, kept) };
  const floor = async (): Promise<number> => {
    const { path } = copyStore(base, `${work}-floor`);
    return await timed(() => recomputeFloor(path, result));
  };
  await floor();
  const copy = join(folder, `${work}-floor`, 'dosen.db');
  const [mine, bare] = [JSON.stringify(counts(kept)), JSON.stringify(counts(copy))];
  if (mine !== bare || changedRows(kept, copy, 'leads', columns).length > 0 || rows.length === 0)
    throw new Error(`the two sides differ:\n${mine}\n${bare}`);
  console.log(`${name}: ${rows.length} leads change`);
  return { name, limit, product, floor };
}

/** A store four times as large takes four times as long: the floor is four times the small one. */
export async function linearBench(leads: number, limit: number): Promise<Bench> {
  const [small, large] = [await busyStore(leads / 4), await busyStore(leads)];
  return {
    name: `recompute, ${leads / 4} to ${leads}`,
    limit,
    pairs: 2,
    product: async () => await recomputeOf(large),
    floor: async () => 4 * (await recomputeOf(small)),
  };
}
