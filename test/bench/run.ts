import { callListBench } from './call-list.ts';
import { callListPdfBench } from './call-list-pdf.ts';
import { importBench, previewBench, undoBench } from './import.ts';
import { exportMemoryBench, memoryBench } from './memory.ts';
import { type Bench, isOver, measure, type Measured, SLACK } from './pairs.ts';
import { oneLeadBench, rehearsalBench } from './one-lead.ts';
import { linearBench, recomputeBench, saveRulesBench } from './recompute.ts';
import { scrollBench } from './scroll.ts';
import { searchBench } from './search.ts';
import { cleanUp } from './stores.ts';

/** Thousands of rows: `npm run bench -- undo 10` measures one bench at a smaller size. */
const size = (full: number): number => Number(process.argv[3] ?? full / 1000) * 1000;

/** `npm run bench`: how many times the bare minimum the real thing takes. The limits stand here and nowhere else. */
const BENCHES: Record<string, () => Promise<Bench>> = {
  import: async () => await importBench(size(50_000), 3),
  memory: async () => await memoryBench(size(200_000), 1),
  export: async () => await exportMemoryBench(size(100_000), 1),
  preview: async () => await previewBench(size(50_000), 0.2),
  undo: async () => await undoBench(size(50_000), 1),
  recompute: async () => await recomputeBench(size(50_000), 3),
  rules: async () => await saveRulesBench(size(50_000), 3),
  oneLead: async () => await oneLeadBench(size(50_000), 4),
  rehearsal: async () => await rehearsalBench(size(10_000), 3),
  linear: async () => await linearBench(size(200_000), 1.25),
  search: async () => await searchBench(size(1_000_000), 1.5),
  scroll: async () => await scrollBench(size(100_000), 1),
  callList: async () => await callListBench(size(100_000), 2),
  callListPdf: async () => await callListPdfBench('together', 1.3),
  callListPdfs: async () => await callListPdfBench('apart', 1.3),
};

/** Whole, but with two decimals where whole ones would say nothing. */
const figure = (n: number): string => n.toFixed(n < 20 ? 2 : 0);

const line = (m: Measured): string =>
  [
    isOver(m) ? '✗' : m.ratio > m.limit ? '~' : '✓',
    m.name.padEnd(28),
    `${figure(m.productMs)} ${m.unit ?? 'ms'}`.padStart(9),
    `${figure(m.floorMs)} ${m.unit ?? 'ms'}`.padStart(9),
    `${m.ratio.toFixed(2)} ×`.padStart(8),
    `${m.limit.toFixed(1)} ×`.padStart(7),
  ].join(' ');

try {
  const measured: Measured[] = [];
  for (const [name, prepare] of Object.entries(BENCHES)) {
    if ((process.argv[2] ?? name) !== name) continue;
    const bench = await prepare();
    measured.push(await measure(bench));
    await bench.close?.();
  }
  console.log(`\n  ${'work'.padEnd(28)}   product     floor    ratio   limit`);
  for (const m of measured) console.log(line(m));
  console.log(`median of interleaved pairs; ~ above the limit, ✗ red: above limit × ${SLACK}`);
  if (measured.some(isOver)) process.exitCode = 1;
} finally {
  cleanUp();
}
