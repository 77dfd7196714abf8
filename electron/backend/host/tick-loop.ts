import type { Backend } from '#electron/backend/create-backend.ts';
import { tick } from '#electron/backend/tick.ts';

const EVERY_MS = 30_000;

/** Lets the backend do what is due, now and every 30 s, one round at a time. A failing round is logged, not fatal. */
export function startTicking(backend: Backend, everyMs = EVERY_MS): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const round = (): void => {
    running ??= tickOnce(backend).finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(round, everyMs);
  timer.unref();
  round();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function tickOnce(backend: Backend): Promise<void> {
  if (!backend.keeper.isOpen || backend.keeper.store.readOnly) return;
  try {
    await tick(await backend.contextFor(undefined));
  } catch (error) {
    backend.log.error('tick.failed', { cause: error instanceof Error ? (error.stack ?? error.message) : '' });
  }
}
