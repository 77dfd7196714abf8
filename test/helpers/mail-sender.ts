import { type DeliveryPoint, smtpTransport } from '#electron/backend/mail/smtp-transport.ts';
import type { MailTransport } from '#electron/backend/mail/transport.ts';
import { testBackend } from './backend.ts';

/** Points between claim and reply at which the sending process ends itself. */
export type CrashPoint = DeliveryPoint | 'claimed' | 'replied' | 'settled' | 'none';

/** No clean-up, no flush, no handler: what a power cut or the task manager does. */
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still here');
};

function dyingTransport(point: CrashPoint): MailTransport {
  const inner = smtpTransport({
    silenceTimeout: 5_000,
    observe: reached => {
      if (reached === point) die();
    },
  });
  return {
    deliver: async (target, mail, hooks) => {
      if (point === 'claimed') die();
      const outcome = await inner.deliver(target, mail, hooks);
      if (point === 'replied') die();
      return outcome;
    },
  };
}

/** Run as a process of its own: opens the store in `dir`, ticks once, and dies on the way if told to. */
async function main(dir: string, now: string, point: CrashPoint): Promise<void> {
  const t = await testBackend({ dir, now, ports: { mail: dyingTransport(point) } });
  await t.client.mail.tick({});
  if (point === 'settled') die();
  await t.backend.stop();
}

const [dir, now, point] = process.argv.slice(2);
if (import.meta.main && dir && now && point) await main(dir, now, point as CrashPoint);
