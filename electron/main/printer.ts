import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import { guardSession } from './guard.ts';
import { PAGE_ORIGIN, SCHEME, servePrint } from './protocol.ts';
import { security, valuesOf } from './security.ts';

const TIME_LIMIT_MS = 60_000;

/** Forces a layout, so that the fonts it needs are asked for, and gives the names of those that failed. */
const LOADED_FONTS = `(document.body.offsetHeight, document.fonts.ready.then(
  fonts => [...fonts].filter(font => font.status === 'error').map(font => font.family)))`;

/** Prints a document in a hidden window with a session of its own. Throws with the reason. */
export async function printToPdf(html: string): Promise<Buffer> {
  const own = session.fromPartition(`print-${randomUUID()}`);
  guardSession(own);
  servePrint(own, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...valuesOf(security.webPreferences), session: own },
  });
  try {
    return await inTime(print(window));
  } finally {
    window.destroy();
    own.protocol.unhandle(SCHEME);
  }
}

async function print(window: BrowserWindow): Promise<Buffer> {
  await window.loadURL(`${PAGE_ORIGIN}/`);
  const missing: unknown = await window.webContents.executeJavaScript(LOADED_FONTS);
  if (!Array.isArray(missing) || missing.length > 0) throw new Error(`fonts: ${String(missing)}`);
  return await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const limit = new AbortController();
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`no result after ${TIME_LIMIT_MS} ms`)), TIME_LIMIT_MS);
    limit.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  return await Promise.race([work, late]).finally(() => limit.abort());
}
