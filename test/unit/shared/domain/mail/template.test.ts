import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { addressee, type MergeValues } from '#shared/domain/mail/fields.ts';
import { escapeHtml, htmlFromText } from '#shared/domain/mail/html.ts';
import {
  parseTemplate,
  type Rendered,
  renderTemplate,
  requiredFields,
} from '#shared/domain/mail/template.ts';
import { counted } from '#test/helpers/runs.ts';

/** A Friday before the three-day weekend of 勤労感謝の日 (Monday 2026-11-23). */
const when = { today: day('2026-11-20'), calendar: defaultCalendar };
const lead: MergeValues = { 会社名: '株式会社カクウ', 部署: '営業部', 役職: '課長', 氏名: '髙﨑 太郎' };

function fill(source: string, values: MergeValues = lead): Rendered {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return renderTemplate(parsed.nodes, values, when);
}
const text = (source: string, values?: MergeValues): string => {
  const out = fill(source, values);
  return out.ok ? out.text : `missing ${out.problems.map(p => p.field).join()}`;
};

describe('templates', () => {
  it('fills fields and fallbacks', () => {
    expect(text('{{会社名}}と{{ 部署 }}')).toBe('株式会社カクウと営業部');
    expect(text('{{会社名|貴社}}', {})).toBe('貴社');
    expect(text('{{会社名｜貴社}}', {})).toBe('貴社');
    expect(text('[{{停止URL|}}]', {})).toBe('[]');
  });
  it('refuses a missing value instead of sending a blank', () => {
    expect(fill('{{会社名}} {{役職}} {{会社名}}', { 会社名: ' \u3000', 役職: null })).toEqual({
      ok: false,
      problems: [
        { code: 'missingValue', field: '会社名' },
        { code: 'missingValue', field: '役職' },
      ],
    });
  });
  it('counts business days over the holiday', () => {
    expect(text('{{今日}} {{今日+1営業日}} {{今日+3営業日}} {{今日＋３営業日}}')).toBe(
      '11月20日(金) 11月24日(火) 11月26日(木) 11月26日(木)',
    );
  });
  it('keeps or drops a block, taking its own lines along', () => {
    const source = 'a\n{{#if 部署}}\n{{部署}}の皆さま\n{{else}}\n皆さま\n{{/if}}\nb';
    expect(text(source)).toBe('a\n営業部の皆さま\nb');
    expect(text(source, {})).toBe('a\n皆さま\nb');
    expect(text('x{{#if 部署}} {{部署}}{{/if}} y', {})).toBe('x y');
  });
  it('does not ask for a value inside a branch that is left out', () => {
    expect(text('{{#if 部署}}{{部署}}{{/if}}ok', {})).toBe('ok');
  });
  it.each([
    ['{{会社}}', 'unknownField'],
    ['{{}}', 'unknownField'],
    ['{{今日+31営業日}}', 'unknownField'],
    ['{{会社名', 'unclosedField'],
    ['会社名}}', 'unclosedField'],
    ['{{#if 部署}}a', 'unclosedIf'],
    ['{{#if 部署}}{{#if 役職}}a{{/if}}{{/if}}', 'nestedIf'],
    ['{{else}}', 'strayElse'],
    ['{{/if}}', 'strayEnd'],
    ['{{#if なにか}}a{{/if}}', 'unknownField'],
  ])('%s is refused as %s', (source, code) => {
    const parsed = parseTemplate(source);
    expect(parsed.ok ? [] : parsed.problems.map(p => p.code)).toContain(code);
  });
  it('lists what a template cannot do without', () => {
    const parsed = parseTemplate('{{会社名}}{{氏名|皆}}{{#if 部署}}{{役職}}{{/if}}');
    expect(parsed.ok && [...requiredFields(parsed.nodes)]).toEqual(['会社名', '役職']);
  });
  it.each([
    [lead, '株式会社カクウ\n営業部 課長\n髙﨑 太郎 様'],
    [{ 氏名: '佐藤 花子様' }, '佐藤 花子様'],
    [{ 会社名: '株式会社カクウ' }, '株式会社カクウ 御中'],
    [{ 会社名: '株式会社カクウ', 部署: '総務部' }, '株式会社カクウ\n総務部 御中'],
    [{}, 'ご担当者様'],
  ])('addresses %j properly', (values, expected) => {
    expect(addressee(values)).toBe(expected);
  });
  it('lets no value break a line, carry a control character or turn the text around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), value => {
        const out = fill('{{会社名|貴社}}', { 会社名: `A\r\nBcc: x@y.jp\u202E${value}` });
        expect(out.ok && /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(out.text)).toBe(false);
      }),
      counted(2_000),
    );
  });
  it('never reads a value as template', () => {
    expect(text('{{会社名}}', { 会社名: '{{氏名}}' })).toBe('{{氏名}}');
  });
});

describe('the HTML part', () => {
  it('escapes everything and links only https addresses', () => {
    const html = htmlFromText('<b>A&B</b>\nhttps://example.jp/a?b=1&c="x"。http://example.jp');
    expect(html).toContain('&lt;b&gt;A&amp;B&lt;/b&gt;<br>');
    expect(html).toContain(
      '<a href="https://example.jp/a?b=1&amp;c=">https://example.jp/a?b=1&amp;c=</a>&quot;x&quot;',
    );
    expect(html.match(/<a /g)).toHaveLength(1);
  });
  it('holds no markup of ours after unescaping what a person typed', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        expect(escapeHtml(typed)).not.toMatch(/[<>"']/);
        const back = escapeHtml(typed)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(back).toBe(typed);
      }),
      counted(2_000),
    );
  });
});
