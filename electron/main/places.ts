import { join } from 'node:path';
import { app } from 'electron';

const built = (...parts: string[]): string => join(app.getAppPath(), 'out', ...parts);

/** Where the parts of the build lie, and where data goes. Functions, because the app's folders are set up late. */
export const places = {
  renderer: (): string => built('renderer'),
  fonts: (): string => built('fonts'),
  backend: (): string => built('main', 'backend.js'),
  preload: (): string => built('preload', 'preload.cjs'),
  icon: (): string => built('assets', 'icon.png'),
  data: (): string => join(app.getPath('userData'), 'data'),
  window: (): string => join(app.getPath('userData'), 'window.json'),
  logs: (): string => app.getPath('logs'),
};
