import jsqr from 'jsqr';
import type { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { chromiumPrinter, PRINTER_FONT_BASE } from '#electron/backend/print/chromium-printer.ts';
import { listNumber, pageCode } from '#shared/domain/calls/list-number.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { callListHtml } from '#shared/print/call-list.ts';
import type { CallListInput } from '#shared/print/call-list-input.ts';
import { sampleList } from '#test/helpers/call-list.ts';
import {
  crop,
  inkBox,
  type PdfPage,
  pdfFonts,
  pdfLinks,
  pdfRaster,
  pdfText,
  readPdf,
  savePdf,
} from '#test/helpers/pdf.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const folder = tempFolder();
const ROWS = [0, 1, 12, 13, 40];
const PAGES = [1, 1, 1, 2, 4];
const TOTAL = 9;
/** What an office scanner gives. */
const DPI = 150;

/** One part per count of rows; every company carries a mark found nowhere else. */
function markedList(): CallListInput {
  const list = sampleList(ROWS);
  const parts = list.parts.map((part, p) => ({
    ...part,
    rows: part.rows.map(row => ({ ...row, company: `株式会社検査${mark(p, row.no)}` })),
  }));
  return { ...list, parts };
}
const mark = (part: number, no: number): string => `M${part}x${String(no).padStart(3, '0')}M`;

/** Part and page within the part of every sheet, in order. */
const SHEETS = PAGES.flatMap((pages, part) =>
  Array.from({ length: pages }, (_, i) => ({ part, page: i + 1, pages })),
);

describe('the call list as a PDF', () => {
  let file = '';
  let pages: PdfPage[] = [];
  let rasters: PNG[] = [];
  beforeAll(async () => {
    const html = callListHtml(markedList(), { fontBaseUrl: PRINTER_FONT_BASE });
    file = savePdf(folder, 'list.pdf', await chromiumPrinter().toPdf(html));
    pages = readPdf(file);
    rasters = pages.map((_, i) => pdfRaster(file, i + 1, DPI));
  });

  it('has exactly the pages its rows need, each A4 landscape, none blank', () => {
    expect(pages).toHaveLength(TOTAL);
    for (const page of pages) {
      expect(Math.abs(page.width - 297)).toBeLessThan(0.3);
      expect(Math.abs(page.height - 210)).toBeLessThan(0.3);
      expect(page.words.length).toBeGreaterThan(100);
    }
  });

  it('shows each lead once, on the page its number belongs to, numbered without a gap', () => {
    const marks = pages.map(page => page.text.match(/M\dx\d{3}M/g) ?? []);
    const wanted = SHEETS.map(({ part, page }) => {
      const count = Math.min(12, (ROWS[part] ?? 0) - (page - 1) * 12);
      return Array.from({ length: Math.max(0, count) }, (_, i) => mark(part, (page - 1) * 12 + i + 1));
    });
    expect(marks.map(found => found.toSorted())).toEqual(wanted);
    for (const [i, page] of pages.entries()) {
      const numbers = page.words
        .filter(word => word.right < 26.4 && /^\d+$/.test(word.text))
        .map(word => Number(word.text));
      expect(numbers).toEqual(wanted[i]?.map(text => Number(text.slice(3, 6))));
    }
  });

  it('says on every page what it is, whose it is and how many there are', () => {
    const { columns, privacy } = catalogue('ja').print;
    const packed = (text: string): string => text.replace(/\s/g, '');
    for (const [i, { part, page, pages: of }] of SHEETS.entries()) {
      const text = pages[i]?.text ?? '';
      const { caller = '' } = sampleList(ROWS).parts[part] ?? {};
      const wanted = [
        ...Object.values<string>(columns),
        '今週の電話リスト',
        '第48週11/23(月・祝)〜11/27(金)',
        caller,
        `${page}/${of}頁`,
        listNumber(480 + part),
        `全体${i + 1}/${TOTAL}`,
        '印刷2026年11月24日(火)08:40',
        privacy,
      ];
      for (const part of wanted) expect(text, `page ${i + 1}`).toContain(packed(part));
    }
  });

  it('leaves the margins white: ink only from 18 to 287 and from 10 to 202 mm', () => {
    const mm = DPI / 25.4;
    for (const [i, raster] of rasters.entries()) {
      const box = inkBox(raster);
      const message = `page ${i + 1}`;
      // One pixel (0.17 mm) for the soft edge of a line.
      expect(box.left, message).toBeGreaterThanOrEqual(Math.floor(18 * mm));
      expect(box.right, message).toBeLessThanOrEqual(Math.ceil(287 * mm));
      expect(box.top, message).toBeGreaterThanOrEqual(Math.floor(10 * mm));
      expect(box.bottom, message).toBeLessThanOrEqual(Math.ceil(202 * mm));
    }
  });

  it('embeds the bundled fonts and no other, and gives the text back as typed', () => {
    const fonts = pdfFonts(file);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) {
      // A variable font is embedded as Type 3, without a name: Noto Sans JP, for what the BIZ UD fonts lack.
      expect(font).toMatch(/^(?:[A-Z]{6}\+BIZUDP?Gothic-(?:Regular|Bold)|\[none\]) /);
      expect(font).toMatch(/ yes (?:yes|no) +yes +\d+ +0$/);
    }
    const text = pdfText(file);
    for (const name of [
      '髙橋 健一',
      '𠮷野 恵',
      '藤﨑 学',
      '090-0000-1001',
      '01267-0-7091',
      '0120-000-347',
      '内線 212',
    ])
      expect(text, name).toContain(name);
  });

  it('dials: one tel: link for each number that can be dialled', () => {
    const rows = markedList().parts.flatMap(part => part.rows);
    const wanted = rows
      .flatMap(row => [row.phone.tel, row.secondPhone?.tel ?? null])
      .filter(tel => tel !== null);
    expect(new Set(pdfLinks(file))).toEqual(new Set(wanted.map(tel => `tel:${tel}`)));
    expect(pdfLinks(file).length).toBeGreaterThanOrEqual(wanted.length);
  });

  it('can be scanned: the code at 150 dpi in grey says what is printed beside it', () => {
    for (const [i, { part, page }] of SHEETS.entries()) {
      const raster = rasters[i];
      if (!raster) throw new Error('no such page');
      // The corner a scanner is held to; the whole page gives the same, fifty times slower.
      const corner = crop(raster, raster.width - 300, 0, 300, 200);
      const read = jsqr.default(new Uint8ClampedArray(corner.data), corner.width, corner.height);
      expect(read?.data, `page ${i + 1}`).toBe(pageCode(480 + part, page));
    }
  });
});
