import { implement, ORPCError } from '@orpc/server';
import { shellContract } from '#shared/contract/host.ts';
import { notify } from './notifications.ts';
import { printToPdf } from './printer.ts';
import { seal, unseal } from './secrets.ts';

/** What the backend may ask of the shell: secrets, print, notifications. */
export function shellRouter(
  onNotificationClick: (target?: string) => void,
  onCount: (figure: { n: number; label: string }) => void,
) {
  const os = implement(shellContract);
  return {
    secrets: {
      seal: os.secrets.seal.handler(async ({ input }) => ({ sealed: await seal(input.plain) })),
      open: os.secrets.open.handler(async ({ input }) => ({ plain: await unseal(input.sealed) })),
    },
    printer: {
      toPdf: os.printer.toPdf.handler(async ({ input }) => {
        try {
          return { base64: (await printToPdf(input.html)).toString('base64') };
        } catch (error) {
          const detail = error instanceof Error ? error.message : 'unknown';
          throw new ORPCError('PRINT_FAILED', { data: { detail }, cause: error });
        }
      }),
    },
    notifier: {
      notify: os.notifier.notify.handler(({ input }) => {
        notify(input, onNotificationClick);
        return {};
      }),
      count: os.notifier.count.handler(({ input }) => {
        onCount(input);
        return {};
      }),
    },
  };
}
