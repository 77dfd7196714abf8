import { beforeAll, describe, expect, it } from 'vitest';
import { chromiumPrinter, PRINTER_FONT_BASE } from '#electron/backend/print/chromium-printer.ts';
import { pageCode } from '#shared/domain/calls/list-number.ts';
import { geometryOf, type PrintLayout } from '#shared/domain/calls/print-layout.ts';
import { callListHtml, callListPages } from '#shared/print/call-list.ts';
import type { CallListInput } from '#shared/print/call-list-input.ts';
import { qrSvg } from '#shared/print/qr.ts';
import { sampleList } from '#test/helpers/call-list.ts';
import { mark, type Paper, PAPER_GATES, readPaper } from '#test/helpers/paper-gates.ts';
import { pdfText, savePdf } from '#test/helpers/pdf.ts';
import { tempFolder } from '#test/helpers/temp-folder.ts';

const folder = tempFolder();
const printer = chromiumPrinter();

/** A list whose companies carry their number; the third may not be called any more. */
function markedList(count: number, layout: PrintLayout): CallListInput {
  const list = sampleList(count, { layout });
  const rows = list.rows.map(row =>
    'isFree' in row || row.no === 3
      ? ({ no: row.no, isFree: true } as const)
      : { ...row, company: `株式会社${mark(row.no)}` },
  );
  return { ...list, rows };
}

const htmlOf = (input: CallListInput): string => callListHtml(input, { fontBaseUrl: PRINTER_FONT_BASE });

async function print(input: CallListInput, name: string, html = htmlOf(input)): Promise<Paper> {
  return readPaper(input, savePdf(folder, `${name}.pdf`, await printer.toPdf(html)));
}

const LAYOUTS: readonly PrintLayout[] = [
  { paper: 'landscape', density: 'roomy', binding: 'left' },
  { paper: 'landscape', density: 'regular', binding: 'top' },
  { paper: 'landscape', density: 'tight', binding: 'none' },
  { paper: 'portrait', density: 'roomy', binding: 'left' },
];

let papers: Paper[] = [];
beforeAll(async () => {
  // At once, so that one browser prints them all.
  papers = await Promise.all(
    LAYOUTS.map(async layout => {
      const input = markedList(geometryOf(layout).rows + 1, layout);
      return await print(input, `${layout.paper}-${layout.density}`);
    }),
  );
});

describe.each(LAYOUTS.map((layout, nth) => ({ ...layout, nth })))(
  'a printed list ($paper, $density, bound $binding)',
  ({ nth }) => {
    it.each(Object.entries(PAPER_GATES))('passes %s', (_, gate) => {
      const paper = papers[nth] as Paper;
      expect(gate(paper)).toEqual([]);
      expect(paper.pages).toHaveLength(3);
    });
  },
);

describe('the gates', () => {
  /** What each can find: a page broken on purpose must not pass. */
  const found = (paper: Paper): string[] =>
    Object.entries(PAPER_GATES).flatMap(([name, gate]) => (gate(paper).length > 0 ? [name] : []));
  const layout = LAYOUTS[0] as PrintLayout;

  it('see a sheet a hair too high, and ink in the margin', async () => {
    const input = markedList(2, layout);
    const html = htmlOf(input).replace(
      'height:210mm;padding:10mm 10mm 8mm 18mm',
      'height:210.3mm;padding:10mm 10mm 8mm 12mm',
    );
    expect(html).toContain('210.3mm');
    const seen = found(await print(input, 'too-high', html));
    expect(seen).toEqual(expect.arrayContaining(['P1', 'P6']));
  });

  it('see wrong paper, headings, people, numbers, fonts, codes, feet and links', async () => {
    const input = markedList(2, layout);
    const code = qrSvg(pageCode(480, 1), 'x').markup.replace(/^<svg[^>]*>/, '');
    const wrong = qrSvg(pageCode(480, 2), 'x').markup.replace(/^<svg[^>]*>/, '');
    const damages: [string, string][] = [
      ['size:A4 landscape', 'size:Letter landscape'],
      ['<th scope="col">メモ</th>', '<th scope="col"></th>'],
      ['<td class="no">2</td>', '<td class="no">5</td>'],
      [`株式会社${mark(2)}`, `株式会社${mark(1)} ${mark(77)}`],
      ['font-family:"BIZ UDGothic"', 'font-family:"DejaVu Sans Mono"'],
      [code, wrong],
      ['社外秘・個人情報　入力後は施錠保管または裁断', '社外秘'],
      ['href="tel:+81300001182"', 'href="tel:+81300001183"'],
    ];
    let html = htmlOf(input);
    for (const [from, to] of damages) {
      expect(html, from).toContain(from);
      html = html.replaceAll(from, to);
    }
    const seen = found(await print(input, 'damaged', html));
    expect(seen).toEqual(['P2', 'P3', 'P4', 'P6', 'P8', 'P9', 'P10', 'P11', 'P14']);
  });
});

describe('a printed list', () => {
  const layout = LAYOUTS[0] as PrintLayout;

  it('with nobody to call is a cover and one page of ruled rows', async () => {
    const paper = await print(sampleList(0), 'nobody');
    expect(paper.pages).toHaveLength(2);
    for (const gate of Object.values(PAPER_GATES)) expect(gate(paper)).toEqual([]);
  });

  it('of two hundred people keeps everybody once', async () => {
    const paper = await print(markedList(200, layout), 'two-hundred');
    expect(paper.pages).toHaveLength(1 + 17);
    for (const name of ['P1', 'P4', 'P10', 'P14'] as const)
      expect(PAPER_GATES[name](paper), name).toEqual([]);
  });

  it('gives every kind of character and number back as typed', async () => {
    const text = pdfText((await print(sampleList(12), 'names')).file);
    for (const one of [
      '髙橋 健一',
      '𠮷野 恵',
      '藤﨑 学',
      '090-0000-1001',
      '01267-0-7091',
      '0120-000-347',
      '内線 212',
    ])
      expect(text, one).toContain(one);
  });

  it('puts on a second cover what a long script leaves over, never smaller than 8 pt', async () => {
    const said = (length: number): string => `${'長'.repeat(length - 1)}終`;
    const list = sampleList(1);
    const script = {
      code: 'callback' as const,
      opening: said(240),
      questions: [said(90), said(90), said(90)],
      objections: [1, 2, 3].map(() => ({ said: said(40), answer: said(160) })),
      closing: said(240),
    };
    // The longest that can be agreed on, with a caller's and a company's name put in for the words in braces.
    const input = { ...list, cover: { ...list.cover, script } };
    const paper = readPaper(input, savePdf(folder, 'long-script.pdf', await printer.toPdf(htmlOf(input))), 2);
    expect(callListPages(input)).toBe(3);
    expect(paper.pages).toHaveLength(3);
    expect(
      paper.pages
        .slice(0, 2)
        .map(page => page.text)
        .join('')
        .split('終'),
    ).toHaveLength(12);
    for (const name of ['P1', 'P6', 'P9', 'P11'] as const) expect(PAPER_GATES[name](paper), name).toEqual([]);
    expect(htmlOf(input)).toContain('script eight');
  });
});
