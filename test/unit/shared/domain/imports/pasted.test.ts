import { expect, it } from 'vitest';
import { pastedCells } from '#shared/domain/imports/pasted.ts';

it.each([
  ['one cell', '山本', [['山本']]],
  [
    'rows and cells with an empty last line',
    'A社\t山本\r\nB社\t佐藤\r\n',
    [
      ['A社', '山本'],
      ['B社', '佐藤'],
    ],
  ],
  [
    'a line end and a quote inside a cell',
    'A社\t"一行目\n「""二""」"\tx\n',
    [['A社', '一行目\n「"二"」', 'x']],
  ],
  ['a quote that only begins a cell', '"山" 商店\tB', [['"山" 商店', 'B']]],
  ['empty cells in the middle', 'A\t\tC\n\t\t\nD', [['A', '', 'C'], ['', '', ''], ['D']]],
  ['nothing', '\r\n', []],
])('reads %s', (_name, text, cells) => {
  expect(pastedCells(text)).toEqual(cells);
});
