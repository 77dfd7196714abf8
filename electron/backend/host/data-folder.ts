import { homedir } from 'node:os';
import { join } from 'node:path';

/** The app's own data folder, the same for every host (Electron's `userData` plus `data`): never Documents or Desktop. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Dosen', 'data');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Dosen', 'data');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'Dosen', 'data');
}
