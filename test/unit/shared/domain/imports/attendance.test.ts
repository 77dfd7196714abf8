import { describe, expect, it } from 'vitest';
import { absenceFinder, readAttended } from '#shared/domain/imports/attendance.ts';
import { guessMapping } from '#shared/domain/imports/columns.ts';

const columnsOf = (...headers: string[]) => guessMapping(headers, [headers.map(() => 'あ')], ',').columns;

describe('who was not there', () => {
  const absence = absenceFinder(columnsOf('出欠'));
  it.each([
    ['No', 'notAttended'],
    ['欠席', 'notAttended'],
    ['不参加', 'notAttended'],
    ['未出席', 'notAttended'],
    ['×', 'notAttended'],
    ['０', 'notAttended'],
    ['No-show', 'notAttended'],
    ['参加キャンセル', 'cancelled'],
    ['辞退', 'cancelled'],
    ['Cancelled', 'cancelled'],
    ['補欠', 'waitlisted'],
    ['キャンセル待ち', 'waitlisted'],
    ['Waitlisted', 'waitlisted'],
    ['Yes', null],
    ['出席', null],
    ['参加', null],
    ['○', null],
    ['', null],
    ['--', null],
    ['遅刻', null],
    ['無料枠', null],
  ])('%j: %s', (cell, reason) => expect(absence([cell])).toBe(reason));

  it('one column of two is enough', () => {
    const finder = absenceFinder(columnsOf('参加ステータス', '出欠ステータス'));
    expect(finder(['参加', '欠席'])).toBe('notAttended');
    expect(finder(['参加キャンセル', ''])).toBe('cancelled');
    expect(finder(['参加', '出席'])).toBeNull();
  });
});

describe('who was there', () => {
  it('a tick says so; having put down a name does not', () => {
    expect(readAttended(['出席'], columnsOf('出欠'))).toEqual({ minutes: null });
    expect(readAttended(['参加', ''], columnsOf('参加ステータス', '出欠ステータス'))).toBeNull();
    expect(readAttended(['参加', '出席'], columnsOf('参加ステータス', '出欠ステータス'))).toEqual({
      minutes: null,
    });
    expect(readAttended(['あ'], columnsOf('会社名'))).toBeNull();
  });
  it.each([
    ['19', 19],
    ['54分', 54],
    ['1:15:30', 75],
    ['７５', 75],
  ])('minutes %j', (cell, minutes) =>
    expect(readAttended([cell], columnsOf('滞在時間（分）'))).toEqual({ minutes }),
  );
  it('no minutes, nobody there', () => expect(readAttended(['--'], columnsOf('滞在時間（分）'))).toBeNull());
});
