import type { Day } from '#shared/domain/base/days.ts';
import { foldKey, tidy } from '#shared/domain/base/text.ts';
import { typedDay, typedMinute } from '#shared/domain/calendar/typed.ts';
import { type CallResult, OUTCOMES } from './outcomes.ts';

/** The columns of a call list as a sheet, in the order they are written. */
export const SHEET_COLUMNS = [
  'no',
  'band',
  'company',
  'name',
  'phone',
  'history',
  'calledOn',
  'outcome',
  'reason',
  'nextOn',
  'nextTime',
  'place',
  'memo',
  'listNumber',
  'rowId',
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Those the caller fills in. */
export const FILLED_COLUMNS = [
  'calledOn',
  'outcome',
  'reason',
  'nextOn',
  'nextTime',
  'place',
  'memo',
] as const;
type FilledColumn = (typeof FILLED_COLUMNS)[number];
export type SheetCells = Readonly<Record<FilledColumn, string>>;

/** A result as a sheet or the store holds it. */
export type WrittenResult = {
  readonly outcome: CallResult;
  readonly doNotCall: boolean;
  readonly reason: string | null;
  /** Null: on the day that is named for the whole sheet. */
  readonly calledOn: Day | null;
  readonly nextOn: Day | null;
  /** Minutes since midnight. */
  readonly nextMinute: number | null;
  /** Where to meet; sheets of earlier days have no column for it. */
  readonly place: string;
  readonly note: string;
};

/** What is wrong with a cell, and what it says; `noOutcome`: the row is filled in, but not with a result. */
export type UnreadCell = {
  readonly column: FilledColumn;
  readonly why: 'unknown' | 'unread' | 'past' | 'outside' | 'noOutcome';
  readonly text: string;
};
export type SheetReading = 'empty' | WrittenResult | UnreadCell;

/** What words mean: the labels of the team and of both languages, the digits of the code table, the codes. */
export type SheetWords = {
  readonly outcome: (text: string) => CallResult | 'doNotCall' | null;
  readonly reason: (text: string) => string | null;
};

/** Where the columns of a sheet are; people move and insert columns, and put lines above them. */
export type SheetTable = { readonly first: number; readonly at: ReadonlyMap<SheetColumn, number> };

/** Rows looked through for the head of the table. */
const HEAD_ROWS = 30;

/** Finds the table of a call sheet by its headings, `columnOf` a heading; null when this is none. */
export function findSheetTable(
  rows: readonly (readonly string[])[],
  columnOf: (heading: string) => SheetColumn | null,
): SheetTable | null {
  for (const [index, row] of rows.slice(0, HEAD_ROWS).entries()) {
    const at = new Map<SheetColumn, number>();
    for (const [i, cell] of row.entries()) {
      const column = columnOf(cell);
      if (column !== null && !at.has(column)) at.set(column, i);
    }
    if (at.has('rowId') && at.has('outcome')) return { first: index + 1, at };
  }
  return null;
}

/** How a row is called in a sheet, and how its result stood when it was written. */
export type RowId = { readonly uid: string; readonly mark: string | null };

const ROW_ID = /^([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})(?:#([\da-f]{8}))?$/i;

/** `<uid>`, and `#` with the mark of the result that stood in the row, if it had one. */
export const rowIdText = (uid: string, result: WrittenResult | null): string =>
  result === null ? uid : `${uid}#${markOf(result)}`;

export function readRowId(cell: string): RowId | null {
  const [, uid, mark] = ROW_ID.exec(tidy(cell.normalize('NFKC'))) ?? [];
  return uid === undefined ? null : { uid: uid.toLowerCase(), mark: mark?.toLowerCase() ?? null };
}

/** Eight hexadecimal digits that tell one result from another (FNV-1a over the UTF-16 units, 32 bits). */
function markOf(result: WrittenResult): string {
  const text = JSON.stringify(inOrder(result));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const inOrder = (r: WrittenResult): readonly unknown[] => [
  r.outcome,
  r.doNotCall,
  r.reason,
  r.calledOn,
  r.nextOn,
  r.nextMinute,
  r.note,
  // Without a place, a result has the mark it had before there were places.
  ...(r.place === '' ? [] : [r.place]),
];

/** Whether two results say the same; a day and a place that were left open fit any. */
function isSame(a: WrittenResult, b: WrittenResult): boolean {
  const said = (one: WrittenResult, other: WrittenResult): string =>
    JSON.stringify(
      inOrder({ ...one, calledOn: one.calledOn ?? other.calledOn, place: one.place || other.place }),
    );
  return said(a, b) === said(b, a);
}

/**
 * How a row that came back stands to the store. `base`: the mark it was written with. `entered`: nothing to do;
 * `changed`: only the sheet was changed since; `conflict`: both were, and somebody has to choose.
 */
export function compareRow(
  base: string | null,
  stored: WrittenResult | null,
  written: WrittenResult | null,
): 'empty' | 'entered' | 'new' | 'changed' | 'conflict' {
  if (written === null || markOf(written) === base) return stored === null ? 'empty' : 'entered';
  if (stored === null) return 'new';
  if (isSame(stored, written)) return 'entered';
  return markOf(stored) === base ? 'changed' : 'conflict';
}

/** Days a result may lie on: from the making of the list until today. */
export type CallDays = { readonly from: Day; readonly today: Day };

/** Reads what was filled into one row. A cell that means nothing is named, and nothing of its row is taken. */
export function readSheetRow(cells: SheetCells, words: SheetWords, days: CallDays): SheetReading {
  const text = tidy(cells.outcome);
  if (text === '') {
    const filled = FILLED_COLUMNS.find(column => tidy(cells[column]) !== '');
    return filled === undefined ? 'empty' : unread(filled, 'noOutcome', cells);
  }
  const outcome = words.outcome(text);
  if (outcome === null) return unread('outcome', 'unknown', cells);
  const reason = readCell(cells.reason, words.reason);
  if (reason === undefined) return unread('reason', 'unknown', cells);
  const calledOn = readCell(cells.calledOn, cell => typedDay(cell, days.today));
  if (calledOn === undefined) return unread('calledOn', 'unread', cells);
  if (calledOn !== null && (calledOn > days.today || calledOn < days.from))
    return unread('calledOn', 'outside', cells);
  const nextOn = readCell(cells.nextOn, cell => typedDay(cell, days.today));
  if (nextOn === undefined) return unread('nextOn', 'unread', cells);
  if (nextOn !== null && nextOn < (calledOn ?? days.from)) return unread('nextOn', 'past', cells);
  const nextMinute = readCell(cells.nextTime, sheetMinute);
  if (nextMinute === undefined) return unread('nextTime', 'unread', cells);
  return {
    ...(outcome === 'doNotCall' ? { outcome: 'declined', doNotCall: true } : { outcome, doNotCall: false }),
    reason,
    calledOn,
    nextOn,
    nextMinute: nextMinute ?? minuteBehind(cells.nextOn),
    ...placeAndNote(cells, outcome),
  };
}

/** Only an appointment has a place; what stands there beside another result belongs to what was noted. */
function placeAndNote(cells: SheetCells, outcome: string): Pick<WrittenResult, 'place' | 'note'> {
  const [place, note] = [tidy(cells.place), tidy(cells.memo)];
  return outcome === 'appointment' ? { place, note } : { place: '', note: tidy(`${place} ${note}`) };
}

/** Undefined for a cell that is filled but says nothing. */
const readCell = <T>(cell: string, read: (text: string) => T | null): T | null | undefined =>
  tidy(cell) === '' ? null : (read(tidy(cell)) ?? undefined);

const unread = (column: FilledColumn, why: UnreadCell['why'], cells: SheetCells): UnreadCell => ({
  column,
  why,
  text: tidy(cells[column]),
});

/** A time as typed, with seconds as sheets write them, or as the part of a day that Excel stores. */
function sheetMinute(cell: string): number | null {
  if (/^0?\.\d+$|^0$/.test(cell)) return Math.round(Number(cell) * 1440) % 1440;
  return typedMinute(cell.replace(/^(\d{1,2}:\d{2}):00$/, '$1'));
}

/** The time of a cell that holds day and time together. */
function minuteBehind(cell: string): number | null {
  const [, time] = /\s(\d{1,2}:\d{2})(?::\d{2})?$/.exec(tidy(cell.normalize('NFKC'))) ?? [];
  return time === undefined ? null : typedMinute(time);
}

/** Looks words up as people write them: width, case and spaces do not matter. */
export function wordLookup<T>(words: Iterable<readonly [string, T]>): (text: string) => T | null {
  const known = new Map([...words].map(([word, meaning]) => [foldKey(word), meaning]));
  return text => known.get(foldKey(text)) ?? null;
}

/** The digits of the code table, as they stand on the paper. */
export const DIGIT_WORDS: readonly (readonly [string, CallResult | 'doNotCall'])[] = Object.entries(
  OUTCOMES,
).map(([code, { key }]) => [key, code as CallResult | 'doNotCall']);
