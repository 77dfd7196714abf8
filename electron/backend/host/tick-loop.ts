import { announceAlerts } from '#electron/backend/alerts/announce.ts';
import type { Context } from '#electron/backend/context.ts';
import type { Backend } from '#electron/backend/create-backend.ts';
import { tick } from '#electron/backend/tick.ts';

const EVERY_MS = 30_000;

/** What is committed within this time of an alert is told with it: a burst is one thing to the person. */
const ALERT_MS = 1000;

/**
 * Lets the backend do what is due, now and every 30 s, and a moment after somebody turned hot; one round at a time. A failing
 * round is logged, not fatal.
 */
export function startTicking(backend: Backend, everyMs = EVERY_MS): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const round = (): void => {
    running ??= tickOnce(backend).finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(round, everyMs);
  timer.unref();
  const listening = announceSoon(backend, ALERT_MS);
  round();
  return {
    async stop() {
      clearInterval(timer);
      await listening.stop();
      await running;
    },
  };
}

const tickOnce = async (backend: Backend): Promise<void> => await guarded(backend, 'tick.failed', tick);

/** Announces after each commit that raised or changed an alert, once for all that come within `afterMs`. */
function announceSoon(backend: Backend, afterMs: number): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const announce = (): void => {
    timer = undefined;
    running = running.then(async () => await guarded(backend, 'announce.failed', announceAlerts));
  };
  const ended = backend.keeper.onCommit(tables => {
    if (tables.has('alerts')) timer ??= setTimeout(announce, afterMs).unref();
  });
  return {
    async stop() {
      ended();
      clearTimeout(timer);
      await running;
    },
  };
}

async function guarded(
  backend: Backend,
  failure: string,
  work: (ctx: Context) => Promise<void>,
): Promise<void> {
  if (!backend.keeper.isOpen || backend.keeper.store.readOnly) return;
  try {
    await work(await backend.contextFor(undefined));
  } catch (error) {
    backend.log.error(failure, { cause: error instanceof Error ? (error.stack ?? error.message) : '' });
  }
}
