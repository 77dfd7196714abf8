import type { Backend } from '#electron/backend/create-backend.ts';
import { AppError } from '#electron/backend/errors.ts';
import { isPractice, markPractice } from '#electron/backend/settings/settings.ts';

export interface StartStore {
  /** The file to open; default the app's own. */
  storePath?: string;
  /** The practice store with invented leads instead. */
  sample?: boolean;
}

/**
 * Opens the store a host starts with; a missing one is made. Never throws: the keeper keeps what went wrong, so that the
 * app comes up and says it.
 */
export async function openAtStart(backend: Backend, { storePath, sample }: StartStore): Promise<void> {
  const { keeper, log } = backend;
  try {
    if (sample) await openPractice(backend);
    else await keeper.open(storePath ?? keeper.ownPath, { create: true });
  } catch (error) {
    if (error instanceof AppError) log.info('store.notOpened', { code: error.code });
    else log.error('store.notOpened', { cause: error instanceof Error ? (error.stack ?? '') : '' });
  }
}

async function openPractice(backend: Backend): Promise<void> {
  await backend.keeper.open(backend.keeper.practicePath, { create: true });
  const ctx = await backend.contextFor(undefined);
  if (!(await isPractice(ctx.read))) await ctx.write(null, markPractice);
}
