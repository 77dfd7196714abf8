import type { Translated } from '#shared/i18n/translated.ts';
import type { start as source } from '#shared/i18n/ja/start.ts';

export const start: Translated<typeof source> = {
  building: 'Building the screens and the program (well under a minute)…',
  buildFailed: 'The build failed; see the lines above.',
  fetching: seconds => `Fetching Electron's runtime (at most ${seconds} s)…`,
  noRuntime: "Electron's runtime is not to be had, so Dosen opens in the browser.",
  noDisplay:
    'There is no display here, so no window opens. Open the address below in a browser on this computer.',
  asRoot: 'Electron does not run as root, so Dosen opens in the browser.',
  electronFailed: 'Electron did not start, so Dosen opens in the browser.',
  opened: 'Opened in Electron.',
  address: url => `Address: ${url}`,
  stop: 'Press Ctrl+C to stop.',
};
