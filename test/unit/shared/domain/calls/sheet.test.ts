import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import type { CallResult } from '#shared/domain/calls/outcomes.ts';
import {
  compareRow,
  DIGIT_WORDS,
  findSheetTable,
  readRowId,
  readSheetRow,
  rowIdText,
  type SheetColumn,
  wordLookup,
  type WrittenResult,
} from '#shared/domain/calls/sheet.ts';

const UID = '01939f5e-7c1a-7b3c-9d2e-0123456789ab';
const words = {
  outcome: wordLookup<CallResult | 'doNotCall'>([
    ...DIGIT_WORDS,
    ['不在', 'noAnswer'],
    ['アポ', 'appointment'],
    ['再TEL', 'callback'],
    ['断り', 'declined'],
    ['電話禁止', 'doNotCall'],
  ]),
  reason: wordLookup([['予算', 'budget']]),
};
const days = { from: day('2026-11-20'), today: day('2026-11-27') };
const blank = { calledOn: '', outcome: '', reason: '', nextOn: '', nextTime: '', place: '', memo: '' };
const read = (cells: Partial<typeof blank>) => readSheetRow({ ...blank, ...cells }, words, days);
const result = (rest: Partial<WrittenResult> = {}): WrittenResult => ({
  outcome: 'noAnswer',
  doNotCall: false,
  reason: null,
  calledOn: null,
  nextOn: null,
  nextMinute: null,
  place: '',
  note: '',
  ...rest,
});

describe('a row of a sheet', () => {
  it('is read by label, digit or code table, in any width', () => {
    for (const outcome of ['不在', ' 不 在 ', '1', '１']) expect(read({ outcome })).toEqual(result());
    expect(read({ outcome: '再ＴＥＬ', nextOn: '2026-12-01', nextTime: '14:00' })).toEqual(
      result({ outcome: 'callback', nextOn: day('2026-12-01'), nextMinute: 840 }),
    );
    expect(read({ outcome: '電話禁止' })).toEqual(result({ outcome: 'declined', doNotCall: true }));
    expect(read({})).toBe('empty');
  });

  it('has a place where it is an appointment, and elsewhere a note', () => {
    const cells = { place: ' 本社 3階 ', memo: '受付で内線' };
    expect(read({ outcome: 'アポ', ...cells })).toEqual(
      result({ outcome: 'appointment', place: '本社 3階', note: '受付で内線' }),
    );
    expect(read({ outcome: '不在', ...cells })).toEqual(result({ note: '本社 3階 受付で内線' }));
  });

  it.each([
    ['2026-12-01 14:00:00', '', 840],
    ['12/1', '14時', 840],
    // What a time cell holds that lost its format: 14:00 is 14/24 of a day.
    ['46357', '0.583333333333333', 840],
    ['2026/12/1(火)', '１４：００', 840],
  ])('knows the day and time in %s %s', (nextOn, nextTime, minute) => {
    expect(read({ outcome: '4', nextOn, nextTime })).toEqual(
      result({ outcome: 'callback', nextOn: day('2026-12-01'), nextMinute: minute }),
    );
  });

  it.each([
    [{ outcome: 'つながらない' }, 'outcome', 'unknown'],
    [{ outcome: '7', reason: 'なんとなく' }, 'reason', 'unknown'],
    [{ outcome: '1', nextOn: '来週' }, 'nextOn', 'unread'],
    [{ outcome: '1', nextOn: '11/19' }, 'nextOn', 'past'],
    [{ outcome: '1', nextTime: '25:00' }, 'nextTime', 'unread'],
    [{ outcome: '1', calledOn: '11/28' }, 'calledOn', 'outside'],
    [{ outcome: '1', calledOn: '11/19' }, 'calledOn', 'outside'],
    [{ memo: '午後がよい' }, 'memo', 'noOutcome'],
  ] as const)('%o is set aside for its %s', (cells, column, why) => {
    expect(read(cells)).toMatchObject({ column, why, text: (cells as Partial<typeof blank>)[column] });
  });
});

describe('the table of a sheet', () => {
  const columnOf = wordLookup<SheetColumn>([
    ['結果', 'outcome'],
    ['行ID', 'rowId'],
    ['メモ', 'memo'],
  ]);
  it('is found where people moved it', () => {
    const table = findSheetTable([['今週の分'], [], ['メモ', '', '行ID', '地域', '結果']], columnOf);
    expect(table?.first).toBe(3);
    expect([...(table?.at ?? [])]).toEqual([
      ['memo', 0],
      ['rowId', 2],
      ['outcome', 4],
    ]);
    expect(findSheetTable([['会社名', '結果']], columnOf)).toBeNull();
  });
});

describe('a row that came back', () => {
  const markOf = (of: WrittenResult) => readRowId(rowIdText(UID, of))?.mark ?? '';
  const [old, mine, theirs] = [result(), result({ note: 'x' }), result({ outcome: 'away' })];

  it('carries its id, and how it stood when it was written', () => {
    expect(readRowId(rowIdText(UID, null))).toEqual({ uid: UID, mark: null });
    expect(markOf(old)).toMatch(/^[\da-f]{8}$/);
    expect(new Set([old, mine, theirs].map(markOf)).size).toBe(3);
    expect(readRowId('Z')).toBeNull();
  });

  it.each([
    ['nothing anywhere', null, null, null, 'empty'],
    ['typed in the app since', null, old, null, 'entered'],
    ['filled in', null, null, old, 'new'],
    ['filled in on both sides alike', null, old, old, 'entered'],
    ['filled in on both sides', null, mine, theirs, 'conflict'],
    ['given back as written', old, old, old, 'entered'],
    ['changed in the app alone', old, mine, old, 'entered'],
    ['changed in the sheet alone', old, old, theirs, 'changed'],
    ['changed on both sides', old, mine, theirs, 'conflict'],
    ['emptied in the sheet', old, old, null, 'entered'],
    ['taken back in the app, as written in the sheet', old, null, old, 'empty'],
  ] as const)('%s', (_, base, stored, written, expected) => {
    expect(compareRow(base === null ? null : markOf(base), stored, written)).toBe(expected);
  });

  it('of a sheet from before there were places is as it was written', () => {
    const before = result({ outcome: 'appointment', nextOn: day('2026-11-26') });
    const stored = { ...before, place: '本社' };
    expect(markOf(result())).toBe('71203e21');
    expect(compareRow(markOf(before), stored, before)).toBe('entered');
    expect(compareRow(null, stored, before)).toBe('entered');
    expect(compareRow(markOf(stored), stored, { ...before, place: '支社' })).toBe('changed');
  });

  it('fits a stored result when only the day of the call was left open', () => {
    expect(compareRow(null, result({ calledOn: day('2026-11-24') }), result())).toBe('entered');
    expect(
      compareRow(null, result({ calledOn: day('2026-11-24') }), result({ calledOn: day('2026-11-25') })),
    ).toBe('conflict');
  });
});
