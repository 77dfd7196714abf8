import fc from 'fast-check';
import papaparse from 'papaparse';
import { expect, it } from 'vitest';
import { parseText } from '#electron/backend/imports/text-table.ts';
import { toEnd } from '#shared/domain/base/steps.ts';
import { counted } from '#test/helpers/runs.ts';

const inPieces = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));

/** The rows and where each starts, or the line of the quote that never ends. */
function parsed(text: string, size: number, newline: '\n' | '\r') {
  try {
    const steps = parseText('x', inPieces(text, size), { delimiter: ',', newline }, size);
    const { rows, lines, widths, quoteDamaged } = toEnd(steps);
    return { rows: [...rows], lines, widths, damaged: [...quoteDamaged].sort((a, b) => a - b) };
  } catch (error) {
    return error;
  }
}

const pieces = fc.constantFrom('"', '"', '""', ',', ',', '\n', '\r\n', '\r', ' ', '甲', 'a,b,c,d,e', '"x"');
const texts = fc.array(pieces, { maxLength: 60 }).map(list => list.join(''));

it('a text read in pieces of any size is the text read whole, however its quotes are damaged', () => {
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('\n', '\r'),
      (text, size, newline) => {
        expect(parsed(text, size, newline)).toEqual(parsed(text, 1_000_000, newline));
      },
    ),
    counted(20_000),
  );
});

it('and holds the cells the parser finds in the whole text', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (given, size) => {
      const text = given.replace(/\r(?!\n)/g, '\n');
      const { data, errors } = papaparse.parse<string[]>(text, { delimiter: ',', newline: '\n' });
      const rows = data.map(row =>
        row.map((cell, i) => (i === row.length - 1 ? cell.replace(/\r$/, '') : cell)),
      );
      if (rows.at(-1)?.join('') === '') rows.pop();
      const found = parsed(given, size, '\n');
      if (errors.some(({ code }) => code === 'MissingQuotes'))
        expect(found).toMatchObject({ code: 'FILE_QUOTE_OPEN' });
      else expect(found).toMatchObject({ rows });
    }),
    counted(20_000),
  );
});
