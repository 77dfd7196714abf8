import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessAbout } from '#shared/domain/imports/about.ts';
import { guessMapping } from '#shared/domain/imports/columns.ts';
import { placeRows } from '#shared/domain/imports/plan.ts';
import { rowReader, type Table } from '#shared/domain/imports/read-rows.ts';
import { countRows, countsAddUp, resolveRows } from '#shared/domain/imports/resolve.ts';
import { cardText } from '#shared/domain/leads/card.ts';
import { day } from '#shared/domain/base/days.ts';
import { counted } from '#test/helpers/runs.ts';

const HEADER = ['会社名', '部署', '役職', '氏名', 'メール', '電話', '携帯', '名刺交換日', '人物ID', 'メモ'];
const TODAY = day('2026-11-22');

function importRows(data: string[][], header: readonly string[] = HEADER) {
  const rows = [[...header], ...data];
  const table: Table = { rows, lines: rows.map((_, i) => i + 1), quoteDamaged: new Set() };
  const { columns } = guessMapping(header, data, ',');
  const reader = rowReader(table, 0, {
    columns,
    source: 'test',
    year: 2026,
    dateOrder: 'unknown',
    cardKey: cardText,
  });
  const read = Array.from({ length: reader.end - reader.first }, (_, i) => reader.read(reader.first + i));
  return resolveRows(read, placeRows(read, []), new Map(), TODAY);
}
type Row = Partial<
  Record<'company' | 'dept' | 'title' | 'name' | 'mail' | 'tel' | 'mobile' | 'on' | 'id' | 'memo', string>
>;
const line = (r: Row): string[] =>
  [r.company, r.dept, r.title, r.name, r.mail, r.tel, r.mobile, r.on, r.id, r.memo].map(v => v ?? '');
const people = (...data: Row[]) => importRows(data.map(line)).people;
const outcomes = (...data: Row[]) => importRows(data.map(line)).rows.map(r => r.outcome);

describe('one person', () => {
  it('same address, another spelling and case', () => {
    expect(
      people({ name: '村上 千尋', mail: 'c.m@example.jp' }, { name: '村上　千尋', mail: 'C.M@Example.jp' }),
    ).toHaveLength(1);
  });
  it('same mobile and family name, another company: two affiliations, the newer one shown', () => {
    const [person, ...others] = people(
      { company: '株式会社甲', name: '坂本 直人', mobile: '080-0000-3009', on: '2026/10/24' },
      {
        company: '乙株式会社',
        title: 'CTO',
        name: '坂本 直人',
        mobile: '+81-80-0000-3009',
        on: '2026/11/04',
      },
    );
    expect(others).toEqual([]);
    expect(person?.after.companyName).toBe('乙株式会社');
    expect(person?.after.affiliations.map(a => a.companyName)).toEqual(['株式会社甲', '乙株式会社']);
  });
  it('a row that shares the address of one and the mobile of another joins both, in any order', () => {
    const rows: Row[] = [
      { company: '甲', name: '坂本 直人', mail: 'n@example.jp' },
      { company: '乙', name: '坂本 直人', mail: 'naoto@example.com', mobile: '080-0000-3009' },
      { company: '甲', name: '坂本 直人', mail: 'n@example.jp', mobile: '080-0000-3009' },
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [0, 2, 1],
    ]) {
      expect(people(...order.map(i => rows[i] ?? {}))).toHaveLength(1);
    }
  });
  it('the id of the source', () => {
    expect(
      people({ name: '山本 太郎', id: 'P-1' }, { name: '山本太郎', id: 'P-1', company: '甲' }),
    ).toHaveLength(1);
  });
});

describe('never one person without asking', () => {
  it.each<[string, Row, Row]>([
    ['a name alone', { name: '田中 一郎', company: '甲' }, { name: '田中 一郎', company: '乙' }],
    [
      'a desk address',
      { name: '田中 一郎', mail: 'info@example.jp' },
      { name: '佐藤 花子', mail: 'info@example.jp' },
    ],
    [
      'a shared landline',
      { name: '田中 一郎', tel: '03-1234-5678' },
      { name: '佐藤 花子', tel: '03-1234-5678' },
    ],
    [
      'a shared personal address',
      { name: '渡邊 由美', mail: 'w@example.jp' },
      { name: '渡辺 真由', mail: 'w@example.jp' },
    ],
    [
      'father and son on one mobile',
      { name: '田中 一郎', mobile: '090-1234-5678' },
      { name: '田中 太郎', mobile: '090-1234-5678' },
    ],
    [
      'one company and one name',
      { name: '田中 一郎', company: '株式会社甲', dept: '営業部' },
      { name: '田中 一郎', company: '㈱甲', dept: '開発部' },
    ],
    [
      'one address, one name, but two ids at the source',
      { name: '田中 一郎', mail: 't@example.jp', id: '1' },
      { name: '田中 一郎', mail: 't@example.jp', id: '2' },
    ],
    ['one id with two names', { name: '田中 一郎', id: '1' }, { name: '佐藤 花子', id: '1' }],
  ])('%s', (_why, a, b) => expect(people(a, b)).toHaveLength(2));

  it('asks when it looks like somebody, and says why', () => {
    const { rows } = importRows([
      line({ name: '田中 一郎', company: '株式会社甲', dept: '営業部' }),
      line({ name: '田中 一郎', company: '㈱甲', dept: '開発部' }),
    ]);
    expect(rows[1]).toMatchObject({
      outcome: 'asked',
      reason: 'companyAndName',
      candidates: [{ uid: 'new:2', level: 'C' }],
    });
  });
});

describe('what a further card does', () => {
  it('fills blanks, never erases, and adds the memo under its date', () => {
    const {
      people: [person],
      rows,
    } = importRows([
      line({ name: '山本 太郎', mail: 'y@example.jp', title: '部長', on: '2026/10/21', memo: '予算あり' }),
      line({
        name: '山本 太郎',
        mail: 'y@example.jp',
        dept: '営業部',
        mobile: '090-1234-5678',
        on: '2026/04/10',
        memo: '旧名刺',
      }),
    ]);
    expect(rows.map(r => r.outcome)).toEqual(['new', 'filled']);
    expect(person?.after).toMatchObject({
      title: '部長',
      department: '営業部',
      phone: '090-1234-5678',
      memo: '予算あり\n[2026-04-10] 旧名刺',
      cardOn: '2026-10-21',
    });
  });
  it('the newer card changes the title, the older does not, in either order', () => {
    const old: Row = { name: '山本 太郎', mail: 'y@example.jp', title: '課長', on: '2026/04/10' };
    const now: Row = { name: '山本 太郎', mail: 'y@example.jp', title: '部長', on: '2026/10/21' };
    expect(people(old, now)[0]?.after).toMatchObject({ title: '部長', titleRank: 4 });
    expect(people(now, old)[0]?.after).toMatchObject({ title: '部長', titleRank: 4 });
    expect(outcomes(old, now)).toEqual(['new', 'updated']);
    expect(outcomes(now, old)).toEqual(['new', 'filled']);
  });
  it('an undated card never replaces a dated one', () => {
    const dated: Row = { name: '山本 太郎', mail: 'y@example.jp', title: '部長', on: '2026/10/21' };
    const undated: Row = { name: '山本 太郎', mail: 'y@example.jp', title: '課長' };
    expect(people(dated, undated)[0]?.after.title).toBe('部長');
    expect(people(undated, dated)[0]?.after.title).toBe('部長');
  });
  it('the same card twice brings nothing', () => {
    const card: Row = {
      company: '有限会社乙',
      name: '加藤 光',
      tel: '058-000-1011',
      on: '2026/10/23',
      memo: 'メールなし',
    };
    const { rows } = importRows([line(card), line(card)]);
    expect(rows[1]).toMatchObject({ outcome: 'filled', reason: 'sameCard', changed: [] });
  });
});

describe('where a file comes from', () => {
  const guess = (...tags: string[][]) => {
    const header = ['会社名', '氏名', 'タグ'];
    const data = tags.map((list, i) => ['甲', `山本 ${i}`, list.join(';')]);
    const { columns } = guessMapping(header, data, ',');
    const table: Table = { rows: [header, ...data], lines: [], quoteDamaged: new Set() };
    const reader = rowReader(table, 0, {
      columns,
      source: '',
      year: 2026,
      dateOrder: 'unknown',
      cardKey: cardText,
    });
    const rows = data.map((_, i) => reader.read(i + 1));
    return guessAbout(
      rows.flatMap(row => ('card' in row ? [row.card] : [])),
      null,
    );
  };
  it('the tag most cards carry names the event', () => {
    expect(guess(['展示会2026秋', 'ホット'], ['展示会2026秋', 'ホット'], ['ホット'])).toMatchObject({
      channel: 'event',
      eventName: '展示会2026秋',
      reason: { code: 'tag', count: 2 },
    });
  });
  it('a word for the kind of event gives way to its name, and alone tells only the channel', () => {
    expect(guess(['展示会', '架空DX展'], ['展示会', '架空DX展'], ['展示会']).eventName).toBe('架空DX展');
    expect(guess(['展示会'], ['展示会'])).toMatchObject({ channel: 'event', eventName: '' });
  });
  it('a list from an organiser is no pile of exchanged cards: mail to it needs another ground', () => {
    const above = [['展示会名', '第10回 架空ものづくり展'], ['出力日', '2026/11/07'], []];
    expect(guessAbout([], null, { headers: ['No.', '読取日時', 'バーコード', '貴社名'], above })).toEqual({
      channel: 'event',
      eventName: '第10回 架空ものづくり展',
      consentBasis: 'organiser',
      reason: { code: 'headers', words: '読取日時、バーコード' },
    });
    const title = [['2026年11月 展示会 名刺一覧']];
    expect(guessAbout([], null, { headers: ['会社名', '氏名'], above: title })).toMatchObject({
      eventName: '',
      consentBasis: 'card',
    });
  });
  it('a tag of a few cards decides nothing', () => {
    expect(guess(['架空DX展'], [], [], [])).toMatchObject({ channel: 'other', reason: { code: 'default' } });
  });
});

describe('rows that are no card', () => {
  it('each with its reason, none dropped', () => {
    const result = importRows([
      line({ name: '山本 太郎' }),
      [...HEADER],
      line({}),
      ['合計 1件', ...Array.from({ length: 9 }, () => '')],
      line({ mail: 'unknown@example.jp' }),
      [...line({ name: '佐藤 花子' }), 'はみ出し'],
      ['ちぎれた行'],
    ]);
    expect(result.rows.map(r => [r.line, r.outcome, r.reason])).toEqual([
      [2, 'new', null],
      [3, 'blank', 'headerRepeat'],
      [4, 'blank', 'empty'],
      [5, 'blank', 'footer'],
      [6, 'setAside', 'noNameNoCompany'],
      [7, 'setAside', 'tooManyCells'],
      [8, 'setAside', 'tooFewCells'],
    ]);
  });
});

it('counts every row of any table exactly once', { timeout: 300_000 }, () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '山本 太郎',
      '株式会社甲',
      '090-1234-5678',
      'a@example.jp',
      'info@example.jp',
      '2026/10/21',
      '合計',
      '?',
      '=1+2',
      'P-1',
    ),
    fc.string({ maxLength: 8, unit: 'binary' }),
  );
  const table = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 25 });
  fc.assert(
    fc.property(table, rows => {
      const result = importRows(rows);
      const counts = countRows(result.rows);
      expect(counts.read).toBe(rows.length);
      expect(countsAddUp(counts)).toBe(true);
      const created = result.rows.filter(r => r.outcome === 'new').length;
      const askedApart = result.rows.filter(r => r.outcome === 'asked').length;
      expect(result.people.length).toBeLessThanOrEqual(created + askedApart);
      expect(result.people.length > 0).toBe(created + askedApart > 0);
    }),
    counted(10_000),
  );
});
