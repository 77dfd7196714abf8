import type { Backend } from '#electron/backend/create-backend.ts';
import { AppError } from '#electron/backend/errors.ts';
import { openOther } from './store.ts';

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
    if (storePath !== undefined) keeper.ownPath = storePath;
    if (sample) await openOther(await backend.contextFor(undefined), { which: 'practice' });
    else await keeper.open(keeper.ownPath, { create: true });
  } catch (error) {
    if (error instanceof AppError) log.info('store.notOpened', { code: error.code });
    else log.error('store.notOpened', { cause: error instanceof Error ? (error.stack ?? '') : '' });
  }
}
