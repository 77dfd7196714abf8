import { defineConfig } from 'vitest/config';

const node = { environment: 'node' as const, expect: { requireAssertions: true } };

export default defineConfig({
  test: {
    ...node,
    root: new URL('..', import.meta.url).pathname,
    env: { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent', TZ: 'America/New_York' },
    // Every core works, and a worker loads the code once for all its files: nothing in a module outlives a test.
    maxWorkers: '100%',
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,migrations,contract,hosts}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
