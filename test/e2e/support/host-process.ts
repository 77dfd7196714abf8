import { createInterface } from 'node:readline';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startHttpHost } from '#electron/backend/entry/http-server.ts';
import { tick } from '#electron/backend/tick.ts';
import { TestClock } from '#test/helpers/clock.ts';

/*
 * The browser host as its own process, with a clock that stands until a line on standard input moves it.
 * Prints `READY <url>`, and `NOW <instant>` once everything due at a new time is done. Ends when standard input does.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    store: { type: 'string' },
    now: { type: 'string', default: '' },
    renderer: { type: 'string', default: '' },
  },
});
const clock = new TestClock(values.now);
const host = await startHttpHost({
  ...(values.data ? { dataFolder: values.data } : {}),
  ...(values.store ? { storePath: values.store } : {}),
  rendererFolder: values.renderer,
  ports: { clock, loopbackOnly: true },
});

async function moveTo(now: string): Promise<void> {
  clock.set(now);
  await tick(await host.backend.contextFor(undefined));
  process.stdout.write(`NOW ${clock.now()}\n`);
}

let work = Promise.resolve();
createInterface({ input: process.stdin })
  .on('line', line => {
    work = work.then(async () => await moveTo(line.trim()));
  })
  .once('close', () => void work.then(async () => await host.stop()).then(() => process.exit(0)));
process.stdout.write(`READY ${host.url}\n`);
