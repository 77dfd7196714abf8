const MM_PER_PT = 25.4 / 72;
/** What the breaking of lines may leave empty at their end. */
const RAGGED = 1.06;

/** Width of a text in widths of a kanji, from above: narrow letters count six tenths. */
const ems = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/[!-~]/.test(c) ? (/[A-Zmw@%&#]/.test(c) ? 0.9 : 0.6) : 1), 0);

/** Lines a text takes at most, in a column of so many mm at so many points. */
export const linesOf = (text: string, width: number, points: number): number =>
  Math.max(1, Math.ceil((ems(text) * points * MM_PER_PT * RAGGED) / width));
