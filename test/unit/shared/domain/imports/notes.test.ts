import { expect, it } from 'vitest';
import { countNotes } from '#shared/domain/imports/notes.ts';
import { fileOf, readFile } from '#test/helpers/card-brief.ts';

const notes = async (rows: string[], domains: string[] = []) => {
  const { rows: read } = await readFile(
    await fileOf('cards.csv', ['会社名,氏名,メール,電話番号', ...rows].join('\n')),
  );
  return countNotes(read, new Set(domains));
};

it('what was put right is counted by kind, with the first lines to look at', async () => {
  const rows = [2, 3, 4, 5, 6].map(n => `甲${n},山本 太郎,,31234567${n}`);
  expect(await notes([...rows, '乙,佐藤 花子,,3.1E+08'])).toEqual([
    { code: 'phoneExponent', count: 1, samples: [{ line: 7, text: '3.1E+08' }] },
    {
      code: 'phoneZeroRestored',
      count: 5,
      samples: [2, 3, 4].map(n => ({ line: n, text: `031234567${n}` })),
    },
  ]);
});

it('staff of the stand and test scans are pointed out, not thrown away', async () => {
  expect(
    await notes(
      ['自社,鈴木 健,suzuki@own.example.jp,', '株式会社テスト,テスト 太郎,a@example.jp,'],
      ['own.example.jp'],
    ),
  ).toEqual([
    { code: 'ownStaff', count: 1, samples: [{ line: 2, text: 'suzuki@own.example.jp' }] },
    { code: 'testScan', count: 1, samples: [{ line: 3, text: '株式会社テスト テスト 太郎' }] },
  ]);
});

it.each([
  'テストステ株式会社,山本 太郎',
  '株式会社テスト技研,山本 太郎',
  'Testo Inc.,Tester-Smith Anna',
  '甲,天須 斗',
])('a name that only begins alike is not a test: %s', async row =>
  expect((await notes([`${row},,`])).map(note => note.code)).not.toContain('testScan'),
);
