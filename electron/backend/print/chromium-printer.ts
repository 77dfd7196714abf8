import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { AppError } from '#electron/backend/errors.ts';
import type { HtmlPrinter } from '#electron/backend/ports.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { findChromium } from './find-chromium.ts';
import { printFontCss } from './fonts.ts';

/** Where the page to print finds its fonts: pass it as `fontBaseUrl` of everything given to `HtmlPrinter.toPdf`. */
export const PRINTER_FONT_BASE = 'fonts/';

/** Fifty sheets take a few seconds on a slow laptop; a browser that needs a minute hangs. */
const TIME_LIMIT_MS = 60_000;

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--disable-extensions',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page to print needs no network: every address, loopback too, goes to a proxy nobody answers for.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const zNothing = z.unknown();
const zTarget = z.object({ targetId: z.string() });
const zSession = z.object({ sessionId: z.string() });
const zNavigated = z.object({ errorText: z.string().optional() });
const zFonts = z.object({ result: z.object({ value: z.array(z.string()) }) });
const zPdf = z.object({ data: z.base64() });

/** Forces a layout, so that the fonts it needs are asked for, and waits for them; gives the names of those that failed. */
const LOADED_FONTS = `(document.body.offsetHeight, document.fonts.ready.then(
  fonts => [...fonts].filter(font => font.status === 'error').map(font => font.family)))`;

async function printPage(browser: DevtoolsPipe, url: string): Promise<Uint8Array> {
  const { targetId } = await browser.call(zTarget, 'Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.call(zSession, 'Target.attachToTarget', { targetId, flatten: true });
  await browser.call(zNothing, 'Page.enable', {}, sessionId);
  await browser.call(zNothing, 'Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  const loaded = browser.next('Page.loadEventFired');
  const { errorText } = await browser.call(zNavigated, 'Page.navigate', { url }, sessionId);
  if (errorText) throw new Error(errorText);
  await loaded;
  const wait = { expression: LOADED_FONTS, awaitPromise: true, returnByValue: true };
  const missing = await browser.call(zFonts, 'Runtime.evaluate', wait, sessionId);
  if (missing.result.value.length > 0) throw new Error(`fonts: ${missing.result.value.join(', ')}`);
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  const { data } = await browser.call(zPdf, 'Page.printToPDF', options, sessionId);
  return Buffer.from(data, 'base64');
}

/** Ends the browser and all it started, and waits until it is gone. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  try {
    // On Windows the browser's own job object takes its children along.
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
  await gone;
}

async function runBrowser(program: string, folder: string, timeLimitMs: number): Promise<Uint8Array> {
  const profile = path.join(folder, 'profile');
  // The sandbox can't start for root, which only servers and containers run a desktop app as.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...FLAGS, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result after ${timeLimitMs} ms`)), timeLimitMs);
  });
  const browser = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  try {
    return await Promise.race([
      printPage(browser, pathToFileURL(path.join(folder, 'page.html')).href),
      failed,
      late,
    ]);
  } finally {
    clearTimeout(timer);
    await end(child);
  }
}

/**
 * `HtmlPrinter` for hosts without Electron: prints with the Chromium, Chrome or Edge of this machine, headless, without
 * network and without running scripts. Paper size and margins come from the page's own `@page` rule; the PDF is tagged
 * and its fonts are embedded. Throws PDF_ENGINE_MISSING when there is no browser, PDF_FAILED when it fails, lacks a
 * font or takes longer than a minute. Nothing is left behind: browser, profile and page are gone when it returns.
 */
export function chromiumPrinter(
  options: { program?: string | null; timeLimitMs?: number } = {},
): HtmlPrinter {
  const { timeLimitMs = TIME_LIMIT_MS } = options;
  return {
    async toPdf(html) {
      const program = options.program === undefined ? findChromium() : options.program;
      if (!program) throw new AppError('PDF_ENGINE_MISSING', {});
      const folder = await mkdtemp(path.join(tmpdir(), 'dosen-print-'));
      try {
        await mkdir(path.join(folder, 'fonts'));
        await writeFile(path.join(folder, 'fonts', 'print.css'), printFontCss('onDisk'));
        await writeFile(path.join(folder, 'page.html'), html);
        return await runBrowser(program, folder, timeLimitMs);
      } catch (cause) {
        throw new AppError(
          'PDF_FAILED',
          { detail: cause instanceof Error ? cause.message : 'unknown' },
          { cause },
        );
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    },
  };
}
