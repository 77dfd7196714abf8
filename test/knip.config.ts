import type { KnipConfig } from 'knip';

/** Style sheets use packages too (fonts, Mantine); this shows knip their imports. */
const cssImports = (text: string): string =>
  [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)]
    .map(match => `import '${match[1]}';`)
    .join('\n');

/** What is dead: files no entry reaches, exports nobody imports, dependencies nobody uses. */
const config: KnipConfig = {
  // A program of the system that only tests start, where it is there.
  ignoreBinaries: ['soffice'],
  entry: [
    'electron/main/index.ts',
    'electron/preload/index.ts',
    'electron/backend/entry/{cli,http-server,utility-process}.ts',
    'electron/vite.config.ts',
    'renderer/main.tsx',
    'migrations/*.ts',
    'test/run/*.ts',
    'test/helpers/holder.ts',
    'test/bench/memory-{import,export}.ts',
    'test/deep/*.ts',
    'test/lint/*.ts',
    'test/vitest.config.ts',
    'test/playwright.config.ts',
    'test/electron/*.ts',
    'test/{unit,integration,migrations,contract,hosts}/**/*.test.{ts,tsx}',
    'test/e2e/**/*.spec.ts',
  ],
  project: ['{electron,renderer,shared,migrations,test}/**/*.{ts,tsx,css}'],
  compilers: { css: cssImports },
  // A type may be exported for a signature that only its own file names.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Node itself for the scripts; the Electron runtime is started by path, never imported outside main.
  ignoreDependencies: ['@dosen/node24'],
};

export default config;
