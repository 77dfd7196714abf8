import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { copyFonts } from './backend/print/fonts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string): string => join(root, path);

/** Chromium reads WOFF2 everywhere; the WOFF copies the font packages name would only double the size. */
const woff2Only: Plugin = {
  name: 'dosen:woff2-only',
  generateBundle(_options, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (name.endsWith('.woff')) delete bundle[name];
      if (file.type === 'asset' && name.endsWith('.css'))
        file.source = String(file.source).replaceAll(
          /,\s*url\([^)]+\.woff\)\s*format\(["']?woff["']?\)/g,
          '',
        );
    }
  },
};

/** A packaged app has no node_modules and no sources: what it reads as files lies beside its code. */
const plainFiles = {
  name: 'dosen:plain-files',
  async closeBundle() {
    await copyFonts(at('out/fonts'));
    await cp(at('electron/assets'), at('out/assets'), { recursive: true });
  },
};

const main = {
  main: at('electron/main/index.ts'),
  backend: at('electron/backend/entry/utility-process.ts'),
  host: at('electron/backend/entry/http-server.ts'),
  'background-worker': at('electron/backend/db/background-worker.ts'),
};
const preload = at('electron/preload/index.ts');
/** The backend finds its worker thread's file beside its own. */
const besideEachOther = { chunkFileNames: '[name]-[hash].js' };
const present = Object.fromEntries(Object.entries(main).filter(([, path]) => existsSync(path)));
const rendererOnly = process.env['DOSEN_BUILD'] === 'renderer';

/** Everything that is built: the Electron side, the browser host and the renderer. `DOSEN_BUILD=renderer` builds the last alone. */
export default defineConfig({
  ...(!rendererOnly && Object.keys(present).length > 0
    ? {
        main: {
          plugins: [plainFiles],
          build: { outDir: at('out/main'), rolldownOptions: { input: present, output: besideEachOther } },
        },
      }
    : {}),
  ...(!rendererOnly && existsSync(preload)
    ? {
        preload: {
          build: {
            outDir: at('out/preload'),
            externalizeDeps: false,
            rolldownOptions: {
              input: { preload },
              output: { format: 'cjs' as const, entryFileNames: '[name].cjs' },
            },
          },
        },
      }
    : {}),
  renderer: {
    root: at('renderer'),
    plugins: [woff2Only, react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      chunkSizeWarningLimit: 2000,
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
