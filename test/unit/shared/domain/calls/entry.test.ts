import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { asksOf, isEnough, paperDays, readListCode, readTypedLine } from '#shared/domain/calls/entry.ts';
import { pageCode } from '#shared/domain/calls/list-number.ts';

describe('the code of a list', () => {
  it.each(['480-9', '4809', '４８０－９', ' 480 - 9 ', '480ー9'])('%s is list 480', text => {
    expect(readListCode(text)).toEqual({ serial: 480, page: null });
  });

  it('says what is wrong with a text that is none', () => {
    for (const text of ['480-8', '4890', '４８０－１'])
      expect(readListCode(text)).toEqual({ wrong: 'checkDigit' });
    for (const text of ['', '佐藤', '0-0', '7']) expect(readListCode(text)).toEqual({ wrong: 'notNumber' });
  });

  it('is scanned with its page, also through a Japanese input method or keyboard', () => {
    // Printed in the reference: serial 128, page 3, check digit 1.
    for (const text of ['LI1:128-03-1', 'ＬＩ１：１２８－０３－１', 'li1+128-03-1\t'])
      expect(readListCode(text)).toEqual({ serial: 128, page: 3 });
    for (let page = 1; page <= 120; page++)
      expect(readListCode(pageCode(480, page))).toEqual({ serial: 480, page });
  });

  it('is refused when the scanner misread one digit of it', () => {
    for (const at of [4, 5, 6, 8, 9, 11]) {
      const right = 'LI1:128-03-1';
      const wrong = right.slice(0, at) + ((Number(right[at]) + 1) % 10) + right.slice(at + 1);
      expect(readListCode(wrong)).toEqual({ wrong: 'checkDigit' });
    }
  });
});

describe('a line typed behind a result', () => {
  const read = (text: string, calledOn = '2026-11-20') => readTypedLine(text, day(calledOn));

  it.each([
    ['1125 1400', '2026-11-25', 840, ''],
    ['１１２５　１４００', '2026-11-25', 840, ''],
    ['11251400', '2026-11-25', 840, ''],
    ['1125', '2026-11-25', null, ''],
    ['11/25 14:00 受付は内線12', '2026-11-25', 840, '受付は内線12'],
    ['11月25日 9時半', '2026-11-25', 570, ''],
    ['1202 905', '2026-12-02', 545, ''],
    ['1125 稟議のあと', '2026-11-25', null, '稟議のあと'],
    ['1120 1700', '2026-11-20', 1020, ''],
  ])('%s', (text, on, minute, note) => {
    expect(read(text)).toEqual({ on, minute, note });
  });

  it('means the next year when the day lies there', () => {
    expect(read('0108 1000', '2026-12-25')).toEqual({ on: '2027-01-08', minute: 600, note: '' });
  });

  it('is all memo when it begins with no day ahead', () => {
    for (const text of [
      '午後がよい',
      '１２００円の件',
      '1340 号室',
      '1101 前に話した',
      '99991400',
      '3 人で検討',
      '1130までに返事',
    ])
      expect(read(text)).toEqual({ on: null, minute: null, note: text });
    expect(read('')).toEqual({ on: null, minute: null, note: '' });
  });

  it('keeps a memo as it was typed', () => {
    expect(read('1125 1400 ㈱ＡＢＣへ転送')).toEqual({
      on: '2026-11-25',
      minute: 840,
      note: '㈱ＡＢＣへ転送',
    });
  });
});

describe('a result', () => {
  const line = (text: string) => readTypedLine(text, day('2026-11-20'));
  it('asks for what the rules require of it, and an appointment for its day', () => {
    expect(
      ['noAnswer', 'callback', 'appointment', 'declined', 'other'].map(code => asksOf(code as 'other')),
    ).toEqual([null, 'line', 'line', 'reason', 'line']);
    expect(isEnough('callback', line('1125'))).toBe(false);
    expect(isEnough('callback', line('1125 1400'))).toBe(true);
    expect(isEnough('appointment', line('本社'))).toBe(false);
    expect(isEnough('appointment', line('1125 本社'))).toBe(true);
    expect(isEnough('other', line(''))).toBe(false);
    expect(isEnough('noAnswer', line(''))).toBe(true);
  });
});

describe('the days of a paper', () => {
  const days = (createdOn: string, today: string) =>
    paperDays({ weekOn: day('2026-11-23'), createdOn: day(createdOn) }, day(today), defaultCalendar);
  it('are the business days of its week until today, and today', () => {
    // Monday the 23rd is a holiday.
    expect(days('2026-11-20', '2026-11-26')).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
    expect(days('2026-11-25', '2026-11-30')).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
    ]);
    expect(days('2026-11-20', '2026-11-20')).toEqual(['2026-11-20']);
  });
});
