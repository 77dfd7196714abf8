/**
 * Text a spreadsheet would take for a formula: it starts with = + - @ (also full width, which Japanese Excel takes the
 * same way, and behind blanks), a tab or a line end. OWASP, "CSV Injection".
 */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
/** What looks like a formula and is none: an E.164 number, a plain negative number, a dash that stands for nothing. */
const HARMLESS = /^(?:\+\d{8,15}|-\d+(?:\.\d+)?|[-－]+)$/;

/**
 * A cell no spreadsheet runs: what would be a formula gets a leading apostrophe, which our own reading takes off again.
 * `+81312345678` stays as it is, because other systems read numbers by their plus; `+81-3-1234-5678` gets the apostrophe,
 * because a spreadsheet would subtract.
 */
export const safeCell = (text: string): string =>
  FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;

/** RFC 4180: quoted where the cell holds a comma, a quote or a line end; also outer blanks, which some readers drop. */
const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** One record with its line end. A lone empty cell is quoted, because an empty line is no record to most readers. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.length === 1 && cells[0] === '' ? '""' : cells.map(cell => quoted(safeCell(cell))).join(',')}\r\n`;

/** A table as CSV text: RFC 4180, CRLF, no cell that runs. */
export const csvText = (rows: readonly (readonly string[])[]): string => rows.map(csvLine).join('');
