/**
 * The cells of what a spreadsheet puts on the clipboard: tabs between cells, a line end after each row, and quotes around a
 * cell that holds a tab, a line end or a quote. Empty last rows are dropped.
 */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replaceAll(/\r\n?/g, '\n');
  for (let at = 0; at <= source.length; ) {
    const quoted = source[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(at)) : null;
    const end = quoted ? at + quoted[0].length : endOfCell(source, at);
    rows.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : source.slice(at, end));
    if (source[end] === '\n') rows.push([]);
    at = end + 1;
  }
  while (rows.length > 0 && (rows.at(-1) ?? []).every(cell => cell.trim() === '')) rows.pop();
  return rows;
}

function endOfCell(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\n]/);
  return found < 0 ? text.length : from + found;
}
