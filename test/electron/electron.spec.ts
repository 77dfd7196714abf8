import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { buildIfStale } from '#electron/start/build.ts';
import { electronProgram } from '#electron/start/runtime.ts';
import { security } from '#electron/main/security.ts';
import { repoRoot } from '#test/helpers/repo-copy.ts';

/*
 * The app in the real Electron: what the double cannot show. `npm test` runs it where the runtime is, and says so where
 * it is not.
 * Found by its path, because `require('electron')` would start a download.
 */
const program = electronProgram(repoRoot);
if (!program) throw new Error('no Electron binary: npx install-electron');

/** A runner of a workflow and root have no sandbox of the system; the preferences under test stay as they are. */
const mayNotSandbox = process.platform === 'linux' && (Boolean(process.env.CI) || process.getuid?.() === 0);

test.describe('the app in Electron', () => {
  test.describe.configure({ mode: 'serial' });
  let app: ElectronApplication;
  let page: Page;
  let folder = '';

  test.beforeAll(async () => {
    expect(await buildIfStale(repoRoot)).toBe(true);
    folder = mkdtempSync(join(tmpdir(), 'dosen-electron-'));
    app = await _electron.launch({
      executablePath: program,
      args: [repoRoot, `--user-data-dir=${folder}`, '--sample', ...(mayNotSandbox ? ['--no-sandbox'] : [])],
    });
    page = await app.firstWindow();
  });
  test.afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('shows the app, served by its own scheme, without an error', async () => {
    const errors: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', error => errors.push(error.message));
    await page.reload();
    expect(page.url()).toMatch(/^app:\/\/dosen\//);
    await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(errors).toEqual([]);
  });

  test('runs every window with the preferences of the security table', async () => {
    const real = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(window => {
        // Not part of the public types, but the only look at what a window really got.
        const contents = window.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        };
        return contents.getLastWebPreferences();
      }),
    );
    expect(real.length).toBeGreaterThan(0);
    const named = ['contextIsolation', 'sandbox', 'nodeIntegration', 'webSecurity', 'webviewTag'] as const;
    for (const preferences of real)
      for (const name of named) expect(preferences[name]).toBe(security.webPreferences[name].value);
  });

  test('gives the page three calls, no Node, and no way to the network', async () => {
    const seen = await page.evaluate(async () => ({
      shell: Object.keys((window as unknown as { dosenShell: object }).dosenShell).sort(),
      node: typeof (globalThis as { process?: unknown }).process,
      network: await fetch('https://example.com/').then(
        () => 'open',
        () => 'closed',
      ),
      opened: window.open('https://example.com/') === null,
    }));
    expect(seen).toEqual({
      shell: ['fileRef', 'saveFile', 'saveFiles'],
      node: 'undefined',
      network: 'closed',
      opened: true,
    });
  });

  test('prints a page of a list with its fonts', async () => {
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      await window.loadURL('app://dosen/');
      const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true });
      window.destroy();
      return bytes.subarray(0, 5).toString();
    });
    expect(pdf).toBe('%PDF-');
  });

  test('comes back with its data after the backend was killed', async () => {
    const count = async (): Promise<number> =>
      await app.evaluate(
        ({ app: electron }) =>
          electron.getAppMetrics().filter(({ serviceName }) => serviceName === 'Dosen backend').length,
      );
    await expect.poll(count).toBe(1);
    const pid = await app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().find(({ serviceName }) => serviceName === 'Dosen backend')?.pid,
    );
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await expect.poll(count, { timeout: 20_000 }).toBe(1);
    await page.reload();
    await expect(page.getByRole('heading').first()).toBeVisible({ timeout: 30_000 });
  });
});
