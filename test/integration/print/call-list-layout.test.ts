import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRINTER_FONT_BASE } from '#electron/backend/print/chromium-printer.ts';
import { findChromium } from '#electron/backend/print/find-chromium.ts';
import { printFontCss } from '#electron/backend/print/fonts.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { callListHtml } from '#shared/print/call-list.ts';
import { sampleList } from '#test/helpers/call-list.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';
import { QUIET } from '#test/setup/browser.ts';

const folder = tempFolder();
const MM = 96 / 25.4;
/** Layout works in 64ths of a pixel, 0.004 mm; sums of some of them stay below this. */
const EXACT = 0.02;
/** Lines are drawn in whole pixels; the table hands what is left of its 268.7 mm, under 0.2 mm, to its nine columns. */
const COLUMN = 0.06;

describe.each(['ja', 'en'] as const)('the sheet on screen before it is printed (%s)', lang => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: QUIET,
    });
    page = await browser.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(write(lang));
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  });
  afterAll(() => browser.close());

  /** Distinct sizes in mm, rounded to a hundredth, of everything a selector finds. */
  const sizes = (selector: string, side: 'width' | 'height'): Promise<number[]> =>
    page.$$eval(
      selector,
      (found, { side, mm }) => [
        ...new Set(found.map(e => Math.round((e.getBoundingClientRect()[side] / mm) * 100) / 100)),
      ],
      { side, mm: MM },
    );

  it('has sheets of exactly 297 × 210 mm and rows of exactly 13 mm, full or empty', async () => {
    expect(await sizes('.sheet', 'width')).toEqual([297]);
    expect(await sizes('.sheet', 'height')).toEqual([210]);
    expect(await sizes('tbody tr', 'height')).toEqual([13]);
    expect(await page.locator('tbody tr').count()).toBe(3 * 12);
    expect(await sizes('thead tr', 'height')).toEqual([7]);
    expect(await sizes('.head', 'height')).toEqual([14]);
    expect(await sizes('.foot', 'height')).toEqual([7]);
    expect(await sizes('.qr', 'width')).toEqual([12]);
  });

  it('has the nine columns in their widths', async () => {
    const widths = await page.$$eval(
      '.sheet:first-child th',
      (found, mm) => found.map(e => e.getBoundingClientRect().width / mm),
      MM,
    );
    for (const [i, wanted] of [8, 10, 48, 28, 29, 37, 51, 17, 40].entries())
      expect(Math.abs((widths[i] ?? 0) - wanted), `column ${i + 1}`).toBeLessThan(COLUMN);
  });

  it('cuts no number, no result, no heading and no line of the foot', async () => {
    const cut = await page.$$eval(
      '.tel,.tel2,.boxes span,th,.foot,.foot>div,td:nth-child(5)>div,.order,.notes div,.who,.next,.points',
      found =>
        found
          .filter(e => e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight + 1)
          .map(e => `${e.className || e.tagName}: ${e.textContent}`),
    );
    expect(cut).toEqual([]);
    expect(await page.locator('.tel').count()).toBe(14);
  });

  it('keeps the table above the foot and both inside the sheet', async () => {
    const gaps = await page.$$eval('.sheet', found =>
      found.map(sheet => {
        const bottom = (selector: string): number =>
          sheet.querySelector(selector)?.getBoundingClientRect().bottom ?? Number.NaN;
        const top = sheet.querySelector('.foot')?.getBoundingClientRect().top ?? Number.NaN;
        return [
          top - bottom('table'),
          top - bottom('.notes'),
          sheet.getBoundingClientRect().bottom - bottom('.foot'),
        ];
      }),
    );
    for (const [table = -1, notes = -1, foot = -1] of gaps) {
      expect(table / MM).toBeGreaterThan(5);
      expect(notes / MM).toBeGreaterThan(-EXACT);
      expect(Math.abs(foot / MM - 8)).toBeLessThan(EXACT);
    }
  });

  it('prints numbers of up to 13 characters at 11 pt, in bold BIZ UDGothic', async () => {
    const styles = await page.$$eval('.full .tel a', found =>
      found.map(e => ({
        length: e.textContent?.length ?? 0,
        size: getComputedStyle(e).fontSize,
        weight: getComputedStyle(e).fontWeight,
        family: getComputedStyle(e).fontFamily,
      })),
    );
    expect(Math.max(...styles.map(style => style.length))).toBe(13);
    for (const style of styles) {
      expect(Number.parseFloat(style.size)).toBeCloseTo((11 * 96) / 72, 1);
      expect(style.weight).toBe('700');
      expect(style.family).toMatch(/^"BIZ UDGothic"/);
    }
  });
});

/** Writes the page and its fonts as files; gives its address. */
function write(lang: Lang): string {
  const home = path.join(folder, lang);
  mkdirSync(path.join(home, 'fonts'), { recursive: true });
  writeFileSync(path.join(home, 'fonts', 'print.css'), printFontCss('onDisk'));
  const html = callListHtml(sampleList([14, 0], { language: lang, practice: true }), {
    fontBaseUrl: PRINTER_FONT_BASE,
  });
  writeFileSync(path.join(home, 'page.html'), html);
  return pathToFileURL(path.join(home, 'page.html')).href;
}
