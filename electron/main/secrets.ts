import process from 'node:process';
import { safeStorage } from 'electron';

/**
 * How this system keeps secrets. Linux without a keyring falls back to `basic_text`, which anybody can undo: that is no
 * keychain, and the backend seals with its own key file and says so.
 */
export async function secretsKind(): Promise<'keychain' | 'keyFile'> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'keyFile';
  if (process.platform !== 'linux') return 'keychain';
  return ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()) ? 'keyFile' : 'keychain';
}

export const seal = async (plain: string): Promise<string> =>
  (await safeStorage.encryptStringAsync(plain)).toString('base64');

/** Throws when the text was sealed elsewhere or changed. */
export const unseal = async (sealed: string): Promise<string> =>
  (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result;
