/** Two-sided 95 % quantile of the normal distribution. */
export const Z95 = 1.959963984540054;

/** `x` of `n`, both whole, 0 ≤ x ≤ n. */
export type Count = { readonly x: number; readonly n: number };
/** Fractions, not percent: 0.13 is 13 %. */
export type Interval = { readonly low: number; readonly high: number };
export type Estimate = Interval & { readonly value: number };

function check({ x, n }: Count): void {
  if (!Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n)
    throw new RangeError(`not a count: ${x} of ${n}`);
}

/** Share with its Wilson score interval (Wilson 1927), null when n is 0. Throws RangeError unless 0 ≤ x ≤ n. */
export function wilson(count: Count, z: number = Z95): Estimate | null {
  check(count);
  const { x, n } = count;
  if (n === 0) return null;
  const p = x / n;
  const zz = z * z;
  const centre = (p + zz / (2 * n)) / (1 + zz / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n))) / (1 + zz / n);
  // At the ends the bound is exactly 0 or 1; rounding would leave a speck.
  return {
    value: p,
    low: x === 0 ? 0 : centre - half,
    high: x === n ? 1 : centre + half,
  };
}

/** After minus before with Newcombe's hybrid score interval (Newcombe 1998, method 10); null when an n is 0. */
export function difference(after: Count, before: Count, z: number = Z95): Estimate | null {
  const [a, b] = [wilson(after, z), wilson(before, z)];
  if (!a || !b) return null;
  const d = a.value - b.value;
  return {
    value: d,
    low: d - Math.hypot(a.value - a.low, b.high - b.value),
    high: d + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** z of the pooled two-proportion test; null when an n is 0 or all or none converted. */
export function pooledZ(after: Count, before: Count): number | null {
  check(after);
  check(before);
  const pooled = (after.x + before.x) / (after.n + before.n);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / after.n + 1 / before.n));
  return spread > 0 && Number.isFinite(spread) ? (after.x / after.n - before.x / before.n) / spread : null;
}

/** Ratio of the two rates with its log interval (Katz 1978); null when an x is 0. Not the ratio of the counts. */
export function rateRatio(after: Count, before: Count, z: number = Z95): Estimate | null {
  check(after);
  check(before);
  if (after.x === 0 || before.x === 0) return null;
  const value = after.x / after.n / (before.x / before.n);
  const half = z * Math.sqrt(1 / after.x - 1 / after.n + 1 / before.x - 1 / before.n);
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}
