import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { brief, fileOf, readFile, readFixture } from '#test/helpers/card-brief.ts';

/** What the file says, without touching the mapping. */
async function imported(name: string, product: string | null) {
  const { reading, cards } = await readFixture(name);
  expect(reading.product?.product ?? null).toBe(product);
  return cards.map(brief);
}

describe('Eight', () => {
  it('2018: preamble of free text, one 氏名 column, the flag columns left out', async () => {
    expect(await imported('eight-2018_preamble_utf8.csv', 'eight')).toEqual([
      {
        name: '山本 太郎',
        company: '株式会社架空商事',
        department: '営業部',
        title: '部長',
        emails: ['yamamoto@example.co.jp'],
        phones: ['main 03-0000-0001', 'mobile 090-0000-0001', 'fax 03-0000-0002'],
        postal: '100-0001',
        address: '東京都千代田区架空1-2-3 架空ビル5F',
        url: 'http://www.example.co.jp',
        metOn: '2018-10-05',
      },
      {
        name: '佐藤花子',
        company: '見本工業株式会社',
        title: '取締役',
        phones: ['direct +81-6-0000-0003'],
        address: '大阪市北区見本4-5-6',
        metOn: '2018-09-30',
      },
    ]);
  });
});

describe('Sansan', () => {
  it('numbered columns: the second set is a second address, never mixed into the first', async () => {
    expect(await imported('numbered-full_utf8bom.csv', 'numbered')).toEqual([
      {
        name: '髙橋 一郎',
        kana: 'タカハシ イチロウ',
        company: '株式会社架空商事',
        companyKana: 'カクウショウジ',
        department: '購買部',
        title: '課長',
        emails: ['takahashi@example.co.jp', 'ichiro@example.jp'],
        phones: [
          'main 045-000-0001',
          'main 06-0000-0004',
          'department 045-000-0002',
          'mobile 080-0000-0001',
          'fax 045-000-0003',
        ],
        postal: '220-0012',
        address: '神奈川県横浜市西区架空2-2-1',
        otherAddresses: ['大阪府大阪市北区見本3-3'],
        url: 'https://example.co.jp',
        memo: '次回は12月',
        industry: 'I',
        employees: '100–299',
        capital: '35000–35000',
      },
    ]);
  });
  it('import template in CP932', async () => {
    expect(await imported('sansan-import-template_cp932.csv', 'sansan')).toEqual([
      {
        name: '﨑山 次郎',
        kana: 'サキヤマ ジロウ',
        company: '㈱見本製作所',
        department: '生産技術部',
        title: '主任',
        emails: ['sakiyama@example.co.jp'],
        phones: ['main 052-000-0001', 'mobile 070-0000-0001'],
        postal: '450-0002',
        address: '愛知県名古屋市中村区見本1-1',
        metOn: '2026-10-20',
        tags: ['展示会2026秋', '既存'],
        memo: '装置A\n見積もり依頼',
      },
    ]);
  });
  it('Data Hub and kintone labels: the day the card was exchanged, not the day it was registered', async () => {
    expect(await imported('sansan-datahub_utf8.csv', 'numbered')).toEqual([
      {
        name: '渡邊 由美',
        kana: 'ワタナベ ユミ',
        company: '株式会社架空商事',
        branch: '大阪支店',
        department: 'DX推進部',
        title: '執行役員 本部長',
        emails: ['watanabe@example.co.jp'],
        phones: ['main 06-0000-0001', 'department 06-0000-0002', 'mobile 090-0000-0002'],
        postal: '530-0001',
        address: '大阪府大阪市北区架空3-3 架空タワー10F',
        url: 'https://example.co.jp',
        metOn: '2026-11-05',
        tags: ['展示会2026秋', '役員'],
        memo: '導入時期は来春',
        owner: '鈴木 健',
        id: 'numbered:P-100',
      },
    ]);
  });
});

it('myBridge: an Excel book', async () => {
  const cells = [
    [
      '会社名',
      '名前',
      '部署',
      '役職',
      'メールアドレス',
      '会社電話',
      '携帯電話',
      '住所',
      '名刺交換日',
      'グループ',
      'メモ',
    ],
    [
      '株式会社架空商事',
      '山本 太郎',
      '営業部',
      '部長',
      'yamamoto@example.co.jp',
      '03-0000-0001',
      9000000001,
      '東京都千代田区架空1-2-3',
      new Date('2026-11-05T00:00:00Z'),
      '展示会',
      '',
    ],
  ];
  const sheet = cells.map(row =>
    row.map(value => (value instanceof Date ? { value, type: Date, format: 'yyyy/mm/dd' } : { value })),
  );
  const bytes = await writeExcelFile(sheet, {}).toBuffer();
  const { cards } = await readFile(await fileOf('mybridge.xlsx', Uint8Array.from(bytes)));
  expect(cards.map(brief)).toEqual([
    {
      name: '山本 太郎',
      company: '株式会社架空商事',
      department: '営業部',
      title: '部長',
      emails: ['yamamoto@example.co.jp'],
      phones: ['main 03-0000-0001', 'mobile 09000000001'],
      address: '東京都千代田区架空1-2-3',
      metOn: '2026-11-05',
      tags: ['展示会'],
    },
  ]);
});

describe('CAMCARD: tabs, several labelled numbers in one cell, the language of the app', () => {
  it('German', async () => {
    expect(await imported('camcard-de_utf16.csv', 'camcard')).toEqual([
      {
        name: 'Anna Müller',
        company: 'Muster GmbH',
        department: 'Einkauf',
        title: 'Leiterin',
        emails: ['anna@example.de', 'a.mueller@example.com'],
        phones: ['mobile +49 151 00000001', 'main +49 30 000002', 'fax +49 30 000003'],
        address: 'Germany Musterstr. 1 10115 Berlin',
        url: 'www.example.de',
      },
    ]);
  });
  it('Japanese', async () => {
    expect(await imported('camcard-ja_utf16.csv', 'camcard')).toEqual([
      {
        name: '山本 太郎',
        company: '株式会社架空商事',
        department: '営業部',
        title: '課長',
        emails: ['yamamoto@example.co.jp'],
        phones: ['mobile 090-0000-0001', 'main 03-0000-0001 ext 12', 'fax 03-0000-0002'],
        address: '東京都千代田区架空1-2-3',
        otherAddresses: ['大阪府大阪市北区架空4-5'],
        url: 'https://example.co.jp',
      },
    ]);
  });
  it('English', async () => {
    expect(await imported('camcard-en_utf8.csv', 'camcard')).toEqual([
      {
        name: 'John Smith',
        company: 'Example, Inc.',
        department: 'Sales',
        title: 'Vice President',
        emails: ['john@example.com'],
        phones: ['mobile +1 202 555 0101', 'main +1 202 555 0102'],
        address: '1 Example St, Springfield',
        url: 'example.com',
      },
    ]);
  });
});

describe('a scanner of a trade show', () => {
  it('preamble, footer, full-width everything, answers of the questionnaire kept, 同上 flagged', async () => {
    const { reading, rows, cards } = await readFixture('scanner_preamble_footer_cp932.csv');
    expect(reading.table.lines[reading.header.index ?? -1]).toBe(5);
    expect(rows.map(row => ('card' in row ? 'card' : row.reason))).toEqual([
      'card',
      'card',
      'empty',
      'footer',
    ]);
    expect(cards.map(brief)).toEqual([
      {
        name: '山本 太郎',
        kana: 'ヤマモト タロウ',
        company: '株式会社架空商事',
        branch: '大阪支店',
        department: '情報システム部',
        title: '課長',
        emails: ['yamamoto@example.co.jp'],
        phones: ['main 06(0000)0001', 'mobile 09000000011'],
        postal: '530-0001',
        address: '大阪府大阪市北区架空3-3',
        metOn: '2026-11-05',
        memo: 'Q1.関心のある製品（複数回答）: 製品A、製品B\nQ2.導入時期: 半年以内\n見積もり希望',
        rank: 'A',
        employees: '100–299',
      },
      { name: '佐藤', company: '見本工業㈱', metOn: '2026-11-05', rank: 'C' },
    ]);
    expect(cards[1]?.notes).toContainEqual({ code: 'dittoMark', text: '電話番号' });
  });
});

it('an Excel list made by hand: a title above, headers in two rows, notes beside the table', async () => {
  const rows = [
    ['2026年 名刺リスト'],
    [],
    ['会社', '担当者', '連絡先', null, 'メール', '備考', null, null],
    [null, null, '代表', '携帯', null, null, null, null],
    [
      '㈱架空商事',
      '山本　太郎',
      '03-0000-0001',
      '090-0000-0001',
      'yamamoto@example.co.jp',
      '要連絡',
      null,
      null,
    ],
    [],
    ['見本工業', '佐藤', null, null, null, null, null, ' '],
    ['以上', null, null, null, null, null, null, null],
  ];
  const sheet = rows.map(row => row.map(value => (value === null ? null : { value })));
  const bytes = await writeExcelFile(sheet, {}).toBuffer();
  const { rows: read, cards } = await readFile(await fileOf('hand.xlsx', Uint8Array.from(bytes)));
  expect(cards.map(brief)).toEqual([
    {
      name: '山本 太郎',
      company: '㈱架空商事',
      emails: ['yamamoto@example.co.jp'],
      phones: ['main 03-0000-0001', 'mobile 090-0000-0001'],
      memo: '要連絡',
    },
    { name: '佐藤', company: '見本工業' },
  ]);
  expect(read.flatMap(row => ('card' in row ? [] : [row.reason]))).toEqual([
    'headerRepeat',
    'empty',
    'footer',
  ]);
});
