import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

/** All other tests wait for this one. */
test('the renderer builds, unless what is there is newer than its sources', () => {
  test.setTimeout(120_000);
  const page = join(root, 'out/renderer/index.html');
  const sources = ['renderer', 'shared'].map(newest);
  if (!existsSync(page) || statSync(page).mtimeMs <= Math.max(...sources)) {
    const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
    const args = [vite, 'build', '-c', 'electron/vite.config.ts', '--logLevel=error'];
    const env = { ...process.env, DOSEN_BUILD: 'renderer' };
    const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    expect(status).toBe(0);
  }
  expect(existsSync(page)).toBe(true);
});
