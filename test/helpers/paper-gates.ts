import jsqr from 'jsqr';
import type { PNG } from 'pngjs';
import { listNumber, pageCode } from '#shared/domain/calls/list-number.ts';
import { geometryOf } from '#shared/domain/calls/print-layout.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { CallListInput, CallListRow } from '#shared/print/call-list-input.ts';
import { crop, inkBox, type PdfPage, pdfFonts, pdfLinks, pdfRaster, pdfText, readPdf } from './pdf.ts';

/** What an office scanner gives. */
const DPI = 150;
const MM = DPI / 25.4;

/** A printed list as its PDF shows it. */
export interface Paper {
  readonly input: CallListInput;
  readonly covers: number;
  readonly file: string;
  readonly pages: readonly PdfPage[];
  /** Pages as a scanner sees them, drawn when first asked for. */
  readonly rasters: () => readonly PNG[];
}

export function readPaper(input: CallListInput, file: string, covers = 1): Paper {
  const pages = readPdf(file);
  let drawn: PNG[] | undefined;
  const rasters = () => (drawn ??= pages.map((_, i) => pdfRaster(file, i + 1, DPI)));
  return { input, covers, file, pages, rasters };
}

/** A gate gives what is wrong with a paper, in words; nothing wrong, nothing said. */
type Gate = (paper: Paper) => string[];

const packed = (text: string): string => text.replace(/\s/g, '');
const rowsPerPage = ({ input }: Paper): number => geometryOf(input.layout).rows;
const listPages = (paper: Paper): readonly PdfPage[] => paper.pages.slice(paper.covers);
const people = ({ input }: Paper): CallListRow[] => input.rows.flatMap(row => ('isFree' in row ? [] : [row]));
/** Companies of test lists carry a mark found nowhere else. */
const marksOf = (page: PdfPage): string[] => page.text.match(/M\d{4}M/g) ?? [];
export const mark = (no: number): string => `M${String(no).padStart(4, '0')}M`;

const missing = (page: PdfPage | undefined, texts: readonly string[], where: string): string[] =>
  texts.filter(text => !page?.text.includes(packed(text))).map(text => `${where} lacks ${text}`);

/** P1: as many pages as the rows need and the covers, none blank. */
const pageCount: Gate = paper => {
  const wanted = paper.covers + Math.max(1, Math.ceil(paper.input.rows.length / rowsPerPage(paper)));
  const blank = paper.pages.filter(page => page.words.length === 0).length;
  return [
    ...(paper.pages.length === wanted ? [] : [`${paper.pages.length} pages, not ${wanted}`]),
    ...(blank === 0 ? [] : [`${blank} blank pages`]),
  ];
};

/** P2: every page is A4, to 0.3 mm. */
const pageSize: Gate = ({ pages, input }) => {
  const { width, height } = geometryOf(input.layout);
  return pages.flatMap((page, i) =>
    Math.abs(page.width - width) < 0.3 && Math.abs(page.height - height) < 0.3
      ? []
      : [`page ${i + 1} is ${page.width} × ${page.height}`],
  );
};

/** P3: every list page says what it is, whose, which page, which list, and has the nine headings. */
const headings: Gate = paper => {
  const { print } = catalogue(paper.input.language);
  const pages = listPages(paper);
  return pages.flatMap((page, i) =>
    missing(
      page,
      [
        ...Object.values<string>(print.columns),
        paper.input.caller,
        print.page(i + 1, pages.length),
        listNumber(paper.input.serial),
      ],
      `page ${i + 1}`,
    ),
  );
};

/** P4: every person once, on the page their number belongs to, numbered without a gap. */
const everybodyOnce: Gate = paper => {
  const per = rowsPerPage(paper);
  const edge =
    geometryOf(paper.input.layout).margin.left + (paper.input.layout.paper === 'landscape' ? 8.4 : 11.4);
  return listPages(paper).flatMap((page, i) => {
    const rows = paper.input.rows.slice(i * per, (i + 1) * per);
    const wanted = rows.flatMap(row => ('isFree' in row ? [] : [mark(row.no)])).join(' ');
    const found = marksOf(page).toSorted().join(' ');
    const numbers = page.words
      .filter(word => word.right < edge && /^\d+$/.test(word.text))
      .toSorted((a, b) => a.top - b.top)
      .map(word => word.text)
      .join(' ');
    return [
      ...(found === wanted ? [] : [`page ${i + 1} shows ${found}, not ${wanted}`]),
      ...(numbers === rows.map(row => row.no).join(' ') ? [] : [`page ${i + 1} is numbered ${numbers}`]),
    ];
  });
};

/** Pixels of the soft edge of a line; one is 0.17 mm. */
const SOFT = 1.5;

/** P6: ink only inside the margins. */
const margins: Gate = ({ rasters, input }) => {
  const { width, height, margin } = geometryOf(input.layout);
  return rasters().flatMap((raster, i) => {
    const ink = inkBox(raster);
    const inside =
      ink.left >= margin.left * MM - SOFT &&
      ink.right <= (width - margin.right) * MM + SOFT &&
      ink.top >= margin.top * MM - SOFT &&
      ink.bottom <= (height - margin.bottom) * MM + SOFT;
    return inside ? [] : [`page ${i + 1} has ink at ${JSON.stringify(ink)}`];
  });
};

/** P8: our fonts and no other, embedded with their characters; text comes back as typed. */
const fontsAndText: Gate = paper => {
  const fonts = pdfFonts(paper.file);
  // A variable font is embedded as Type 3, without a name: Noto Sans JP, for what the BIZ UD fonts lack.
  const ours = /^(?:[A-Z]{6}\+BIZUDP?Gothic-(?:Regular|Bold)|\[none\]) /;
  const foreign = fonts.filter(font => !ours.test(font) || !/ yes (?:yes|no) +yes +\d+ +0$/.test(font));
  const text = packed(pdfText(paper.file, '-raw'));
  const lost = people(paper).flatMap(row =>
    [row.phone.text, row.name.length > 8 ? '' : row.name].filter(one => !text.includes(packed(one))),
  );
  return [...foreign.map(font => `font ${font}`), ...lost.map(one => `cannot be copied: ${one}`)];
};

/** P9: the code of every page at 150 dpi in grey says what is printed beside it. */
const codes: Gate = ({ rasters, input, covers }) =>
  rasters().flatMap((raster, i) => {
    // The corner a scanner is held to; the whole page gives the same, fifty times slower.
    const corner = crop(raster, raster.width - 300, 0, 300, 220);
    const read = jsqr.default(new Uint8ClampedArray(corner.data), corner.width, corner.height);
    const wanted = pageCode(input.serial, Math.max(0, i + 1 - covers));
    return read?.data === wanted ? [] : [`page ${i + 1} reads ${read?.data ?? 'nothing'}, not ${wanted}`];
  });

/** P10: nobody who may not be called, by the marks of everybody who is not on the list. */
const nobodyElse: Gate = paper => {
  const allowed = new Set(people(paper).map(row => mark(row.no)));
  return paper.pages.flatMap(marksOf).filter(found => !allowed.has(found));
};

/** P11: page of all pages, when it was printed, and that it is confidential. */
const foot: Gate = ({ pages, input }) => {
  const { print } = catalogue(input.language);
  const wanted = (i: number) => [
    print.overall(i + 1, pages.length),
    '2026年11月24日(火)08:40',
    print.privacy,
  ];
  return pages.flatMap((page, i) => missing(page, wanted(i), `page ${i + 1}`));
};

/** P14: a `tel:` link for each number that can be dialled, and no other link. */
const links: Gate = paper => {
  const wanted = people(paper)
    .flatMap(row => [row.phone.tel, row.secondPhone?.tel ?? null])
    .flatMap(tel => (tel === null ? [] : [`tel:${tel}`]));
  const found = pdfLinks(paper.file);
  const short = [...new Set(wanted)].filter(tel => !found.includes(tel));
  const other = found.filter(link => !wanted.includes(link));
  const few = found.length < wanted.length ? [`${found.length} links for ${wanted.length} numbers`] : [];
  return [...short.map(tel => `no link ${tel}`), ...other.map(link => `link ${link}`), ...few];
};

/** What must hold in every printed list (reference ux §2.5); P5, P7 and P12 are measured before it is printed. */
export const PAPER_GATES = {
  P1: pageCount,
  P2: pageSize,
  P3: headings,
  P4: everybodyOnce,
  P6: margins,
  P8: fontsAndText,
  P9: codes,
  P10: nobodyElse,
  P11: foot,
  P14: links,
} as const satisfies Record<string, Gate>;
