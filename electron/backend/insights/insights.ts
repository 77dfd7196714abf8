import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { addVersion, newestVersion, type VersionKind } from '#electron/backend/settings/versions.ts';
import { type Baseline, zBaseline } from '#shared/contract/insights.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, type Day, dayOf } from '#shared/domain/base/days.ts';
import { beforeAfter as compare, type Rate } from '#shared/domain/insights/beforeAfter.ts';
import { countMature } from '#shared/domain/insights/maturity.ts';
import { wilson } from '#shared/domain/insights/proportions.ts';
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
  const after = rateOf(counted, { fromOn: range.fromOn ?? null, toOn: range.toOn ?? null });
  const common = {
    windowDays: input.windowDays,
    immature: { n: counted.immature, finalOn: counted.maturesOn },
  };
  if (!baseline) return { before: null, after, difference: null, verdict: 'noBaseline', ...common };
  const compared = compare(baseline, counted);
  return {
    before: toRate(compared.before, { fromOn: baseline.fromOn, toOn: baseline.toOn }),
    after,
    difference: compared.difference,
    verdict: compared.verdict,
    ...common,
  };
}

interface Period {
  fromOn: Day | null;
  toOn: Day | null;
}

const rateOf = ({ x, n }: { x: number; n: number }, period: Period) => {
  const estimate = wilson({ x, n });
  return {
    ...period,
    n,
    x,
    rate: estimate?.value ?? null,
    low: estimate?.low ?? null,
    high: estimate?.high ?? null,
  };
};

const toRate = (rate: Rate, period: Period) => ({
  ...period,
  n: rate.n,
  x: rate.x,
  rate: rate.share,
  low: rate.interval?.low ?? null,
  high: rate.interval?.high ?? null,
});
