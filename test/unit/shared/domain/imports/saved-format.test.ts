import { describe, expect, it } from 'vitest';
import { applyChoices, guessMapping } from '#shared/domain/imports/columns.ts';
import {
  applySaved,
  findSavedHeader,
  formatText,
  isSameFormat,
  savedColumns,
} from '#shared/domain/imports/saved-format.ts';

const guess = (headers: string[], ...rows: string[][]) => guessMapping(headers, rows, ',').columns;
const HEADERS = ['お客様', '窓口の方', '備考1', '備考1', '展示会A'];
const ROW = ['甲商事', '山本 太郎', '内線12', '希望日', '1'];

describe('a kind of file that came in before', () => {
  const chosen = applyChoices(guess(HEADERS, ROW), { 0: 'company', 1: 'fullName', 2: 'ignore' });
  const saved = savedColumns(chosen);

  it('is read as it was chosen, two columns of one name kept apart', () => {
    const next = guess(HEADERS, ['乙商事', '鈴木', 'x', 'y', '1']);
    expect(isSameFormat(next, saved)).toBe(true);
    expect(applySaved(next, saved).map(c => c.use)).toEqual(['company', 'fullName', 'ignore', 'memo', 'tag']);
    expect(applySaved(next, saved).map(c => c.reason)).toEqual([
      'saved',
      'saved',
      'saved',
      'header',
      'flags',
    ]);
  });
  it('is recognised in another spelling of the headers', () => {
    expect(isSameFormat(guess(['お客様 *', '窓口の方', '備考１', '備考1', '展示会A'], ROW), saved)).toBe(
      true,
    );
  });
  it('may bring another column of marks, or lack one', () => {
    const other = ['お客様', '窓口の方', '備考1', '備考1', '展示会B', '要フォロー'];
    expect(isSameFormat(guess(other, ['甲', '乙', 'x', 'y', '1', '○']), saved)).toBe(true);
    expect(isSameFormat(guess(HEADERS.slice(0, 4), ROW.slice(0, 4)), saved)).toBe(true);
  });
  it('is another kind when a column with content is new or one is gone', () => {
    expect(isSameFormat(guess([...HEADERS, 'ご要望'], [...ROW, '見積']), saved)).toBe(false);
    expect(isSameFormat(guess(HEADERS.slice(1), ROW.slice(1)), saved)).toBe(false);
  });
  it('has its header found below a preamble although no word of it is known', () => {
    const rows = [['名簿'], ['作成 2026/11/05'], HEADERS, ROW];
    expect(findSavedHeader(rows, [{ columns: saved }])).toEqual({ index: 2, reason: 'saved', hits: 4 });
    expect(findSavedHeader([['名簿'], ['甲', '乙']], [{ columns: saved }])).toBeNull();
  });
  it('is named by its lasting headers only', () => {
    const other = savedColumns(guess([...HEADERS.slice(0, 4), '展示会B'], ROW));
    expect(formatText(other)).toBe(formatText(saved));
  });
  it('a file without any header is no kind', () => {
    const none = savedColumns(guess([], ROW));
    expect(isSameFormat(guess([], ROW), none)).toBe(false);
  });
});
