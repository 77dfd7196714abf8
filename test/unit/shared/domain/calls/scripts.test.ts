import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import {
  daysToOffer,
  fillScript,
  noOwnScripts,
  SCRIPT_CODES,
  SCRIPT_WORDS,
  scriptFor,
  secondsToSay,
  zCallScript,
} from '#shared/domain/calls/scripts.ts';
import { scriptText } from '#shared/i18n/call-scripts.ts';
import { catalogue } from '#shared/i18n/index.ts';

describe.each(['ja', 'en'] as const)('the shipped scripts (%s)', lang => {
  const scripts = SCRIPT_CODES.map(code => scriptText(noOwnScripts, code, catalogue(lang)));

  it('fit what the cover holds, each with three questions and three answers, none of them empty', () => {
    for (const script of scripts) {
      expect(zCallScript.parse(script)).toEqual(script);
      const texts = [script.opening, script.closing, ...script.questions];
      for (const { said, answer } of script.objections) texts.push(said, answer);
      expect(texts.filter(text => text.trim() === '')).toEqual([]);
    }
    expect(new Set(scripts.map(({ opening }) => opening)).size).toBe(4);
  });

  it('open in fifteen seconds and close with two dates', () => {
    for (const { opening, closing } of scripts) {
      expect(secondsToSay(opening), opening).toBeLessThanOrEqual(15);
      expect(secondsToSay(opening), opening).toBeGreaterThanOrEqual(8);
      const dates = { firstDate: '【1】', secondDate: '【2】' };
      expect(fillScript(closing, dates, '')).toMatch(/【1】.*【2】/s);
    }
  });

  it('hold no word in braces that nobody fills in', () => {
    const words = JSON.stringify(scripts).match(/\{\{[^}]*\}\}/g) ?? [];
    expect(words.length).toBeGreaterThan(12);
    for (const word of words) expect(Object.keys(SCRIPT_WORDS)).toContain(word.slice(2, -2));
  });
});

describe('a script', () => {
  it('is chosen by promise, then by what was asked for, then by where and when somebody was met', () => {
    const on = day('2026-11-24');
    const met = {
      isPromised: false,
      askedForMaterial: false,
      wasAtEvent: true,
      acquiredOn: day('2026-09-25'),
    };
    expect(scriptFor(met, on)).toBe('exhibition');
    expect(scriptFor({ ...met, acquiredOn: day('2026-09-24') }, on)).toBe('dormant');
    expect(scriptFor({ ...met, wasAtEvent: false }, on)).toBe('dormant');
    expect(scriptFor({ ...met, askedForMaterial: true }, on)).toBe('material');
    expect(scriptFor({ ...met, askedForMaterial: true, isPromised: true }, on)).toBe('callback');
  });

  it('leaves a blank to say aloud for what is not known', () => {
    const values = { ownCompany: '導線商事', caller: null };
    expect(fillScript('{{自社名}}の{{ 担当者名 }}、{{なぞ}}、{{ＣＡＬＬＥＲ}}', values, '○○')).toBe(
      '導線商事の○○、○○、○○',
    );
  });

  it('offers the second and the fourth business day, over holidays too', () => {
    expect(daysToOffer(defaultCalendar, day('2026-11-27'))).toEqual(['2026-12-01', '2026-12-03']);
    // Monday 11-23 is a holiday.
    expect(daysToOffer(defaultCalendar, day('2026-11-20'))).toEqual(['2026-11-25', '2026-11-27']);
  });

  it('takes a second to say for six letters, marks aside', () => {
    expect(secondsToSay('あ'.repeat(90) + '、。「」'.repeat(20))).toBe(15);
    expect(secondsToSay('one two three. '.repeat(13))).toBe(15);
  });
});
