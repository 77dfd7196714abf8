import { describe, expect, it } from 'vitest';
import { brief, readFixture } from '#test/helpers/card-brief.ts';

/** What the file says, without touching the mapping. Equality proves that nobody's home comes in. */
async function imported(name: string, product: string | null) {
  const { reading, cards } = await readFixture(name);
  expect(reading.product?.product ?? null).toBe(product);
  return cards.map(brief);
}

describe('Outlook', () => {
  it('Japanese, 95 columns: fillers count as blank, 肩書き is an honorific, home and birthday stay out', async () => {
    expect(await imported('outlook-ja_95columns_cp932.csv', 'outlookJa')).toEqual([
      {
        name: '山本 太郎',
        kana: 'ヤマモト タロウ',
        company: '株式会社架空商事',
        companyKana: 'カクウショウジ',
        department: '総務部',
        title: '部長',
        emails: ['yamamoto@example.co.jp', 'taro@example.jp'],
        phones: ['main 03-0000-0001', 'mobile 090-0000-0001', 'fax 03-0000-0002'],
        postal: '100-0001',
        address: '東京都千代田区架空1-2-3 架空ビル5F',
        url: 'http://www.example.co.jp',
        tags: ['展示会', '重要'],
        memo: '年賀状\n毎年',
      },
      { name: '鈴木 一郎', company: '㈲見本', emails: ['suzuki@example.jp'] },
    ]);
  });
  it('English: the given name first, the address the Western way', async () => {
    expect(await imported('outlook-en_utf8.csv', 'outlookEn')).toEqual([
      {
        name: 'Taro Yamamoto',
        company: 'Kaku Trading',
        department: 'Purchasing',
        title: 'Manager',
        emails: ['yamamoto@example.co.jp'],
        phones: ['main 03-0000-0001', 'main 03-0000-0003', 'mobile 090-0000-0001', 'fax 03-0000-0002'],
        postal: '100-0001',
        address: '1-2-3 Kaku, Chiyoda-ku, Tokyo',
        url: 'http://www.example.co.jp',
        tags: ['Expo 2026', 'Key'],
        memo: 'met in Osaka',
      },
    ]);
  });
  it('outlook.com: Japanese names under English headers', async () => {
    expect(await imported('outlook-live_utf8.csv', 'outlookEn')).toEqual([
      {
        name: '山本 太郎',
        kana: 'ヤマモト タロウ',
        company: '株式会社架空商事',
        department: '営業部',
        title: '主任',
        emails: ['yamamoto@example.co.jp'],
        phones: ['main 03-0000-0001', 'department 03-0000-0004', 'mobile 090-0000-0001'],
        postal: '100-0001',
        address: '東京都千代田区架空1-2-3',
        url: 'https://example.co.jp',
      },
    ]);
  });
});

describe('Google Contacts', () => {
  it('new: labels say fax, mobile and home; an anniversary is not the day we met', async () => {
    expect(await imported('google-new_utf8.csv', 'googleNew')).toEqual([
      {
        name: '山本 太郎',
        kana: 'ヤマモト タロウ',
        company: '株式会社架空商事',
        department: '営業部',
        title: '部長',
        emails: ['yamamoto@example.co.jp', 'taro@example.jp'],
        phones: ['main 03-0000-0001', 'mobile 090-0000-0001', 'fax 03-0000-0002'],
        postal: '100-0001',
        address: '東京都千代田区架空1-2-3 架空ビル5F',
        url: 'https://example.co.jp',
        tags: ['展示会2026秋'],
        memo: '紹介: 佐藤さん',
      },
      { name: 'John Smith', company: 'Example, Inc.', emails: ['john@example.com'] },
    ]);
  });
  it('old: several values joined by :::', async () => {
    expect(await imported('google-old_utf8.csv', 'googleOld')).toEqual([
      {
        name: '渡邊 由美',
        kana: 'ワタナベ ユミ',
        company: '見本工業株式会社',
        companyKana: 'ミホンコウギョウ',
        department: '品質保証部',
        title: '課長',
        emails: ['watanabe@example.co.jp', 'yumi@example.jp'],
        phones: ['main 06-0000-0001', 'main 06-0000-0002'],
        address: '大阪府大阪市北区架空3-3',
        url: 'https://example.co.jp',
        tags: ['展示会2026秋'],
      },
    ]);
  });
});

it('Cybozu Office: a number marked 直通', async () => {
  expect(await imported('cybozu-office_cp932.csv', null)).toEqual([
    {
      name: '山本 太郎',
      kana: 'ヤマモト タロウ',
      company: '株式会社架空商事',
      companyKana: 'かくうしょうじ',
      department: '営業部',
      title: '部長',
      emails: ['yamamoto@example.co.jp'],
      phones: ['direct 03-0000-0001'],
      postal: '100-0001',
      address: '東京都千代田区架空1-2-3',
      memo: '午前中に',
    },
  ]);
});

it('CyberMail: address parts and several numbers, home left out', async () => {
  expect(await imported('cybermail_cp932.csv', null)).toEqual([
    {
      name: '山本 太郎',
      company: '株式会社架空商事',
      department: '営業部',
      title: '課長',
      emails: ['yamamoto@example.co.jp', 'taro@example.co.jp'],
      phones: ['main 03-0000-0001', 'main 03-0000-0005', 'mobile 090-0000-0001', 'fax 03-0000-0002'],
      postal: '100-0001',
      address: '東京都千代田区架空1-2-3',
      url: 'https://example.co.jp',
      memo: '担当変更あり',
    },
  ]);
});

it('Windows contacts: headers that end in a blank, 自宅 and 勤務先 side by side', async () => {
  expect(await imported('windows-contacts_utf8.csv', null)).toEqual([
    {
      name: '山本 太郎',
      company: '株式会社架空商事',
      department: '営業部',
      title: '部長',
      emails: ['yamamoto@example.co.jp'],
      phones: ['main 03-0000-0001', 'mobile 090-0000-0001', 'fax 03-0000-0002'],
      postal: '100-0001',
      address: '東京都千代田区架空1-2-3',
      url: 'https://example.co.jp',
      memo: '以前からの取引',
    },
  ]);
});
