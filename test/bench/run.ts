import { importBench } from './import.ts';
import { isOver, measure, type Measured, SLACK } from './pairs.ts';
import { recomputeBench } from './recompute.ts';
import { searchBench } from './search.ts';
import { cleanUp } from './stores.ts';

/** `npm run bench`: how many times the bare minimum the real thing takes. The limits stand here and nowhere else. */
const BENCHES = [
  () => importBench(10_000, 3),
  () => recomputeBench(10_000, 3),
  () => searchBench(1_000_000, 1.5),
];

const line = (m: Measured): string =>
  [
    isOver(m) ? '✗' : m.ratio > m.limit ? '~' : '✓',
    m.name.padEnd(28),
    `${m.productMs.toFixed(0)} ms`.padStart(9),
    `${m.floorMs.toFixed(0)} ms`.padStart(9),
    `${m.ratio.toFixed(2)} ×`.padStart(8),
    `${m.limit.toFixed(1)} ×`.padStart(7),
  ].join(' ');

try {
  const measured: Measured[] = [];
  for (const prepare of BENCHES) {
    const bench = await prepare();
    measured.push(await measure(bench));
    await bench.close?.();
  }
  console.log(`\n  ${'work'.padEnd(28)}   product     floor    ratio   limit`);
  for (const m of measured) console.log(line(m));
  console.log(`median of five interleaved pairs; ~ above the limit, ✗ red: above limit × ${SLACK}`);
  if (measured.some(isOver)) process.exitCode = 1;
} finally {
  cleanUp();
}
