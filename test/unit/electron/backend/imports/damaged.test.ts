import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '#electron/backend/errors.ts';
import { readAll } from '#electron/backend/imports/file-rows.ts';
import { understand } from '#electron/backend/imports/reading.ts';
import { readWorkbook } from '#electron/backend/imports/workbook.ts';
import { day } from '#shared/domain/base/days.ts';
import { isZip } from '#shared/domain/imports/file-kind.ts';
import { placeRows } from '#shared/domain/imports/plan.ts';
import { countRows, countsAddUp, resolveRows } from '#shared/domain/imports/resolve.ts';
import { cardFile } from '#test/helpers/card-file.ts';
import { damaged, damages } from '#test/helpers/identity/damage.ts';
import { cp932 } from '#test/helpers/cp932.ts';
import { LAYOUTS, utf16, utf8 } from '#test/helpers/identity/layouts.ts';
import { identityWorld } from '#test/helpers/identity/world.ts';
import { counted, seed } from '#test/helpers/runs.ts';

const TODAY = day('2026-11-20');

/** Everything between the bytes of a file and the moment of writing. */
async function importBytes(bytes: Uint8Array) {
  const name = 'cards.csv';
  const sheets = isZip(bytes) ? { sheets: await readWorkbook(name, bytes) } : {};
  const reading = understand({ name, bytes, sha256: '', ...sheets }, {}, TODAY);
  const rows = await readAll(reading.rows, () => Promise.resolve());
  return { reading, rows, results: resolveRows(rows, placeRows(rows, []), new Map(), TODAY).rows };
}

/** A file whose text is known. */
interface Known {
  what: string;
  bytes: Uint8Array;
  encoding: string;
  text: string;
  delimiter: string;
  /** Keeps the whole file out of the report of a failure. */
  [fc.toStringMethod]: () => string;
}
const known = (what: string, encoding: string, bytes: Uint8Array, delimiter = ','): Known => ({
  what,
  encoding,
  // As its encoding can say it: CP932 has one minus for several.
  text: new TextDecoder(encoding).decode(bytes),
  bytes,
  delimiter,
  [fc.toStringMethod]: () => what,
});
const ENCODING = {
  numbered: 'utf-8',
  eight: 'shift_jis',
  camcard: 'utf-16le',
  typed: 'shift_jis',
  organiser: 'utf-8',
};

const FILES: readonly Known[] = [
  ...[1, 2, 3].flatMap(n => {
    const { text } = cardFile(8, { seed: n });
    return [
      known('sample, UTF-8', 'utf-8', utf8(text)),
      known('sample, CP932', 'shift_jis', cp932(text)),
      known('sample, UTF-16', 'utf-16le', utf16(text)),
    ];
  }),
  ...identityWorld(seed(), { lives: 20, stories: 0, once: 5, files: LAYOUTS.length }).files.map(file =>
    known(
      file.layout.name,
      ENCODING[file.layout.name as keyof typeof ENCODING],
      file.bytes,
      file.layout.delimiter,
    ),
  ),
];

/** Cells of an undamaged text, read by the letter of RFC 4180: a second reader beside the one under test. */
function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (isQuoted && c === '"' && text[i + 1] === '"') cell += text[i++];
    else if (c === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += c;
    else if (c === delimiter) endCell();
    else if (c === '\n') {
      endCell();
      rows.push([]);
    } else if (c !== '\r') cell += c;
  }
  return rows;
}

const withQuotes = (cells: readonly string[], delimiter: string): string =>
  cells
    .map(cell => (/["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
const withoutTail = (cells: readonly string[]): string =>
  JSON.stringify(cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1));
const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(line => line.replace(/\r$/, ''));

/**
 * What went wrong with rows that would be imported. A row may differ from the source only where its own lines were
 * damaged; it holds no other row's text, and what was not hit stands in its own column.
 */
function faults(
  file: Known,
  bytes: Uint8Array,
  { reading, rows }: Awaited<ReturnType<typeof importBytes>>,
): string[] {
  const source = cellsOf(file.text, file.delimiter);
  const whole = new Set(source.map(withoutTail));
  const intact = new Set(linesOf(file.text));
  // What is left of a row whose first line is gone was hit, though its own lines are whole.
  const starts = new Set(source.map(cells => withQuotes(cells, file.delimiter).split('\n')[0]));
  const singles = new Set(source.map(cells => cells.join(file.delimiter)));
  const text = linesOf(new TextDecoder(file.encoding).decode(bytes));
  const { table } = reading;
  return rows.flatMap((row, i) => {
    const at = reading.rows.first + i;
    const cells = table.rows.at(at) ?? [];
    if (!('card' in row) || whole.has(withoutTail(cells))) return [];
    const from = table.lines[at] ?? 0;
    const to = table.lines[at + 1] ?? text.length + 1;
    const own = text.slice(from - 1, to - 1);
    const said = `line ${from} of ${file.what}: ${cells.join('|')}`;
    if (own.every(line => intact.has(line)) && starts.has(own[0]))
      return [`differs though nothing hit it, ${said}`];
    const swallowed = own.filter(
      line => line !== '' && singles.has(line) && line.split(file.delimiter).length > 3,
    );
    return swallowed.length > 0 ? [`holds another row, ${said}`] : [];
  });
}

describe('damaged files', () => {
  it('are read with every row accounted for, or refused by name', { timeout: 900_000 }, async () => {
    let [read, refused, asIs, compared] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), damages, async (file, list) => {
        const bytes = damaged(file.bytes, list);
        try {
          const done = await importBytes(bytes);
          const counts = countRows(done.results);
          expect(countsAddUp(counts)).toBe(true);
          expect(counts.read).toBe(done.reading.table.rows.length - done.reading.rows.first);
          // A budget of steps: what is made of a file never outgrows it, so no damage can make the work explode.
          const cells = [...done.reading.table.rows].flat();
          expect(cells.length).toBeLessThanOrEqual(bytes.length + 1);
          expect(cells.join('').length).toBeLessThanOrEqual(bytes.length);
          // Of a file cut to a few bytes nobody can say what it was, and without a header every column is a question.
          const isKnown = bytes.length > file.bytes.length / 4 && done.reading.header.index !== null;
          if (isKnown) expect(faults(file, bytes, done)).toEqual([]);
          read++;
          if (isKnown) compared++;
          asIs += counts.new + counts.filled + counts.updated + counts.asked;
        } catch (error) {
          if (!isAppError(error)) throw error;
          expect(error.code).toMatch(/^FILE_/);
          refused++;
        }
      }),
      counted(10_000),
    );
    console.info(
      `seed ${seed()}: ${read} damaged files read, ${compared} of them compared with their source, ` +
        `${refused} refused by name, ${asIs} rows imported`,
    );
    expect(compared).toBeGreaterThan((read + refused) / 5);
  });
});
