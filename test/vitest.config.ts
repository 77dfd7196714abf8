import { defineConfig } from 'vitest/config';

// Right or wrong, never fast or slow: a busy machine gets the time it needs.
const node = {
  environment: 'node' as const,
  expect: { requireAssertions: true, poll: { timeout: 20_000 } },
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    ...node,
    root: new URL('..', import.meta.url).pathname,
    env: { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent', TZ: 'America/New_York' },
    // Every core works, and a worker loads the code once for all its files: nothing in a module outlives a test.
    maxWorkers: '100%',
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'integration', include: ['test/{integration,migrations,hosts}/**/*.test.ts'] },
      },
    ],
  },
});
