import { beforeAll, describe, expect, it } from 'vitest';
import { chromiumPrinter, PRINTER_FONT_BASE } from '#electron/backend/print/chromium-printer.ts';
import { day, instant } from '#shared/domain/base/days.ts';
import { defaultSla, NOTE_LENGTH, type Sla } from '#shared/domain/sla/agreement.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { type SlaSheetInput, slaSheetHtml } from '#shared/print/sla-sheet.ts';
import { inkBox, pdfFonts, pdfRaster, readPdf, savePdf } from '#test/helpers/pdf.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const folder = tempFolder();
/** As long as a note may be, with a mark at its end. */
const LONG = `${'とても長い補足です。'.repeat(NOTE_LENGTH).slice(0, NOTE_LENGTH - 1)}終`;

const sheet = (sla: Sla, more: Partial<SlaSheetInput> = {}): SlaSheetInput => ({
  language: 'ja',
  n: 3,
  activeFromOn: day('2026-11-20'),
  sla,
  hot: { fit: 30, engagement: 50, total: 80, interest: ['enquiry.received', 'quote.requested'] },
  printedAt: instant('2026-11-20T16:00:00+09:00'),
  practice: false,
  ...more,
});

const agreed: Sla = {
  ...defaultSla,
  definition: { note: '展示会の名刺は、仕分けAのあとで数えます。' },
  marketing: { leadsPerMonth: 120, hotPerMonth: 15, note: '' },
  sales: { contactPercent: 80, conversionPercent: 15, note: '2〜3回の接触で商談化を判断します。' },
  signed: { isOnePerson: false, marketing: '佐藤 花子', sales: '髙﨑 一郎', agreedOn: day('2026-11-20') },
};

/** Everything as long as it can be typed. */
const fullest: Sla = {
  ...agreed,
  definition: { note: LONG },
  marketing: { ...agreed.marketing, note: LONG },
  sales: { ...agreed.sales, note: LONG },
  review: { ...agreed.review, note: LONG },
};

async function printed(input: SlaSheetInput, name: string): Promise<string> {
  const html = slaSheetHtml(input, { fontBaseUrl: PRINTER_FONT_BASE });
  return savePdf(folder, name, await chromiumPrinter().toPdf(html));
}

describe('the agreement as a sheet', () => {
  let file = '';
  beforeAll(async () => {
    file = await printed(sheet(agreed), 'sla.pdf');
  });

  it('is one A4 page, upright, with its five blocks in order and two signatures', () => {
    const pages = readPdf(file);
    expect(pages).toHaveLength(1);
    const [page] = pages;
    expect([Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)]).toEqual([210, 297]);
    const text = page?.text ?? '';
    const titles = Object.values<string>(catalogue('ja').sla.blocks).map(title => title.replaceAll(' ', ''));
    const places = titles.map(title => text.indexOf(title));
    expect(places.every(place => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const found of [
      '第3版',
      '合計80点以上かつ属性30点以上かつ行動50点以上',
      '2営業日後の終業まで',
      '120件以上',
      '80%以上',
      '佐藤花子',
      '髙﨑一郎',
      '2026年11月20日(金)',
    ])
      expect(text).toContain(found);
    expect(text.split('責任者')).toHaveLength(3);
  });

  it('embeds its fonts and keeps its ink 12 mm from every edge', () => {
    expect(pdfFonts(file).every(line => line.includes('BIZ') && / yes yes /.test(line))).toBe(true);
    const dpi = 100;
    const image = pdfRaster(file, 1, dpi);
    const box = inkBox(image);
    const mm = (pixels: number): number => (pixels / dpi) * 25.4;
    for (const edge of [box.left, box.top, image.width - box.right, image.height - box.bottom])
      expect(mm(edge)).toBeGreaterThan(11);
  });

  it('has one signature where one person does both, and says 練習 in practice', async () => {
    const one = sheet({ ...agreed, signed: { ...agreed.signed, isOnePerson: true } }, { practice: true });
    const text = readPdf(await printed(one, 'one.pdf'))[0]?.text ?? '';
    expect(text.split('責任者')).toHaveLength(2);
    expect(text).toContain('兼務');
    expect(text).toContain('練習');
  });

  it('stays one page however much is typed, in both languages, with its signatures in sight', async () => {
    for (const language of ['ja', 'en'] as const) {
      const pages = readPdf(
        await printed(sheet(fullest, { language, practice: true }), `full-${language}.pdf`),
      );
      expect(pages).toHaveLength(1);
      // Nothing of the four notes is cut off, and the last line stands above the foot.
      expect(pages[0]?.text.split('終')).toHaveLength(language === 'ja' ? 6 : 5);
      const last = pages[0]?.words.at(-1);
      expect(last?.bottom).toBeLessThan(286);
      const signs = pages[0]?.words.filter(word => word.text.includes('髙﨑')) ?? [];
      expect(signs).toHaveLength(1);
      expect(signs[0]?.bottom).toBeLessThan(285);
    }
  });

  it('escapes what was typed', () => {
    const html = slaSheetHtml(sheet({ ...agreed, definition: { note: '<script>alert(1)</script>' } }), {
      fontBaseUrl: '/fonts/',
    });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });
});
