import { setTimeout as pause } from 'node:timers/promises';
import { cleanUp, succeed, withBackend } from './stores.ts';

/** A process of its own: imports a file into a copy of a store and prints how far its memory rose over idle, in MB. */
const [, , base = '', csv = ''] = process.argv;
const rss = (): number => process.memoryUsage.rss() / 1024 ** 2;

await withBackend(base, { name: 'memory', now: '2026-11-20T01:00:00Z' }, async ({ client }) => {
  await client.imports.list({});
  await pause(500);
  const idle = rss();
  let peak = idle;
  const sampled = setInterval(() => {
    peak = Math.max(peak, rss());
  }, 50);
  await succeed(await client.imports.run({ file: { path: csv } }));
  clearInterval(sampled);
  console.log(peak - idle);
});
cleanUp();
