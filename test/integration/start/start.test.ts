import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isStale, sourceState } from '#electron/start/build.ts';
import { canFetch, electronProgram } from '#electron/start/runtime.ts';
import { repoRoot } from '#test/helpers/repo-copy.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dosen-start-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

function write(name: string, content = ''): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

describe('what is stale', () => {
  beforeEach(() => {
    for (const name of ['electron/a.ts', 'renderer/a.tsx', 'shared/a.ts', 'migrations/a.ts', 'package.json'])
      write(name);
    for (const name of [
      'main/main.js',
      'main/host.js',
      'preload/preload.cjs',
      'renderer/index.html',
      'fonts/print.css',
    ])
      write(`out/${name}`);
    write('out/.made-from', sourceState(root));
  });

  it('is nothing right after a build, also when compiler output appears', () => {
    expect(isStale(root)).toBe(false);
    write('shared/.tsbuild/a.d.ts');
    expect(isStale(root)).toBe(false);
  });

  it.each([
    ['a newer source', () => utimesSync(join(root, 'shared/a.ts'), 2_000_000_000, 2_000_000_000)],
    ['an older source, from another branch', () => utimesSync(join(root, 'electron/a.ts'), 1, 1)],
    ['a new source', () => write('renderer/b.tsx')],
    ['a deleted source', () => rmSync(join(root, 'migrations/a.ts'))],
    ['a missing part of the build', () => rmSync(join(root, 'out/preload/preload.cjs'))],
    ['a build that was not finished', () => rmSync(join(root, 'out/.made-from'))],
  ])('is seen by %s', (_what, change) => {
    change();
    expect(isStale(root)).toBe(true);
  });
});

describe("Electron's runtime", () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is found by its own note of where it is, and only when it is there', () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
    expect(electronProgram(root)).toBeNull();
    write('node_modules/electron/path.txt', 'electron');
    expect(electronProgram(root)).toBeNull();
    write('node_modules/electron/dist/electron');
    expect(electronProgram(root)).toBe(join(root, 'node_modules/electron/dist/electron'));
  });

  it('is not fetched where nobody answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    vi.stubEnv('npm_config_electron_mirror', undefined);
    vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`);
    expect(await canFetch()).toBe(true);
    await new Promise(resolve => server.close(resolve));
    expect(await canFetch()).toBe(false);
    vi.stubEnv('ELECTRON_MIRROR', 'not an address');
    expect(await canFetch()).toBe(false);
  });
});

describe('npm start without Electron and without a display', () => {
  it('says so, prints the address of the running app, and ends when its input ends', async () => {
    const env = { ...process.env, LANG: 'ja_JP.UTF-8', ELECTRON_MIRROR: 'http://127.0.0.1:9/' };
    for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'LC_ALL', 'LC_MESSAGES'])
      Reflect.deleteProperty(env, name);
    const start = join(repoRoot, 'electron', 'start', 'start.ts');
    const child = spawn(process.execPath, [start, '--data', join(root, 'data'), '--sample'], {
      env,
      cwd: root,
    });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += String(data)));
    child.stderr.on('data', (data: Buffer) => (out += String(data)));
    const exited = new Promise(resolve => child.once('exit', resolve));
    await vi.waitUntil(() => /終了/.test(out), { timeout: 150_000, interval: 200 });
    expect(out).toContain('ブラウザー');
    const url = /アドレス: (http:\/\/127\.0\.0\.1:\d+\/\?k=\S+)/.exec(out)?.[1] ?? '';
    const cookie = (await fetch(url, { redirect: 'manual' })).headers.get('set-cookie') ?? '';
    const answer = await fetch(new URL('/rpc/system/status', url), {
      method: 'POST',
      headers: { cookie: cookie.split(';')[0] ?? '', 'content-type': 'application/json' },
      body: JSON.stringify({ json: {} }),
    });
    const status = (await answer.json()) as { json: { store: { practice: boolean; leads: number } } };
    expect(status.json.store.practice).toBe(true);
    expect(status.json.store.leads).toBeGreaterThan(100);
    child.stdin.end();
    expect(await exited).toBe(0);
  }, 180_000);
});
