import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, weekday } from '#shared/domain/base/days.ts';
import { dayOffReason, defaultCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { readPastedCalendar, withPasted } from '#shared/domain/calendar/pasted.ts';
import { counted } from '#test/helpers/runs.ts';

const today = day('2026-11-22');
const read = (text: string) => readPastedCalendar(text, today);
const short = (text: string): string[] =>
  read(text).days.map(
    ({ kind, fromOn, toOn, name }) => `${kind} ${fromOn}${toOn === fromOn ? '' : `..${toOn}`} ${name}`,
  );
const refused = (text: string): string[] =>
  read(text).notUnderstood.map(({ line, reason }) => `${line} ${reason}`);

describe('a pasted company calendar', () => {
  it.each([
    ['12/29(火)～1/4(月) 冬季休業', 'off 2026-12-29..2027-01-04 冬季休業'],
    ['2027/8/12-8/16 夏季休暇', 'off 2027-08-12..2027-08-16 夏季休暇'],
    ['12月28日 大掃除(出勤)', 'work 2026-12-28 大掃除(出勤)'],
    ['令和9年5月1日 創立記念日', 'off 2027-05-01 創立記念日'],
    ['R9.8.12〜R9.8.16 お盆休み', 'off 2027-08-12..2027-08-16 お盆休み'],
    ['２０２７年８月１２日（木）から１６日（月）まで 夏季休業', 'off 2027-08-12..2027-08-16 夏季休業'],
    ['冬季休業: 12月29日〜1月3日', 'off 2026-12-29..2027-01-03 冬季休業'],
    ['・12/28(月)〜翌1/4(月)は年末年始休業', 'off 2026-12-28..2027-01-04 年末年始休業'],
    ['2026/12/29\t2027/1/4\t冬季休業', 'off 2026-12-29..2027-01-04 冬季休業'],
    ['2026/12/29\t火\t冬季休業', 'off 2026-12-29 冬季休業'],
    ['2027/05/01 0:00\t創立記念日', 'off 2027-05-01 創立記念日'],
    ['20270501 創立記念日', 'off 2027-05-01 創立記念日'],
    ['27/5/1 創立記念日', 'off 2027-05-01 創立記念日'],
    ['11/28(土) 出勤日', 'work 2026-11-28 出勤日'],
    ['2027-08-13 (Fri) Company holiday', 'off 2027-08-13 Company holiday'],
    ['2027/5/1', 'off 2027-05-01 '],
  ])('reads %s', (line, expected) => {
    expect(short(line)).toEqual([expected]);
    expect(refused(line)).toEqual([]);
  });

  it('reads several days of one line, before or behind their name', () => {
    expect(short('8/12、13、16 夏季休暇')).toEqual([
      'off 2026-08-12 夏季休暇',
      'off 2026-08-13 夏季休暇',
      'off 2026-08-16 夏季休暇',
    ]);
    expect(short('4/29・5/3〜5/5 GW休業')).toEqual([
      'off 2027-04-29 GW休業',
      'off 2027-05-03..2027-05-05 GW休業',
    ]);
    expect(short('夏季休業 8/12〜8/14　冬季休業 12/29〜1/3')).toEqual([
      'off 2026-08-12..2026-08-14 夏季休業',
      'off 2026-12-29..2027-01-03 冬季休業',
    ]);
  });

  it('takes the year from a heading, from a weekday, or from the days before', () => {
    expect(
      short('2027年度 年間休日カレンダー\n日付\t曜日\t内容\n4/30\t金\t全社休業\n1/4\t火\t年始\n'),
    ).toEqual(['off 2027-04-30 全社休業', 'off 2028-01-04 年始']);
    expect(short('5/1(月) 創立記念日')).toEqual(['off 2028-05-01 創立記念日']);
    expect(short('2027/8/12 夏季休暇\n12/29〜1/4 冬季休業')).toEqual([
      'off 2027-08-12 夏季休暇',
      'off 2027-12-29..2028-01-04 冬季休業',
    ]);
    expect(short('12/29(火)～1/4(月) 冬季休業\n2027/8/12-8/16 夏季休暇\n12月28日 大掃除(出勤)')).toEqual([
      'off 2026-12-29..2027-01-04 冬季休業',
      'off 2027-08-12..2027-08-16 夏季休暇',
      'work 2026-12-28 大掃除(出勤)',
    ]);
    expect(short('2026/12/29 休業\n4/30 休業\n8/12 休業\n12/29 休業').at(-1)).toBe('off 2027-12-29 休業');
    expect(short('令和9年 休業日一覧\n6/1 全社研修')).toEqual(['off 2027-06-01 全社研修']);
  });

  it('lists what it does not understand with its line, and takes nothing from it', () => {
    const text = [
      '総務部より',
      '2/30 臨時休業',
      '2026/12/29(月) 冬季休業',
      '',
      '12/10 健康診断',
      '1/4〜12/28 休業',
      '毎月第2土曜 出勤',
    ].join('\n');
    expect(short(text)).toEqual([]);
    expect(refused(text)).toEqual(['1 noDay', '2 noDay', '3 weekday', '5 unclear', '6 tooLong', '7 noDay']);
    expect(read(text).notUnderstood[2]?.text).toBe('2026/12/29(月) 冬季休業');
  });

  it('closes and opens days of a calendar; a day said to be worked stays worked', () => {
    const { days } = read('12/26(土)～1/4(月) 冬季休業\n12月28日 大掃除(出勤)\n11/28(土) 出勤');
    const cal = withPasted(defaultCalendar, days);
    expect(cal.companyDays.map(({ fromOn, toOn }) => `${fromOn}..${toOn}`)).toEqual([
      '2026-12-26..2026-12-27',
      '2026-12-29..2027-01-04',
    ]);
    expect(cal.workingDays).toEqual(['2026-11-28']);
    expect(isBusinessDay(cal, day('2026-12-28'))).toBe(true);
    expect(dayOffReason(cal, day('2027-01-04'))).toBe('companyDay');
  });

  it('reads what was written, however it was written', () => {
    fc.assert(
      fc.property(anyLine, ({ text, expected }) => {
        expect(short(text)).toEqual([expected]);
      }),
      counted(4000),
    );
  });
});

const zenkaku = (text: string): string =>
  text.replace(/[0-9/]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const parts = (on: Day) => ({ y: Number(on.slice(0, 4)), m: Number(on.slice(5, 7)), d: Number(on.slice(8)) });
const styles: Record<string, (on: Day) => string> = {
  slash: on => on.replaceAll('-', '/'),
  kanji: on => `${parts(on).y}年${parts(on).m}月${parts(on).d}日`,
  era: on => `令和${parts(on).y - 2018}年${parts(on).m}月${parts(on).d}日`,
  eraShort: on => `R${parts(on).y - 2018}.${parts(on).m}.${parts(on).d}`,
  noYear: on => `${parts(on).m}/${parts(on).d}`,
  noYearKanji: on => `${parts(on).m}月${parts(on).d}日`,
};

/** A line of a company calendar in any of the ways people write one, with the days it means. */
const anyLine = fc
  .record({
    offset: fc.integer({ min: -170, max: 170 }),
    length: fc.integer({ min: 1, max: 12 }),
    style: fc.constantFrom(...Object.keys(styles)),
    wide: fc.boolean(),
    withWeekday: fc.boolean(),
    mark: fc.constantFrom('〜', '～', ' ~ ', '-', 'から', '\t', ' – '),
    work: fc.boolean(),
    nameFirst: fc.boolean(),
    gap: fc.constantFrom(' ', '　', '\t', ': '),
  })
  .map(({ offset, length, style, wide, withWeekday, mark, work, nameFirst, gap }) => {
    const from = addDays(today, offset);
    const to = addDays(from, length - 1);
    const show = (on: Day): string =>
      (styles[style]?.(on) ?? '') + (withWeekday ? `(${'月火水木金土日'[weekday(on) - 1] ?? ''})` : '');
    const days = from === to ? show(from) : show(from) + mark + show(to);
    const name = work ? '全社出勤' : '夏季休業';
    const line = nameFirst ? name + gap + days : days + gap + name;
    const range = from === to ? from : `${from}..${to}`;
    return { text: wide ? zenkaku(line) : line, expected: `${work ? 'work' : 'off'} ${range} ${name}` };
  });
