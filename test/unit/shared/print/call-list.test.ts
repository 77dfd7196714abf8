import { describe, expect, it } from 'vitest';
import { callListHtml } from '#shared/print/call-list.ts';
import type { CallListRow } from '#shared/print/call-list-input.ts';
import { sampleList, sampleRows } from '#test/helpers/call-list.ts';

const options = { fontBaseUrl: '/fonts/' };
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** A list of one caller with one row, changed as told. */
function oneRow(change: Partial<CallListRow>): string {
  const [row] = sampleRows(1);
  if (!row) throw new Error('no row');
  const list = sampleList([1]);
  return callListHtml(
    { ...list, parts: [{ caller: '佐藤', serial: 7, rows: [{ ...row, ...change }] }] },
    options,
  );
}

describe('callListHtml', () => {
  it('gives every caller own sheets, counted per caller and overall', () => {
    const page = callListHtml(sampleList([13, 0, 12]), options);
    expect(occurrences(page, '<section class="sheet">')).toBe(4);
    for (const text of ['1/2頁', '2/2頁', '全体 1/4', '全体 2/4', '全体 3/4', '全体 4/4'])
      expect(occurrences(page, text), text).toBe(1);
    expect(occurrences(page, '1/1頁')).toBe(2);
    expect(occurrences(page, '<tr class="lead">')).toBe(25);
    expect(occurrences(page, '<tr class="blank"')).toBe(4 * 12 - 25);
  });

  it('prints the number of each list with its check digit', () => {
    const page = callListHtml(sampleList([1, 1]), options);
    expect(page).toContain('<b class="mono">480-9</b>');
    expect(page).toContain('aria-label="QRコード LI1:480-01-');
    expect(occurrences(page, '<b class="mono">481-')).toBe(1);
  });

  it('lets no text of a user become markup, whatever field it stands in', () => {
    const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(2)>'`;
    const phone = { text: hostile, tel: hostile, extension: hostile };
    const list = sampleList([0], { name: hostile });
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
    const page = callListHtml(
      { ...list, parts: [{ caller: hostile, serial: 1, rows: [everywhere] }] },
      { fontBaseUrl: hostile, styleNonce: hostile },
    );
    expect(page).not.toMatch(/<(?:script|img)/);
    // title twice (head and heading), caller twice (head and title), nonce, and 12 cells; hostile `tel` makes no link.
    expect(occurrences(page, '&lt;script&gt;alert(1)')).toBeGreaterThanOrEqual(16);
    expect(page).not.toContain('href="tel:');
    expect(page).not.toContain(' style=');
  });

  it('makes a link of every number that can be dialled, and of no other', () => {
    const page = callListHtml(sampleList([12]), options);
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
      /<td><div class="(full|long|tight)">/.exec(
        oneRow({ phone: { text, tel: null, extension }, secondPhone: null }),
      )?.[1];
    expect(size('090-1234-5678')).toBe('full');
    expect(size('0120-123-4567', '123456')).toBe('full');
    expect(size('+81 90-1234-5678')).toBe('long');
    expect(size('０３−１２３４−５６７８')).toBe('tight');
  });

  it('says how many were left out on the first page of a caller only, and no zeros', () => {
    const page = callListHtml(sampleList([13, 1]), options);
    expect(occurrences(page, '電話禁止 12・番号なし 9・回数の上限 4')).toBe(2);
    expect(page).not.toContain('低ランク');
  });

  it('marks the practice store on every sheet', () => {
    expect(occurrences(callListHtml(sampleList([13], { practice: true }), options), '>練習<')).toBe(2);
    expect(callListHtml(sampleList([13]), options)).not.toContain('練習');
  });

  it('writes English when told so, with the same rows', () => {
    const page = callListHtml(sampleList([12], { language: 'en' }), options);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Week 48, Mon, Nov 23 – Fri, Nov 27');
    expect(page).toContain('髙橋 健一');
    expect(page.replace(/<td>.*?<\/td>/gs, '').replace(/<b>[^<]*<\/b>/g, '')).not.toMatch(
      /[ぁ-んァ-ヶ]頁|担当|受付/,
    );
  });
});
