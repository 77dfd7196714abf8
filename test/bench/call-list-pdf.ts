import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumPrinter, PRINTER_FONT_BASE } from '#electron/backend/print/chromium-printer.ts';
import { findChromium } from '#electron/backend/print/find-chromium.ts';
import { printFontCss } from '#electron/backend/print/fonts.ts';
import { callListHtml, callListPages } from '#shared/print/call-list.ts';
import { sampleList } from '#test/helpers/call-list.ts';
import { QUIET } from '#test/setup/browser.ts';
import type { Bench } from './pairs.ts';
import { folder, timed } from './stores.ts';

const CALLERS = 10;
const ROWS = 40;
const MOST_BYTES = 5_000_000;

/** Every sheet of several lists in one document: what a bare browser is given. */
function together(pages: readonly string[]): string {
  const [first = ''] = pages;
  const bodies = pages.map(page => page.slice(page.indexOf('<body>') + 6, page.indexOf('</body>')));
  return `${first.slice(0, first.indexOf('<body>') + 6)}${bodies.join('')}</body></html>`;
}

/**
 * The lists of ten callers with forty people each, fifty pages: printed by the app as one document, or as it gives them
 * out, one PDF per caller, against a bare headless browser that is given the same documents.
 */
export async function callListPdfBench(how: 'together' | 'apart', limit: number): Promise<Bench> {
  const dir = join(folder, `call-list-${how}`);
  mkdirSync(join(dir, 'fonts'), { recursive: true });
  const inputs = Array.from({ length: CALLERS }, (_, i) => sampleList(ROWS, { serial: 480 + i }));
  const pages = inputs.reduce((sum, input) => sum + callListPages(input), 0);
  if (pages !== 50) throw new Error(`${pages} pages`);
  const htmls = () => inputs.map(input => callListHtml(input, { fontBaseUrl: PRINTER_FONT_BASE }));
  writeFileSync(join(dir, 'fonts', 'print.css'), printFontCss('onDisk'));
  const documents = () => (how === 'together' ? [together(htmls())] : htmls());
  for (const [i, html] of documents().entries()) writeFileSync(join(dir, `page-${i}.html`), html);
  const printer = chromiumPrinter();
  const bare = (i: number): string[] => [
    '--headless',
    ...QUIET,
    '--no-pdf-header-footer',
    `--user-data-dir=${join(dir, 'profile')}`,
    `--print-to-pdf=${join(dir, 'bare.pdf')}`,
    pathToFileURL(join(dir, `page-${i}.html`)).href,
  ];
  const product = async () => {
    const pdfs = await Promise.all(documents().map(async html => await printer.toPdf(html)));
    const largest = Math.max(...pdfs.map(pdf => pdf.length));
    if (largest > MOST_BYTES) throw new Error(`${largest} bytes`);
  };
  return await Promise.resolve({
    name: `${pages} pages, ${how === 'together' ? 'one PDF' : 'a PDF per caller'}`,
    limit,
    product: async () => await timed(product),
    floor: async () =>
      await timed(() => {
        for (const i of documents().keys()) execFileSync(findChromium() ?? '', bare(i), { stdio: 'ignore' });
      }),
  });
}
