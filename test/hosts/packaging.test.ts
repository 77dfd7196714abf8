import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '#electron/start/build.ts';
import { repoRoot } from '#test/helpers/repo-copy.ts';

/*
 * Packaging without Electron's runtime: electron-builder packs the real build around a stand-in program. What is inside,
 * which languages and which fuses is what a real package gets; installers and signatures need the workflow.
 */

/** By this text in the program the fuses are found; the bytes after it are version, count and one state per fuse. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Everything a package may hold. */
const ALLOWED = [
  /^package\.json$/,
  /^out\/(main|assets)\/[\w-]+\.(js|png)$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/(index\.html|assets\/[\w.-]+\.(js|css|woff2|svg))$/,
  /^out\/fonts\/(print\.css|files\/[a-z0-9-]+\.woff2)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w./-]+\.js|prebuilds\/linux-x64\.node)$/,
];

/** The tools' own files: the links in `.bin` are shell scripts on Windows. */
const TOOLS = { 'electron-builder': 'electron-builder/cli.js', asar: '@electron/asar/bin/asar.js' } as const;
let folder = '';

async function run(
  name: keyof typeof TOOLS,
  args: string[],
  cwd = repoRoot,
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [join(repoRoot, 'node_modules', TOOLS[name]), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>(resolve => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, out: out + err };
}

const pack = async (config: string): Promise<{ code: number | null; out: string }> =>
  await run('electron-builder', [
    '--linux',
    'dir',
    '--x64',
    '--config',
    config,
    `-c.electronDist=${join(folder, 'runtime')}`,
    `-c.directories.output=${join(folder, 'dist')}`,
  ]);

/** A program with the fuse wire of the real one, all fuses in their factory state `1` (on) or `0` (off). */
function standIn(): void {
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'locales'), { recursive: true });
  for (const language of ['ja', 'en-US', 'fr', 'de'])
    writeFileSync(join(runtime, 'locales', `${language}.pak`), '');
  const wire = '101100010';
  const fuses = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, wire.length]), Buffer.from(wire)]);
  writeFileSync(join(runtime, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), fuses]));
  chmodSync(join(runtime, 'electron'), 0o755);
  writeFileSync(join(runtime, 'version'), '45.4.1');
}

// The package that is tried out is one for Linux, and its host is started.
describe.runIf(process.platform === 'linux')('packaging', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dosen-pack-'));
    expect(await buildIfStale(repoRoot)).toBe(true);
    standIn();
    const { code, out } = await pack(join(repoRoot, 'electron.builder.yml'));
    expect(code, out).toBe(0);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const unpacked = (...parts: string[]): string => join(folder, 'dist', 'linux-unpacked', ...parts);

  describe('a package', () => {
    it('holds what is on the list and nothing else', async () => {
      const extracted = join(folder, 'extracted');
      expect((await run('asar', ['extract', unpacked('resources', 'app.asar'), extracted])).code).toBe(0);
      const files = readdirSync(extracted, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(extracted.length + 1));
      expect(files.filter(file => !ALLOWED.some(pattern => pattern.test(file)))).toEqual([]);
      for (const pattern of ALLOWED)
        expect(
          files.some(file => pattern.test(file)),
          String(pattern),
        ).toBe(true);
      expect(files.length).toBeGreaterThan(300);
    });

    it('runs: the host inside it answers, with the database program that was packed', async () => {
      const extracted = join(folder, 'extracted');
      const host = join(extracted, 'out', 'main', 'host.js');
      const child = spawn(process.execPath, [host, '--data', join(folder, 'data'), '--exit-with-parent'], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const ready = await new Promise<string>(resolve =>
        child.stdout.once('data', (data: Buffer) => resolve(String(data))),
      );
      const url = /READY (\S+)/.exec(ready)?.[1] ?? '';
      const opened = await fetch(url, { redirect: 'manual' });
      expect(opened.status).toBe(303);
      const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
      const css = await fetch(new URL('/fonts/print.css', url), { headers: { cookie } });
      expect(await css.text()).toContain('@font-face');
      const exited = new Promise(resolve => child.once('exit', resolve));
      child.stdin.end();
      expect(await exited).toBe(0);
    });

    it('keeps the database program outside the archive, where the system can load it', () => {
      const programs = readdirSync(unpacked('resources', 'app.asar.unpacked'), { recursive: true }).filter(
        name => String(name).endsWith('.node'),
      );
      expect(programs).toEqual([join('node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node')]);
    });

    it('brings the languages of the app and no other', () => {
      expect(readdirSync(unpacked('locales')).sort()).toEqual(['en-US.pak', 'ja.pak']);
    });

    it('has its fuses set: no Node from outside, only its own archive', () => {
      const program = readFileSync(unpacked('dosen'));
      const at = program.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2;
      // RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyLoadAppFromAsar,
      // BrowserProcessSpecificV8Snapshot (left as it is), GrantFileProtocolExtraPrivileges
      expect(program.subarray(at, at + 8).toString()).toBe('01001100');
    });
  });

  it('refuses a misspelt key', async () => {
    const config = join(folder, 'misspelt.yml');
    cpSync(join(repoRoot, 'electron.builder.yml'), config);
    writeFileSync(config, `${readFileSync(config, 'utf8')}\nasarUnpak: ['x']\n`);
    const { code, out } = await pack(config);
    expect(code).not.toBe(0);
    expect(out).toContain('asarUnpak');
  });
});
