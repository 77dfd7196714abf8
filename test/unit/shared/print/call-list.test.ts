import { describe, expect, it } from 'vitest';
import { callListHtml, callListPages } from '#shared/print/call-list.ts';
import { PAPERS, DENSITIES, BINDINGS, geometryOf } from '#shared/domain/calls/print-layout.ts';
import { defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import type { CallListInput, CallListRow } from '#shared/print/call-list-input.ts';
import { sampleList, sampleRows } from '#test/helpers/call-list.ts';

const options = { fontBaseUrl: '/fonts/' };
const printed = (count: number, rest: Partial<CallListInput> = {}): string =>
  callListHtml(sampleList(count, rest), options);
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** A list with one row, changed as told. */
function oneRow(change: Partial<CallListRow>): string {
  const [row] = sampleRows(1);
  if (!row) throw new Error('no row');
  return callListHtml({ ...sampleList(1), rows: [{ ...row, ...change }] }, options);
}

describe('the sheet', () => {
  it('holds as many rows as fit its paper, their height and its binding', () => {
    const rows = (paper: 'landscape' | 'portrait', binding: 'left' | 'top' | 'none') =>
      DENSITIES.map(density => geometryOf({ paper, density, binding }).rows);
    expect(rows('landscape', 'left')).toEqual([12, 14, 17]);
    expect(rows('landscape', 'none')).toEqual([12, 14, 17]);
    // 17 mm at the top for the holes.
    expect(rows('landscape', 'top')).toEqual([12, 14, 16]);
    expect(rows('portrait', 'left')).toEqual([10, 10, 10]);
    expect(rows('portrait', 'top')).toEqual([10, 10, 10]);
  });

  it('keeps ink clear of the holes, 17 mm or more on the side it is bound', () => {
    for (const paper of PAPERS)
      for (const binding of BINDINGS) {
        const { margin, width } = geometryOf({ paper, density: 'roomy', binding });
        expect(Math.min(...Object.values(margin))).toBeGreaterThanOrEqual(7);
        if (binding !== 'none') expect(margin[binding]).toBeGreaterThanOrEqual(17);
        expect(width - margin.left - margin.right).toBe(paper === 'landscape' ? 269 : 182);
      }
  });
});

describe('callListHtml', () => {
  it('is a cover and pages of its own, filled up with blank rows', () => {
    const page = printed(13);
    expect(callListPages(sampleList(13))).toBe(3);
    expect(occurrences(page, '<section class="sheet cover">')).toBe(1);
    expect(occurrences(page, '<section class="sheet list">')).toBe(2);
    for (const text of ['1/2頁', '2/2頁', '全体 1/3', '全体 2/3', '全体 3/3'])
      expect(occurrences(page, text), text).toBe(1);
    expect(occurrences(page, '<tr class="lead">')).toBe(13);
    expect(occurrences(page, '<tr class="blank"')).toBe(2 * 12 - 13);
  });

  it('prints the number of the list with its check digit, and a code for each page', () => {
    const page = printed(13);
    expect(occurrences(page, '<b class="mono">480-9</b>')).toBe(3);
    for (const sheet of ['00', '01', '02']) expect(page).toContain(`aria-label="QRコード LI1:480-${sheet}-`);
  });

  it('keeps the number of a row nobody may be called in, and nothing else', () => {
    const [first] = sampleRows(1);
    if (!first) throw new Error('no row');
    for (const paper of PAPERS) {
      const page = printed(0, {
        rows: [first, { no: 2, isFree: true }],
        layout: { paper, density: 'roomy', binding: 'left' },
      });
      const [row = ''] = /<t(?:r|body) class="free">.*?<\/t(?:r|body)>\n/s.exec(page) ?? [];
      expect(
        row
          .replace(/<[^>]*>/g, ' ')
          .trim()
          .split(/\s+/),
      ).toEqual(['2', 'この行の人には、いまは電話しません。']);
      expect(row).not.toContain('boxes');
    }
  });

  it('lets no text of a user become markup, whatever field it stands in', () => {
    const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(2)>'`;
    const phone = { text: hostile, tel: hostile, extension: hostile };
    const [row] = sampleRows(1);
    if (!row) throw new Error('no row');
    const everywhere: CallListRow = {
      ...row,
      company: hostile,
      department: hostile,
      jobTitle: hostile,
      name: hostile,
      kana: hostile,
      phone,
      secondPhone: { ...phone, kind: 'other' },
      history: [hostile, hostile, hostile],
      nextTime: hostile,
    };
    const list = sampleList(0, { name: hostile, caller: hostile, rows: [everywhere] });
    const said = { said: hostile, answer: hostile };
    const cover = {
      ...list.cover,
      script: {
        code: 'material' as const,
        opening: hostile,
        questions: [hostile, hostile, hostile],
        objections: [said, said, said],
        closing: hostile,
      },
      rules: { ...defaultCallRules, labels: { noAnswer: hostile } },
    };
    for (const paper of PAPERS) {
      const page = callListHtml(
        { ...list, cover, layout: { ...list.layout, paper } },
        { fontBaseUrl: hostile, styleNonce: hostile },
      );
      expect(page).not.toMatch(/<(?:script|img)/);
      // Title, caller and name of the list on two sheets, nonce, the cells, and the script.
      expect(occurrences(page, '&lt;script&gt;alert(1)')).toBeGreaterThanOrEqual(30);
      expect(page).not.toContain('href="tel:');
      expect(page).not.toContain(' style=');
    }
  });

  it('makes a link of every number that can be dialled, and of no other', () => {
    const page = printed(12).replace(/<section class="sheet cover">.*?(?=<section class="sheet list">)/s, '');
    const rows = sampleRows(12);
    const dialled = rows
      .flatMap(row => [row.phone.tel, row.secondPhone?.tel ?? null])
      .filter(tel => tel !== null);
    expect(dialled.length).toBeGreaterThan(12);
    for (const tel of dialled) expect(page, tel).toContain(`<a href="tel:${tel}">`);
    expect(occurrences(page, 'href="tel:')).toBe(dialled.length);
    for (const tel of ['0312345678', 'javascript:alert(1)', '+81 3', '+12345'])
      expect(
        oneRow({ phone: { text: '03-1234-5678', tel, extension: null }, secondPhone: null }),
        tel,
      ).not.toContain('href="tel:');
  });

  it('prints a number of up to 13 characters at full size, longer ones smaller', () => {
    const size = (text: string, extension: string | null = null): string | undefined =>
      /<td><div class="phone (full|two|long|tight)">/.exec(
        oneRow({ phone: { text, tel: null, extension }, secondPhone: null }),
      )?.[1];
    expect(size('090-1234-5678')).toBe('full');
    expect(size('0120-123-4567', '123456')).toBe('full');
    expect(size('+81 90-1234-5678')).toBe('long');
    expect(size('０３−１２３４−５６７８')).toBe('tight');
  });

  it('says on the cover who is not on the list and where they are, and no zeros', () => {
    const page = printed(13);
    expect(occurrences(page, 'メールで 312件')).toBe(1);
    expect(occurrences(page, '電話禁止 12件')).toBe(1);
    expect(page).not.toContain('保留');
    expect(page).not.toContain('件数の上限');
    expect(page).toContain('<b>A</b> 2件');
  });

  it('lists the promises soonest first, and says how many more there are', () => {
    const [row] = sampleRows(1);
    if (!row) throw new Error('no row');
    const times = ['15:00', '9:30', '13時台', '10:00'];
    const rows = Array.from({ length: 20 }, (_, i) => ({ ...row, no: i + 1, nextTime: times[i] ?? null }));
    const [box = ''] = /<section class="box promises">.*?<\/section>/s.exec(printed(0, { rows })) ?? [];
    expect(Array.from(box.matchAll(/<b>([^<]*)<\/b>/g), match => match[1]?.trim()).slice(0, 5)).toEqual([
      '11/24 9:30',
      '11/24 10:00',
      '11/24 13時台',
      '11/24 15:00',
      '11/24',
    ]);
    expect(box).toContain('ほか12件');
  });

  it('says what each key means and when is called again by the rules of the team', () => {
    const cover = {
      ...sampleList(0).cover,
      rules: {
        ...defaultCallRules,
        labels: { noAnswer: '留守' },
        next: { ...defaultCallRules.next, material: 7 },
        limits: { ...defaultCallRules.limits, hot: { attempts: 9, businessDays: 12 } },
      },
    };
    const page = printed(0, { cover });
    expect(page).toContain('送った日の7営業日後');
    expect(page).toContain('A 12営業日に9回');
    expect(page).toContain('断りの理由 時期が先・予算・');
    expect(page).toContain('翌営業日の別の時間帯。3回続いたら5営業日後');
    expect(page).toContain('<i>1</i>留守');
    expect(page).not.toContain('<i>1</i>不在');
  });

  it('leaves a line for every day of the week, grey where nobody works', () => {
    const [box = ''] = /<section class="box tally">.*?<\/section>/s.exec(printed(0)) ?? [];
    expect(occurrences(box, '<th scope="row">')).toBe(5 + 1);
    expect(box).toContain('<tr class="off"><th scope="row">11/23(月・祝)</th>');
  });

  it('marks the practice store on every sheet', () => {
    expect(occurrences(printed(13, { practice: true }), '>練習<')).toBe(3);
    expect(printed(13)).not.toContain('練習');
  });

  it('writes English when told so, with the same rows', () => {
    const page = printed(12, { language: 'en' });
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Week 48, Mon, Nov 23 – Fri, Nov 27');
    expect(page).toContain('髙橋 健一');
    expect(page).toContain('low rank 312');
    expect(page.replace(/<td>.*?<\/td>/gs, '').replace(/<b>[^<]*<\/b>/g, '')).not.toMatch(
      /[ぁ-んァ-ヶ]頁|担当|受付|営業日/,
    );
  });
});
