/** Product and floor of one comparison; both return the milliseconds of the work alone. */
export interface Bench {
  name: string;
  /** Times the floor the product may take. */
  limit: number;
  /** What both sides count, where it is not milliseconds. */
  unit?: string;
  /** Pairs measured; 5 by default, fewer for work that takes long. */
  pairs?: number;
  product(): Promise<number>;
  floor(): Promise<number>;
  /** Closes what both sides kept open. */
  close?(): Promise<void>;
}

export interface Measured {
  name: string;
  limit: number;
  unit?: string;
  productMs: number;
  floorMs: number;
  ratio: number;
}

/** A machine is never quiet: only above the limit by a quarter is red. */
export const SLACK = 1.25;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export const isOver = ({ ratio, limit }: Measured): boolean => !(ratio <= limit * SLACK);

/** One pair to warm up, then the pairs, the order turned each time; the median of their ratios counts. */
export async function measure(bench: Bench): Promise<Measured> {
  const n = bench.pairs ?? 5;
  await bench.product();
  await bench.floor();
  const pairs: { product: number; floor: number }[] = [];
  for (let i = 0; i < n; i++) {
    if (i % 2 === 0) pairs.push({ product: await bench.product(), floor: await bench.floor() });
    else {
      const floor = await bench.floor();
      pairs.push({ floor, product: await bench.product() });
    }
  }
  return {
    name: bench.name,
    limit: bench.limit,
    ...(bench.unit === undefined ? {} : { unit: bench.unit }),
    productMs: median(pairs.map(pair => pair.product)),
    floorMs: median(pairs.map(pair => pair.floor)),
    ratio: median(pairs.map(pair => pair.product / pair.floor)),
  };
}
