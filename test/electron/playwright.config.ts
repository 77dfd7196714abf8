import { defineConfig } from '@playwright/test';

/** The suite for the real Electron: one app at a time, because the app allows only one. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/electron',
  timeout: 60_000,
  forbidOnly: true,
  retries: 0,
  workers: 1,
});
