import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';

/** Points of PDF space in a millimetre. */
const PT_PER_MM = 72 / 25.4;

/** A word on a page, box in millimetres from the top left corner. */
export interface PdfWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfPage {
  /** Size in millimetres. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  /** All words joined without spaces, in reading order of the file. */
  readonly text: string;
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decode = (xml: string): string =>
  xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
const numbers = (text: string): number[] =>
  Array.from(text.matchAll(/"([\d.-]+)"/g), match => Number(match[1]));

/** Pages and words of a PDF as poppler's pdftotext sees them. */
export function readPdf(file: string): PdfPage[] {
  const xml = run('pdftotext', '-bbox', file, '-');
  return xml
    .split('<page ')
    .slice(1)
    .map(page => {
      const [width = 0, height = 0] = numbers(page.slice(0, page.indexOf('>')));
      const words = Array.from(page.matchAll(/<word ([^>]*)>(.*?)<\/word>/gs), match => {
        const [left = 0, top = 0, right = 0, bottom = 0] = numbers(match[1] ?? '').map(pt => pt / PT_PER_MM);
        return { text: decode(match[2] ?? ''), left, top, right, bottom };
      });
      return {
        width: width / PT_PER_MM,
        height: height / PT_PER_MM,
        words,
        text: words.map(word => word.text).join(''),
      };
    });
}

/** Text as a reader copies it out, layout kept; `-raw` in the order it was written. */
export const pdfText = (file: string, order: '-layout' | '-raw' = '-layout'): string =>
  run('pdftotext', order, file, '-');

/** Fonts of a PDF, one line each: name, type, encoding, embedded, subset, unicode map. */
export const pdfFonts = (file: string): string[] => run('pdffonts', file).trim().split('\n').slice(2);

/** Where links point to, one per annotation. */
export const pdfLinks = (file: string): string[] =>
  Array.from(readFileSync(file, 'latin1').matchAll(/\/URI \(([^)]*)\)/g), match => match[1] ?? '');

/** A page as pixels, in greyscale like an office printer. Page counts from 1. */
export function pdfRaster(file: string, page: number, dpi: number): PNG {
  const base = path.join(path.dirname(file), `page-${page}-${dpi}`);
  run(
    'pdftoppm',
    '-r',
    String(dpi),
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    '-gray',
    '-png',
    file,
    base,
  );
  return PNG.sync.read(readFileSync(`${base}.png`));
}

/** A piece of a raster. Numbers in pixels. */
export function crop(image: PNG, left: number, top: number, width: number, height: number): PNG {
  const piece = new PNG({ width, height });
  PNG.bitblt(image, piece, left, top, width, height, 0, 0);
  return piece;
}

/** The smallest box, in pixels, around everything that is not white. */
export function inkBox(image: PNG): { left: number; top: number; right: number; bottom: number } {
  const box = { left: image.width, top: image.height, right: 0, bottom: 0 };
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      if ((image.data[(y * image.width + x) * 4] ?? 255) > 250) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  }
  return box;
}

/** Writes bytes as a file for the tools above. */
export function savePdf(folder: string, name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
