import { resolve, sep } from 'node:path';
import { AppError } from '#electron/backend/errors.ts';

/** Folder names that sync services give their roots; a SQLite file there gets torn between two machines. */
const PROVIDERS: [RegExp, string][] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive|マイドライブ)$/i, 'Google Drive'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud Drive'],
  [/^Box( Sync)?$/i, 'Box'],
];

/** Throws STORE_SYNCED_FOLDER for a path inside a synced folder or on a network share (UNC). */
export function refuseSyncedFolder(path: string): void {
  if (/^(\\\\|\/\/)[^\\/]/.test(path)) throw new AppError('STORE_SYNCED_FOLDER', { provider: 'share' });
  for (const part of resolve(path).split(sep)) {
    const found = PROVIDERS.find(([pattern]) => pattern.test(part));
    if (found) throw new AppError('STORE_SYNCED_FOLDER', { provider: found[1] });
  }
}
