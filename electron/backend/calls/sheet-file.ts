import { type CellStyle, type ColumnDef, type DataValidation, writeXlsx } from 'hucre/xlsx';
import type { Day } from '#shared/domain/base/days.ts';
import { SHEET_COLUMNS, type SheetColumn } from '#shared/domain/calls/sheet.ts';
import type { Catalogue } from '#shared/i18n/index.ts';

/** A cell: text, a number, or a day. Text stays text, whatever it begins with. */
export type SheetCell = string | number | Day | null;
export type SheetLine = Readonly<Record<SheetColumn, SheetCell>>;

/** What a sheet holds: its rows, and the words its drop-downs offer, with what has to be written beside each. */
export interface SheetContent {
  readonly lines: readonly SheetLine[];
  readonly codes: readonly { readonly key: string; readonly word: string; readonly needs: string }[];
  readonly reasons: readonly string[];
  /** Printed on top of every page. */
  readonly head: string;
}

const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  no: 5,
  band: 7,
  company: 34,
  name: 16,
  phone: 17,
  history: 36,
  calledOn: 12,
  outcome: 12,
  reason: 14,
  nextOn: 12,
  nextTime: 10,
  place: 18,
  memo: 28,
  listNumber: 11,
  rowId: 14,
};
const DAYS: ReadonlySet<SheetColumn> = new Set(['calledOn', 'nextOn']);
const FORMATS: Partial<Record<SheetColumn, string>> = {
  calledOn: 'yyyy/mm/dd',
  nextOn: 'yyyy/mm/dd',
  nextTime: 'hh:mm',
  phone: '@',
  place: '@',
  rowId: '@',
  listNumber: '@',
};
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
/** On every Windows and Mac with Excel. */
const FONT = { name: '游ゴシック', size: 10 } as const;
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6E6E6' } },
  border: BORDER,
  alignment: { vertical: 'center', wrapText: true },
};

/** Points: three lines of 前回・経緯. */
const ROW_HEIGHT = 42;

const styleOf = (column: SheetColumn): CellStyle => ({
  border: BORDER,
  alignment: { vertical: 'top', wrapText: column !== 'rowId' },
  ...(FORMATS[column] === undefined ? {} : { numFmt: FORMATS[column] }),
  // What the caller does not need is there for the way back.
  font: column === 'rowId' || column === 'listNumber' ? { ...FONT, color: { rgb: '7F7F7F' } } : FONT,
});

/** A day as Excel counts it: days since 1899-12-30. */
const serialOf = (on: string): number => (Date.parse(on) - Date.parse('1899-12-30')) / 86_400_000;

const valueOf = (column: SheetColumn, cell: SheetCell): string | number | null =>
  DAYS.has(column) && typeof cell === 'string' ? serialOf(cell) : cell === '' ? null : cell;

const letterOf = (column: SheetColumn): string => String.fromCharCode(65 + SHEET_COLUMNS.indexOf(column));

/** The bytes of a call list as a workbook: the list itself, and the table of codes its drop-downs take their words from. */
export async function sheetBytes(content: SheetContent, t: Catalogue['callSheets']): Promise<Uint8Array> {
  const last = content.lines.length + 1;
  const rows = content.lines.map(line => SHEET_COLUMNS.map(column => valueOf(column, line[column])));
  const heads = SHEET_COLUMNS.map(column => t.columns[column]);
  return await writeXlsx({
    defaultFont: FONT,
    sheets: [
      {
        name: t.sheetName,
        columns: SHEET_COLUMNS.map(column => ({ width: WIDTHS[column], style: styleOf(column) })),
        rows: [heads, ...rows],
        cells: new Map(heads.map((_, i) => [`0,${i}`, { style: HEAD }])),
        rowDefs: new Map(rows.map((_, i) => [i + 1, { height: ROW_HEIGHT }])),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${letterOf('rowId')}${last}` },
        dataValidations: validations(content, t, last),
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$1',
          printArea: `$A$1:$${letterOf('memo')}$${last}`,
        },
        headerFooter: { oddHeader: `&L${plain(content.head)}`, oddFooter: `&L${plain(t.privacy)}&R&P/&N` },
      },
      codeSheet(content, t),
    ],
  });
}

/** `&` begins a code in heads and feet. */
const plain = (text: string): string => text.replaceAll('&', '&&');

function codeSheet({ codes, reasons }: SheetContent, t: Catalogue['callSheets']) {
  const heads = [t.codes.key, t.codes.outcome, t.codes.needs, '', t.codes.reasons];
  const count = Math.max(codes.length, reasons.length);
  const columns: ColumnDef[] = [{ width: 8 }, { width: 16 }, { width: 24 }, { width: 3 }, { width: 18 }];
  const rows = Array.from({ length: count }, (_, i) => [
    codes[i]?.key ?? null,
    codes[i]?.word ?? null,
    codes[i]?.needs ?? null,
    null,
    reasons[i] ?? null,
  ]);
  return {
    name: t.codeSheet,
    columns,
    rows: [heads, ...rows],
    cells: new Map([0, 1, 2, 4].map(i => [`0,${i}`, { style: HEAD }])),
  };
}

function validations(content: SheetContent, t: Catalogue['callSheets'], last: number): DataValidation[] {
  const on = (
    column: SheetColumn,
    rule: Partial<DataValidation> & Pick<DataValidation, 'type'>,
  ): DataValidation => ({
    range: `${letterOf(column)}2:${letterOf(column)}${Math.max(2, last)}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    ...rule,
  });
  const listed = (column: string, count: number) => `'${t.codeSheet}'!$${column}$2:$${column}$${count + 1}`;
  const day = {
    type: 'date',
    operator: 'greaterThan',
    formula1: String(serialOf('2000-01-01')),
    errorMessage: t.wrong.day,
  } as const;
  return [
    // A digit may be typed instead of a word of the list.
    on('outcome', {
      type: 'list',
      formula1: listed('B', content.codes.length),
      errorStyle: 'warning',
      errorMessage: t.wrong.outcome,
    }),
    on('reason', {
      type: 'list',
      formula1: listed('E', content.reasons.length),
      errorMessage: t.wrong.reason,
    }),
    on('calledOn', day),
    on('nextOn', day),
    on('nextTime', {
      type: 'time',
      operator: 'between',
      formula1: '0',
      formula2: '0.999988426',
      errorMessage: t.wrong.time,
    }),
  ];
}
