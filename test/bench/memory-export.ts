import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { pathDesk } from '#electron/backend/host/cli/path-desk.ts';
import { zExportColumn } from '#shared/contract/lead-columns.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { cleanUp, copyStore, folder, succeed, timed } from './stores.ts';

/** A process of its own: writes every lead of a store into a file and prints how far its memory rose over idle, in MB. */
const [, , base = '', format = 'xlsx'] = process.argv;
const rss = (): number => process.memoryUsage.rss() / 1024 ** 2;
const { dir } = copyStore(base, 'memory-export');
const files = pathDesk({ base: dir, out: join(folder, 'out') });
const { client, backend } = await testBackend({ dir, now: '2026-11-20T01:00:00Z', ports: { files } });
await client.leads.list({});
await pause(500);
const idle = rss();
let peak = idle;
const turns = monitorEventLoopDelay({ resolution: 5 });
turns.enable();
const sampled = setInterval(() => {
  peak = Math.max(peak, rss());
}, 50);
const ms = await timed(async () => {
  await succeed(
    await client.leads.export({
      selection: { filter: {} },
      columns: [...zExportColumn.options],
      format: format === 'csv' ? 'csv' : 'xlsx',
      encoding: 'shift_jis',
    }),
  );
});
clearInterval(sampled);
turns.disable();
console.log(`${Math.round(ms)} ms, longest turn ${Math.round(turns.max / 1e6)} ms`);
console.log(peak - idle);
await backend.stop();
cleanUp();
