import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { addVersion, newestVersion, type VersionKind } from '#electron/backend/settings/versions.ts';
import { type Baseline, zBaseline } from '#shared/contract/insights.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, type Day, dayOf } from '#shared/domain/base/days.ts';
import { beforeAfter as compare, type Rate } from '#shared/domain/insights/before-after.ts';
import { countMature } from '#shared/domain/insights/maturity.ts';
import { listAcquisitions } from './insights.repo.ts';

const baselineKind: VersionKind<Baseline | null> = {
  kind: 'baseline',
  schema: zBaseline.nullable(),
  fallback: null,
};

/** Keeps the numbers from before as a new version: who typed what stays visible. */
export async function saveBaseline(ctx: Context, input: Baseline): Promise<OutputOf<'baseline', 'save'>> {
  const n = await ctx.write(
    { kind: 'baseline.save', undoable: false },
    async tx => await addVersion(tx, baselineKind, input),
  );
  return { n, baseline: input };
}

export const getBaseline = async (ctx: Context): Promise<Baseline | null> => await baselineOf(ctx.read);

const baselineOf = async (db: ReadDb): Promise<Baseline | null> =>
  (await newestVersion(db, baselineKind)).data;

/**
 * Conversion before Dosen against after, for leads whose window is over. After = acquired after the baseline's
 * period unless a range is given. Without a baseline only the rate after is returned.
 */
export async function beforeAfter(
  ctx: Context,
  input: InputOf<'insights', 'beforeAfter'>,
): Promise<OutputOf<'insights', 'beforeAfter'>> {
  const baseline = await baselineOf(ctx.read);
  const range = {
    fromOn: input.fromOn ?? (baseline ? addDays(baseline.toOn, 1) : undefined),
    toOn: input.toOn,
  };
  const acquired = await listAcquisitions(ctx.read, range);
  const counted = countMature(acquired, input.windowDays, dayOf(ctx.now()));
  const { before, after, difference, verdict } = compare(baseline, counted);
  return {
    before: before && baseline && inPeriod(before, baseline),
    after: inPeriod(after, { fromOn: range.fromOn ?? null, toOn: range.toOn ?? null }),
    difference,
    verdict,
    windowDays: input.windowDays,
    immature: counted.immature,
  };
}

interface Period {
  fromOn: Day | null;
  toOn: Day | null;
}

const inPeriod = ({ n, x, rate, low, high }: Rate, { fromOn, toOn }: Period) => ({
  fromOn,
  toOn,
  n,
  x,
  rate,
  low,
  high,
});
