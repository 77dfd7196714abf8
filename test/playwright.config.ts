import { defineConfig } from '@playwright/test';
import { QUIET } from './setup/browser.ts';
import { systemChromium } from './setup/system.ts';

const chromium = systemChromium();

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  timeout: 120_000,
  // Right or wrong, never fast or slow: a busy machine gets the time it needs.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: 'build', testMatch: 'build.spec.ts' },
    { name: 'app', testIgnore: 'build.spec.ts', dependencies: ['build'] },
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 720 },
    locale: 'ja-JP',
    timezoneId: 'America/New_York',
    // Records every step of every test and takes a third of their time: `npx playwright test --trace on` where needed.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: chromium
      ? { executablePath: chromium, args: QUIET, env: { ...process.env, LANGUAGE: 'ja' } }
      : {},
  },
});
