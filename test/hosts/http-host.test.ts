import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionFileDesk } from '#electron/backend/host/file-desk.ts';
import { type TestHttpHost, testHttpHost } from '#test/helpers/http-host.ts';
import { hostConformance, inPieces } from './conformance.ts';

/** What a page of this host hears, as it comes. */
async function hearing(test: TestHttpHost) {
  const leave = new AbortController();
  const response = await test.get('/notices', { signal: leave.signal });
  const heard: { event: string; data: Record<string, unknown> }[] = [];
  const read = async (): Promise<void> => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? [])
      for (const [, event = '', data = ''] of chunk.matchAll(/event: (\w+)\ndata: (.*)\n\n/g))
        heard.push({ event, data: JSON.parse(data) as Record<string, unknown> });
  };
  void read().catch(() => undefined);
  const of = (name: string) => heard.filter(({ event }) => event === name).map(({ data }) => data);
  return { response, notices: () => of('notice'), figures: () => of('count'), leave: () => leave.abort() };
}

hostConformance('browser', async () => {
  const test = await testHttpHost();
  const page = await hearing(test);
  return {
    ports: test.host.ports,
    async bring(name, bytes) {
      const headers = { 'x-file-name': encodeURIComponent(name) };
      const response = await test.get('/files', { method: 'POST', headers, body: Buffer.from(bytes) });
      return (await response.json()) as { ref: string };
    },
    async fetch(file) {
      const response = await test.get(`/files/${file.ref}`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    told: () => page.notices().map(({ title }) => String(title)),
    figure: () => {
      const { n, label } = page.figures().at(-1) ?? {};
      return { n: Number(n), label: String(label) };
    },
    async stop() {
      page.leave();
      await test.stop();
    },
  };
});

describe('the browser host', () => {
  let test: TestHttpHost;
  beforeAll(async () => {
    test = await testHttpHost();
  });
  afterAll(async () => await test.stop());

  /** A request with headers `fetch` does not let one set. */
  const raw = async (path: string, headers: Record<string, string>): Promise<number | undefined> =>
    await new Promise((resolve, reject) => {
      const { port } = new URL(test.host.origin);
      request({ host: '127.0.0.1', port, path, headers }, response => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('keeps what it has to tell until a page is open, and says that it waited', async () => {
    const own = await testHttpHost();
    own.host.ports.notifier.notify({ title: '前', body: '' });
    const page = await hearing(own);
    expect(page.response.headers.get('content-type')).toBe('text/event-stream');
    await expect.poll(page.notices).toEqual([{ title: '前', body: '', waited: true }]);
    own.host.ports.notifier.notify({ title: '後', body: '', target: '/leads/x' });
    await expect
      .poll(() => page.notices().at(-1))
      .toEqual({ title: '後', body: '', target: '/leads/x', waited: false });
    page.leave();
    await own.stop();
  });

  it('exchanges the token of this launch for a cookie no script reads and no other site sends', async () => {
    const response = await fetch(test.host.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(response.headers.get('set-cookie')).toMatch(
      /^dosen-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect(new URL(test.host.url).searchParams.get('k')).toMatch(/^[\w-]{43}$/);
    expect(response.headers.get('set-cookie')).not.toContain(new URL(test.host.url).searchParams.get('k'));
  });

  it.each([
    '/',
    '/assets/a.js',
    '/rpc/system/status',
    '/files/x',
    '/fonts/print.css',
    '/notices',
    '/?k=',
    '/?k=wrong',
  ])('refuses %s without the cookie or with a wrong token', async path => {
    const response = await fetch(`${test.host.origin}${path}`, { redirect: 'manual' });
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('refused');
  });

  it('refuses a wrong cookie, a foreign Origin and a foreign Host, whatever else is right', async () => {
    const cookie = await test.cookie();
    const host = new URL(test.host.origin).host;
    expect(await raw('/', { host, cookie })).toBe(200);
    expect(await raw('/', { host, cookie: `${cookie.slice(0, -1)}~` })).toBe(403);
    expect(await raw('/', { host, cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await raw('/', { host, cookie, origin: 'null' })).toBe(403);
    expect(await raw('/', { host: 'evil.example', cookie })).toBe(403);
    expect(await raw('/', { host: `localhost:${host.split(':')[1]}`, cookie })).toBe(403);
    expect(await raw(`/${new URL(test.host.url).search}`, { host: 'evil.example' })).toBe(403);
  });

  it('gives every page load its own nonce and allows nothing inline without it', async () => {
    const loads = await Promise.all([test.get('/'), test.get('/leads')]);
    const nonces = await Promise.all(
      loads.map(async response => {
        const policy = response.headers.get('content-security-policy') ?? '';
        const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
        expect(policy).toMatch(/^default-src 'none';/);
        expect(policy).not.toContain('unsafe');
        expect(await response.text()).toContain(`content="${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect(Buffer.from(nonces[0] ?? '', 'base64').length).toBe(16);
  });

  it('sends the common headers with everything, also with a refusal', async () => {
    const answers = [
      await test.get('/'),
      await test.get('/assets/a.js'),
      await fetch(`${test.host.origin}/`),
    ];
    for (const { headers } of answers)
      expect([
        headers.get('x-content-type-options'),
        headers.get('referrer-policy'),
        headers.get('cross-origin-opener-policy'),
      ]).toEqual(['nosniff', 'no-referrer', 'same-origin']);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/.env',
    '/c:/x.txt',
  ])('serves nothing outside the built page: %s', async path => {
    const cookie = await test.cookie();
    expect(await raw(path, { host: new URL(test.host.origin).host, cookie })).toBe(404);
  });

  it('serves the fonts of printed pages', async () => {
    const css = await test.get('/fonts/print.css');
    expect(css.headers.get('content-type')).toContain('text/css');
    const file = /url\((files\/[^)]+\.woff2)\)/.exec(await css.text())?.[1] ?? '';
    const font = await test.get(`/fonts/${file}`);
    expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
    expect(
      Buffer.from(await font.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('wOF2');
    expect((await test.get('/fonts/files/package.json')).status).toBe(404);
  });

  it('answers the contract, with the member of the call', async () => {
    const client = await test.client();
    const saved = await client.members.save({ name: '佐藤', roles: ['inside'] });
    const status = await (await test.client(saved.uid)).system.status({});
    expect(status).toMatchObject({ member: { name: '佐藤' }, secrets: 'keyFile', storeProblem: null });
    const unknown = await (await test.client('of-another-store')).system.status({});
    expect(unknown.member?.name).toBe('');
  });

  it('sends changes while they happen and stops when the window leaves', async () => {
    const client = await test.client();
    const leave = new AbortController();
    const changes = await client.system.changes({}, { signal: leave.signal });
    const next = changes.next();
    await client.members.save({ name: '鈴木', roles: ['field'] });
    expect((await next).value).toMatchObject({ domains: expect.arrayContaining(['settings']) as string[] });
    leave.abort();
    await expect(changes.next()).rejects.toThrow();
  });

  it('answers a download as an attachment with its Japanese name', async () => {
    const out = await test.host.ports.files.give({
      name: "11月 'A'.pdf",
      mediaType: 'application/pdf',
      bytes: Buffer.from('x'),
    });
    const response = await test.get(`/files/${out.ref}`);
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''11%E6%9C%88%20%27A%27.pdf",
    );
  });

  it('refuses an upload that is too large before reading it', async () => {
    const { port, host } = new URL(test.host.origin);
    const cookie = await test.cookie();
    const status = await new Promise((resolve, reject) => {
      const headers = { host, cookie, 'content-length': String(513 * 1024 * 1024) };
      const sending = request({ port, path: '/files', method: 'POST', headers }, answer => {
        resolve(answer.statusCode);
        sending.destroy();
      });
      sending.on('error', reject);
      sending.flushHeaders();
    });
    expect(status).toBe(413);
  });
});

describe('the file desk', () => {
  it('stops a stream that grows beyond the limit and keeps nothing of it', async () => {
    const desk = new SessionFileDesk({ limit: 10 });
    await expect(desk.receive(inPieces(new Uint8Array(11)), 'big.csv')).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { name: 'big.csv', limit: 10 },
    });
    expect(await desk.receive(inPieces(new Uint8Array(10)), 'fits.csv')).toEqual({
      ref: expect.any(String) as string,
    });
    await desk.close();
  });

  it('never deletes a file of the user and refuses what is not a file', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'dosen-desk-'));
    const path = join(dir, 'cards.csv');
    writeFileSync(path, 'a');
    const desk = new SessionFileDesk();
    const ref = await desk.register(path);
    await desk.done(ref);
    await expect(desk.register(dir)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    await desk.close();
    expect(existsSync(path)).toBe(true);
    rmSync(dir, { recursive: true });
  });
});

describe('the browser host as a process', () => {
  const entry = fileURLToPath(new URL('../../electron/backend/entry/http-server.ts', import.meta.url));
  const start = async (args: string[]) => {
    const dir = join(mkdtempSync(join(tmpdir(), 'dosen-process-')), 'data');
    const child = spawn(process.execPath, [entry, '--data', dir, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const exit = new Promise<number | null>(resolve => child.once('exit', resolve));
    const ready = await new Promise<string>(resolve =>
      child.stdout.once('data', (data: Buffer) => resolve(String(data))),
    );
    return { dir, child, exit, ready };
  };

  it('prints READY, ends by SIGTERM, and leaves the store unlocked and clean', async () => {
    const { dir, child, exit, ready } = await start([]);
    expect(ready).toMatch(/^READY http:\/\/127\.0\.0\.1:\d+\/\?k=[\w-]{43}\n$/);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(readdirSync(dir).filter(name => /wal|shm|json/.test(name))).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(dir).mode & 0o077).toBe(0);
    rmSync(join(dir, '..'), { recursive: true });
  });

  it('ends with its parent when asked to', async () => {
    const { dir, child, exit } = await start(['--exit-with-parent']);
    child.stdin.end();
    expect(await exit).toBe(0);
    rmSync(join(dir, '..'), { recursive: true });
  });

  it('comes up and says why when the store cannot be opened', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'dosen-bad-'));
    const storePath = join(dir, 'not-a-store.db');
    writeFileSync(storePath, 'this is no database at all, only text that is long enough to look at');
    const test = await testHttpHost({ storePath });
    const status = await (await test.client()).system.status({});
    expect(status).toMatchObject({ store: null, storeProblem: { code: 'STORE_CORRUPT' } });
    await test.stop();
    rmSync(dir, { recursive: true });
  });
});
