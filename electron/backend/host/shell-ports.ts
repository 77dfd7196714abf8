import type { ContractRouterClient } from '@orpc/contract';
import { isDefinedError, safe } from '@orpc/client';
import { AppError } from '#electron/backend/errors.ts';
import type { HtmlPrinter, Notifier, SecretBox } from '#electron/backend/ports.ts';
import type { shellContract } from '#shared/contract/host.ts';

export type ShellClient = ContractRouterClient<typeof shellContract>;

/** Seals by the system's keychain, which only the shell can reach. */
export const shellSecrets = (shell: ShellClient): SecretBox => ({
  kind: 'keychain',
  seal: async plain => (await shell.secrets.seal({ plain })).sealed,
  open: async sealed => (await shell.secrets.open({ sealed })).plain,
});

/** Prints in a hidden window of the shell. Throws PDF_FAILED. */
export const shellPrinter = (shell: ShellClient): HtmlPrinter => ({
  async toPdf(html) {
    const { error, data } = await safe(shell.printer.toPdf({ html }));
    if (!error) return Buffer.from(data.base64, 'base64');
    const detail = isDefinedError(error) ? error.data.detail : error.message;
    throw new AppError('PDF_FAILED', { detail }, { cause: error });
  },
});

/** Notifications of the system. One that is not shown stops nothing. */
export const shellNotifier = (shell: ShellClient): Notifier => ({
  notify: message => void shell.notifier.notify(message).catch(() => undefined),
  count: figure => void shell.notifier.count(figure).catch(() => undefined),
});
