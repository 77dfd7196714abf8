import {
  companyCell,
  type CellTexts,
  historyCell,
  nameCell,
  nextCell,
  phoneCell,
  rankCell,
  resultBoxes,
} from './call-list-cells.ts';
import type { CallListRow, FreeRow } from './call-list-input.ts';
import { html, type Markup } from './html.ts';

type Line = CallListRow | FreeRow | null;

/** Columns of the table on paper across, in the order they are read. */
const COLUMNS = [
  'position',
  'band',
  'company',
  'name',
  'phone',
  'history',
  'result',
  'next',
  'memo',
] as const;

/** Widths and headings of the table across. */
export function rowHeads({ texts: { print } }: CellTexts): Markup {
  const heads = COLUMNS.map(column => print.columns[column]);
  return html`<colgroup>${heads.map((_, i) => html`<col class="c${i + 1}">`)}</colgroup>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>`;
}

/** A row nobody is called in: free ones keep their number, blank ones are for calls that come in. */
function emptyRow(row: FreeRow | null, of: CellTexts): Markup {
  if (row)
    return html`<tr class="free"><td class="no">${row.no}</td><td></td><td class="off" colspan="7">${of.texts.print.freeRow}</td></tr>\n`;
  return html`<tr class="blank" aria-hidden="true"><td class="no"></td><td></td><td></td><td></td><td></td><td></td><td class="results">${resultBoxes(of)}</td><td class="next">${nextCell(null)}</td><td></td></tr>\n`;
}

/** One lead as a table row. */
export function callListRow(row: Line, of: CellTexts): Markup {
  if (row === null || 'isFree' in row) return emptyRow(row, of);
  return html`<tr class="lead"><td class="no">${row.no}</td>
<td class="rank">${rankCell(row, of)}</td>
<td>${companyCell(row, of)}</td>
<td>${nameCell(row)}</td>
<td>${phoneCell(row, of)}</td>
<td>${historyCell(row)}</td>
<td class="results">${resultBoxes(of)}</td><td class="next">${nextCell(row)}</td><td></td></tr>
`;
}

/**
 * Headings of the blocks on upright paper, in two lines as the block itself: company, name, phone and next above;
 * history, result and notes below.
 */
export function blockHeads({ texts: { print } }: CellTexts): Markup {
  const { columns } = print;
  const th = (text: string, span: number) => html`<th scope="col" colspan="${span}">${text}</th>`;
  return html`<colgroup>${[1, 2, 3, 4, 5, 6].map(i => html`<col class="b${i}">`)}</colgroup>
<thead><tr>${th(columns.position, 1)}${th(columns.company, 2)}${th(columns.name, 1)}${th(columns.phone, 1)}${th(columns.next, 1)}</tr>
<tr>${th(columns.band, 1)}${th(columns.history, 1)}${th(columns.result, 2)}${th(columns.memo, 2)}</tr></thead>`;
}

function emptyBlock(row: FreeRow | null, of: CellTexts): Markup {
  if (row)
    return html`<tbody class="free"><tr><td class="no" rowspan="2">${row.no}</td><td class="off" colspan="5">${of.texts.print.freeRow}</td></tr><tr><td colspan="5"></td></tr></tbody>\n`;
  return html`<tbody class="blank" aria-hidden="true"><tr><td class="no" rowspan="2"></td><td colspan="2"></td><td></td><td></td><td class="next">${nextCell(null)}</td></tr>
<tr><td></td><td class="results" colspan="2">${resultBoxes(of)}</td><td colspan="2"></td></tr></tbody>\n`;
}

/** One lead as a block of 24 mm on upright paper, half of it for notes. */
export function callListBlock(row: Line, of: CellTexts): Markup {
  if (row === null || 'isFree' in row) return emptyBlock(row, of);
  return html`<tbody class="lead"><tr><td class="no" rowspan="2"><div>${row.no}</div>${rankCell(row, of)}</td>
<td colspan="2">${companyCell(row, of)}</td><td>${nameCell(row)}</td><td>${phoneCell(row, of)}</td><td class="next">${nextCell(row)}</td></tr>
<tr><td>${historyCell(row)}</td><td class="results" colspan="2">${resultBoxes(of)}</td><td colspan="2"></td></tr></tbody>
`;
}
