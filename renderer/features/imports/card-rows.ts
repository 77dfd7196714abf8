/** The columns of the grid, in the order Excel users expect them. */
export const columns = ['companyName', 'name', 'title', 'phone', 'email', 'memo'] as const;
export type Column = (typeof columns)[number];
export type CardRow = Readonly<Record<Column, string>>;

export const blankRow: CardRow = { companyName: '', name: '', title: '', phone: '', email: '', memo: '' };
export const isBlank = (row: CardRow): boolean => columns.every(column => row[column].trim() === '');

/** The most the backend takes at once. */
const most = 500;

/** Always one blank row at the end to go on with. */
const withBlank = (rows: readonly CardRow[]): readonly CardRow[] => {
  const last = rows.at(-1);
  return (last === undefined || !isBlank(last)) && rows.length < most ? [...rows, blankRow] : rows;
};

export const setCell = (
  rows: readonly CardRow[],
  at: number,
  column: Column,
  value: string,
): readonly CardRow[] => withBlank(rows.map((row, i) => (i === at ? { ...row, [column]: value } : row)));

/** Puts pasted cells into the grid from one cell on, to the right and down. */
export function pasteInto(
  rows: readonly CardRow[],
  at: number,
  column: Column,
  cells: readonly (readonly string[])[],
): readonly CardRow[] {
  const first = columns.indexOf(column);
  const height = Math.min(Math.max(rows.length, at + cells.length), most);
  const next = Array.from({ length: height }, (_, i): CardRow => {
    const row = rows[i] ?? blankRow;
    const pasted = cells[i - at];
    if (i < at || !pasted) return row;
    const entries = pasted.flatMap((value, x) => {
      const target = columns[first + x];
      return target === undefined ? [] : [[target, value] as const];
    });
    return { ...row, ...Object.fromEntries(entries) };
  });
  return withBlank(next);
}
