import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRINTER_FONT_BASE } from '#electron/backend/print/chromium-printer.ts';
import { findChromium } from '#electron/backend/print/find-chromium.ts';
import { printFontCss } from '#electron/backend/print/fonts.ts';
import { defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import { listNumber } from '#shared/domain/calls/list-number.ts';
import { geometryOf, type PrintLayout } from '#shared/domain/calls/print-layout.ts';
import { EXCLUSIONS } from '#shared/domain/calls/selection.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { callListHtml } from '#shared/print/call-list.ts';
import type { CallListInput } from '#shared/print/call-list-input.ts';
import { sampleList } from '#test/helpers/call-list.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';
import { QUIET } from '#test/setup/browser.ts';

const folder = tempFolder();
const MM = 96 / 25.4;
/** Layout works in 64ths of a pixel, 0.004 mm; sums of some of them stay below this. */
const EXACT = 0.02;
/** Lines are drawn in whole pixels; the table hands what is left of its width, under 0.2 mm, to its columns. */
const COLUMN = 0.06;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: QUIET });
});
afterAll(() => browser.close());

/** Opens a list as it is before it is printed. */
async function open(input: CallListInput): Promise<Page> {
  const home = path.join(folder, `${input.language}-${Object.values(input.layout).join('-')}`);
  mkdirSync(path.join(home, 'fonts'), { recursive: true });
  writeFileSync(path.join(home, 'fonts', 'print.css'), printFontCss('onDisk'));
  writeFileSync(path.join(home, 'page.html'), callListHtml(input, { fontBaseUrl: PRINTER_FONT_BASE }));
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(pathToFileURL(path.join(home, 'page.html')).href);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

/** As much as a list and its cover can hold: every exclusion, seven days, promises for all, the longest own words. */
function fullList(language: Lang, layout: PrintLayout): CallListInput {
  const list = sampleList(geometryOf(layout).rows + 2, { language, layout, practice: true });
  const rules = {
    ...defaultCallRules,
    labels: { noAnswer: '留守電', badNumber: '番違い', other: 'ほかに' },
    reasons: { declined: ['一', '二', '三', '四', '五'].map(no => no.repeat(20)) },
  };
  const week = { ...list.week, to: '2026-11-29' as typeof list.week.to };
  const excluded = Object.fromEntries(EXCLUSIONS.map(code => [code, 12_345]));
  const elsewhere = Object.fromEntries(
    Object.keys(catalogue('ja').callLists.elsewhere).map(code => [code, 12_345]),
  );
  const listedOn = [480, 481, 482].map(listNumber);
  return { ...list, week, cover: { ...list.cover, rules, excluded, elsewhere, listedOn } };
}

/** Distinct sizes in mm, rounded to a hundredth, of everything a selector finds. */
const sizes = (page: Page, selector: string, side: 'width' | 'height'): Promise<number[]> =>
  page.$$eval(
    selector,
    (found, { side, mm }) => [
      ...new Set(found.map(e => Math.round((e.getBoundingClientRect()[side] / mm) * 100) / 100)),
    ],
    { side, mm: MM },
  );

/** P7: what may never be cut, if it is. */
const cut = (page: Page): Promise<string[]> =>
  page.$$eval(
    '.tel,.tel2,.phone,.boxes span,.list th,.foot,.foot>div,.order,.notes div,.who,.next,.points,.box,.sums th,.box li,.front',
    found =>
      found
        .filter(e => e.scrollWidth > e.clientWidth + 0.5 || e.scrollHeight > e.clientHeight + 1)
        .map(
          e =>
            `${e.className || e.tagName}: ${e.textContent} (${e.scrollWidth - e.clientWidth}, ${e.scrollHeight - e.clientHeight} px)`,
        ),
  );

/** P12: texts that are too pale on their ground after all colour is gone; marks for a pen may be paler. */
const pale = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const channel = (value: number): number =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const luminance = (color: string): number => {
      const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
      return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    };
    const ground = (of: Element): string => {
      for (let e: Element | null = of; e; e = e.parentElement) {
        const { backgroundColor } = getComputedStyle(e);
        if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    return [...document.body.querySelectorAll('*')].flatMap(e => {
      const own = [...e.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim());
      if (!own) return [];
      const [light = 0, dark = 0] = [luminance(getComputedStyle(e).color), luminance(ground(e))].toSorted(
        (a, b) => b - a,
      );
      const least = e.matches('.boxes i, .hint') ? 3 : 4.5;
      return (light + 0.05) / (dark + 0.05) < least ? [`${e.className || e.tagName}: ${e.textContent}`] : [];
    });
  });

const LAYOUTS: readonly PrintLayout[] = [
  { paper: 'landscape', density: 'roomy', binding: 'left' },
  { paper: 'landscape', density: 'regular', binding: 'left' },
  { paper: 'landscape', density: 'tight', binding: 'none' },
  { paper: 'landscape', density: 'tight', binding: 'top' },
  { paper: 'portrait', density: 'roomy', binding: 'left' },
  { paper: 'portrait', density: 'roomy', binding: 'top' },
];
const CASES = LAYOUTS.flatMap(layout => (['ja', 'en'] as const).map(lang => ({ lang, ...layout })));

describe.each(CASES)(
  'before it is printed ($lang, $paper, $density, bound $binding)',
  ({ lang, ...layout }) => {
    const { width, height, rowHeight, rows, margin } = geometryOf(layout);
    const isAcross = layout.paper === 'landscape';
    let page: Page;
    beforeAll(async () => {
      page = await open(fullList(lang, layout));
    });
    afterAll(() => page.close());

    it('P5: sheets and rows are exact, full or empty', async () => {
      expect(await sizes(page, '.sheet', 'width')).toEqual([width]);
      expect(await sizes(page, '.sheet', 'height')).toEqual([height]);
      const row = isAcross ? '.rows tbody tr' : '.blocks tbody';
      for (const size of await sizes(page, row, 'height'))
        expect(Math.abs(size - rowHeight)).toBeLessThan(EXACT);
      expect(await page.locator(row).count()).toBe(2 * rows);
      expect(await sizes(page, '.head', 'height')).toEqual([14]);
      expect(await sizes(page, '.foot', 'height')).toEqual([7]);
      expect(await sizes(page, '.qr', 'width')).toEqual([12]);
    });

    it('P5: the table ends above the foot, and the foot at the margin', async () => {
      const gaps = await page.$$eval('.sheet', found =>
        found.map(sheet => {
          const bottom = (selector: string): number =>
            sheet.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
          const foot = sheet.querySelector('.foot')?.getBoundingClientRect();
          const above = Math.max(
            bottom('table.rows'),
            bottom('table.blocks'),
            bottom('.notes'),
            bottom('.front'),
          );
          return [(foot?.top ?? 0) - above, sheet.getBoundingClientRect().bottom - (foot?.bottom ?? 0)];
        }),
      );
      expect(gaps.length).toBeGreaterThanOrEqual(3);
      for (const [above = -1, below = -1] of gaps) {
        expect(above / MM).toBeGreaterThan(-EXACT);
        expect(Math.abs(below / MM - margin.bottom)).toBeLessThan(EXACT);
      }
    });

    it('P7: nothing that has to be read is cut', async () => {
      expect(await cut(page)).toEqual([]);
      expect(await page.locator('.tel').count()).toBe(rows + 2);
    });

    it('P12: everything can be read in grey', async () => {
      expect(await pale(page)).toEqual([]);
    });

    it('prints numbers of up to 13 characters at 11 pt, in bold BIZ UDGothic, and the script at 8 pt or more', async () => {
      const styles = await page.$$eval('.full .tel a', found =>
        found.map(e => {
          const { fontSize, fontWeight, fontFamily } = getComputedStyle(e);
          return {
            length: e.textContent?.length ?? 0,
            size: fontSize,
            weight: fontWeight,
            family: fontFamily,
          };
        }),
      );
      expect(Math.max(...styles.map(style => style.length))).toBe(13);
      for (const style of styles) {
        expect(Number.parseFloat(style.size)).toBeCloseTo((11 * 96) / 72, 1);
        expect(style.weight).toBe('700');
        expect(style.family).toMatch(/^"BIZ UDGothic"/);
      }
      const script = await page.$$eval('.script *', found =>
        found.map(e => Number.parseFloat(getComputedStyle(e).fontSize)),
      );
      expect(Math.min(...script)).toBeGreaterThanOrEqual((8 * 96) / 72 - 0.01);
    });
  },
);

describe('what is measured before a print', () => {
  const layout = LAYOUTS[0] as PrintLayout;

  it('has the nine columns in their widths', async () => {
    const page = await open(sampleList(1));
    const widths = await page.$$eval(
      '.rows th',
      (found, mm) => found.map(e => e.getBoundingClientRect().width / mm),
      MM,
    );
    expect(widths).toHaveLength(9);
    for (const [i, wanted] of [8, 10, 48, 28, 29, 37, 51, 17, 40].entries())
      expect(Math.abs((widths[i] ?? 0) - wanted), `column ${i + 1}`).toBeLessThan(COLUMN);
    await page.close();
  });

  it('sees a row too high, a number that is cut and a text too pale', async () => {
    const page = await open(fullList('ja', layout));
    await page.addStyleTag({
      content: '.rows tr.lead:nth-child(2) td{height:14mm} .tel{font-size:17pt!important} .sub{color:#999}',
    });
    expect((await sizes(page, '.rows tbody tr', 'height')).length).toBeGreaterThan(1);
    expect((await cut(page)).length).toBeGreaterThan(0);
    expect((await pale(page)).length).toBeGreaterThan(0);
    await page.close();
  });
});
