import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { AppError } from '#electron/backend/errors.ts';
import type { HtmlPrinter } from '#electron/backend/ports.ts';
import { type BrowserProcess, startBrowser } from './browser-process.ts';
import type { DevtoolsPipe } from './devtools-pipe.ts';
import { findChromium } from './find-chromium.ts';

/** Where the page to print finds its fonts: pass it as `fontBaseUrl` of everything given to `HtmlPrinter.toPdf`. */
export const PRINTER_FONT_BASE = 'fonts/';

/** Fifty sheets take a few seconds on a slow laptop; a browser that needs a minute hangs. */
const TIME_LIMIT_MS = 60_000;

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
  const loaded = browser.next('Page.loadEventFired', sessionId);
  const { errorText } = await browser.call(zNavigated, 'Page.navigate', { url }, sessionId);
  if (errorText) throw new Error(errorText);
  await loaded;
  const wait = { expression: LOADED_FONTS, awaitPromise: true, returnByValue: true };
  const missing = await browser.call(zFonts, 'Runtime.evaluate', wait, sessionId);
  if (missing.result.value.length > 0) throw new Error(`fonts: ${missing.result.value.join(', ')}`);
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };
  const { data } = await browser.call(zPdf, 'Page.printToPDF', options, sessionId);
  await browser.call(zNothing, 'Target.closeTarget', { targetId });
  return Buffer.from(data, 'base64');
}

/** Lends one browser to all pages that are printed at the same time: the first starts it, the last ends it. */
function browserLender() {
  let current: { started: Promise<BrowserProcess>; users: number } | null = null;
  return async <T>(program: string, work: (browser: BrowserProcess) => Promise<T>): Promise<T> => {
    const lent = (current ??= { started: startBrowser(program), users: 0 });
    lent.users++;
    try {
      return await work(await lent.started);
    } catch (error) {
      // A browser that failed is lent no more; whoever prints with it now goes on.
      if (current === lent) current = null;
      throw error;
    } finally {
      lent.users--;
      if (lent.users === 0) {
        if (current === lent) current = null;
        await (await lent.started).end();
      }
    }
  };
}

/** Prints one page in a browser that may be printing others too. Throws with the reason. */
async function printIn(browser: BrowserProcess, html: string, name: string, timeLimitMs: number) {
  const file = path.join(browser.folder, name);
  await writeFile(file, html);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result after ${timeLimitMs} ms`)), timeLimitMs);
  });
  try {
    return await Promise.race([printPage(browser.pipe, pathToFileURL(file).href), browser.failed, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `HtmlPrinter` for hosts without Electron: prints with the Chromium, Chrome or Edge of this machine, headless, without
 * network and without running scripts. Paper size and margins come from the page's own `@page` rule; the PDF is tagged
 * and its fonts are embedded. Pages printed at the same time share one browser. Throws PDF_ENGINE_MISSING when there is
 * no browser, PDF_FAILED when it fails, lacks a font or takes longer than a minute. Nothing is left behind: browser,
 * profile and pages are gone when the last one returns.
 */
export function chromiumPrinter(
  options: { program?: string | null; timeLimitMs?: number } = {},
): HtmlPrinter {
  const { timeLimitMs = TIME_LIMIT_MS } = options;
  const withBrowser = browserLender();
  let pages = 0;
  return {
    async toPdf(html) {
      const program = options.program === undefined ? findChromium() : options.program;
      if (!program) throw new AppError('PDF_ENGINE_MISSING', {});
      const name = `page-${++pages}.html`;
      try {
        return await withBrowser(program, async browser => await printIn(browser, html, name, timeLimitMs));
      } catch (cause) {
        const detail = cause instanceof Error ? cause.message : 'unknown';
        throw new AppError('PDF_FAILED', { detail }, { cause });
      }
    },
  };
}
