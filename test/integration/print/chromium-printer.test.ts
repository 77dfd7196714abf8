import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chromiumPrinter } from '#electron/backend/print/chromium-printer.ts';
import { findChromium } from '#electron/backend/print/find-chromium.ts';
import { readPdf, savePdf } from '#test/helpers/pdf.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const folder = tempFolder();

/** A program that does what the script says, to stand in for a broken browser. */
function program(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('chromiumPrinter', () => {
  // Everything the printer leaves in the temporary folder would show here.
  beforeAll(() => vi.stubEnv('TMPDIR', folder));
  afterAll(() => vi.unstubAllEnvs());
  const leftovers = (): string[] => readdirSync(folder).filter(name => name.startsWith('dosen-print-'));

  it('says so when the machine has no browser', async () => {
    await expect(chromiumPrinter({ program: null }).toPdf('<p>a')).rejects.toMatchObject({
      code: 'PDF_ENGINE_MISSING',
    });
  });

  it('fails with a reason when the browser is none, ends at once or hangs, and clears up', async () => {
    const cases = [
      [path.join(folder, 'gone'), /ENOENT/, 20_000],
      [program('ends', 'exit 1'), /ended/, 20_000],
      [program('hangs', 'sleep 300'), /no result after 400 ms/, 400],
      [program('babbles', String.raw`printf 'not json\0' >&4; sleep 300`), /does not speak/, 20_000],
    ] as const;
    for (const [file, reason, timeLimitMs] of cases) {
      const printed = chromiumPrinter({ program: file, timeLimitMs }).toPdf('<p>a');
      await expect(printed).rejects.toMatchObject({
        code: 'PDF_FAILED',
        data: { detail: expect.stringMatching(reason) },
      });
    }
    expect(leftovers()).toEqual([]);
  });

  it('prints what the page says and runs no script, asks no server, not even on this machine', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${base}/css"><img src="${base}/img"><img src="http://localhost:80/x">
      <p id="p">PLAIN</p><script>document.getElementById('p').textContent = 'SCRIPTED'; fetch('${base}/fetch')</script>`;
    try {
      const file = savePdf(folder, 'plain.pdf', await chromiumPrinter().toPdf(html));
      expect(readPdf(file).map(page => page.text)).toEqual(['PLAIN']);
      expect(asked).toEqual([]);
      // The server is there: the same request without the browser's walls arrives.
      await fetch(`${base}/control`);
      expect(asked).toEqual(['/control']);
    } finally {
      server.close();
    }
    expect(leftovers()).toEqual([]);
  });

  it('refuses to print with a font it could not load', async () => {
    const html = `<!doctype html><style>@font-face{font-family:Gone;src:url(fonts/gone.woff2)}p{font-family:Gone}</style><p>a`;
    await expect(chromiumPrinter().toPdf(html)).rejects.toMatchObject({
      code: 'PDF_FAILED',
      data: { detail: 'fonts: Gone' },
    });
  });

  it('prints several pages at a time in one browser, which a page that fails does not take along', async () => {
    const started = path.join(folder, 'started');
    const counted = program('counted', `echo >> ${started}; exec ${findChromium() ?? ''} "$@"`);
    const printer = chromiumPrinter({ program: counted });
    const texts = ['ONE', 'TWO', 'THREE'];
    const gone = `<!doctype html><style>@font-face{font-family:Gone;src:url(fonts/gone.woff2)}p{font-family:Gone}</style><p>a`;
    const [failed, ...pdfs] = await Promise.allSettled(
      [gone, ...texts.map(text => `<p>${text}`)].map(async html => await printer.toPdf(html)),
    );
    expect(failed).toMatchObject({ status: 'rejected', reason: { code: 'PDF_FAILED' } });
    expect(
      pdfs.map((pdf, i) =>
        pdf.status === 'fulfilled' ? readPdf(savePdf(folder, `several-${i}.pdf`, pdf.value))[0]?.text : null,
      ),
    ).toEqual(texts);
    expect(readFileSync(started, 'utf8').split('\n').length - 1).toBe(1);
    expect(leftovers()).toEqual([]);
    // The next print starts one of its own.
    expect((await printer.toPdf('<p>FOUR')).length).toBeGreaterThan(500);
    expect(readFileSync(started, 'utf8').split('\n').length - 1).toBe(2);
  });
});
