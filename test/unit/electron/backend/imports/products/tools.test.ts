import { describe, expect, it } from 'vitest';
import { placeRows } from '#shared/domain/imports/plan.ts';
import { brief, readFixture } from '#test/helpers/card-brief.ts';

/** What the file says, without touching the mapping. */
async function imported(name: string, product: string | null) {
  const { reading, cards } = await readFixture(name);
  expect(reading.product?.product ?? null).toBe(product);
  return cards.map(brief);
}

it('LinkedIn: notes before the header, rows of commas, dates in two forms, most without mail', async () => {
  expect(await imported('linkedin_utf8.csv', 'linkedin')).toEqual([
    {
      name: 'John Smith',
      company: 'Example, Inc.',
      title: 'Head of Sales',
      url: 'https://www.linkedin.com/in/johnsmith',
      metOn: '2024-03-12',
    },
    {
      name: '山本 太郎',
      company: '株式会社架空商事',
      title: '部長',
      emails: ['yamamoto@example.co.jp'],
      url: 'https://www.linkedin.com/in/taro',
      metOn: '2022-02-07',
    },
  ]);
});

describe('Zoom', () => {
  const YAMAMOTO = {
    name: '山本 太郎',
    company: '株式会社架空商事',
    emails: ['yamamoto@example.co.jp'],
    phones: ['main 03-0000-0001'],
    metOn: '2026-08-02',
    memo: 'ご要望: 資料がほしい',
  };
  const SUZUKI = { name: '鈴木 一郎', company: '見本工業株式会社', metOn: '2026-08-02' };
  it('the attendee section, not the host and the panel; the American date', async () => {
    expect(await imported('zoom-attendees_sections_utf8.csv', 'zoom')).toEqual([
      YAMAMOTO,
      YAMAMOTO,
      SUZUKI,
      SUZUKI,
    ]);
  });
  it('who did not come is left out with the reason', async () => {
    const { rows } = await readFixture('zoom-attendees_sections_utf8.csv');
    expect(rows.filter(row => 'reason' in row)).toEqual([{ line: 17, reason: 'notAttended' }]);
  });
  it('who left and came back is one person, with a mail address or without', async () => {
    const { rows } = await readFixture('zoom-attendees_sections_utf8.csv');
    const placed = placeRows(rows, []).map(p => (p.kind === 'person' ? p.uid : p.reason));
    expect(placed).toHaveLength(5);
    expect(new Set(placed)).toEqual(new Set([placed[0], placed[2], 'notAttended']));
  });
});

it('connpass: display names only, and the day of the last change is not the day we met', async () => {
  expect(await imported('connpass_cp932.csv', 'connpass')).toEqual([
    { name: '山本太郎', memo: '楽しみです' },
  ]);
  const { rows } = await readFixture('connpass_cp932.csv');
  expect(rows[1]).toEqual({ line: 3, reason: 'cancelled' });
});

it('HubSpot', async () => {
  expect(await imported('hubspot_utf8.csv', 'hubspot')).toEqual([
    {
      name: '山本 太郎',
      company: '株式会社架空商事',
      title: '部長',
      emails: ['Yamamoto@Example.co.jp'],
      phones: ['main +81 3-0000-0001'],
      metOn: '2024-03-12',
      owner: '鈴木 健 (suzuki@example.jp)',
      id: 'hubspot:151',
    },
  ]);
});

it('Zoho', async () => {
  expect(await imported('zoho_utf8.csv', 'zoho')).toEqual([
    {
      name: 'John Smith',
      title: 'Director',
      emails: ['john@example.com'],
      memo: 'Asked for a quote',
      id: 'zoho:zcrm_3000001',
    },
  ]);
});

it('kintone: several values of a cell on several lines', async () => {
  expect(await imported('kintone_utf8bom.csv', null)).toEqual([
    {
      name: '山本 太郎',
      kana: 'ヤマモト タロウ',
      company: '株式会社架空商事',
      department: '営業部',
      emails: ['yamamoto@example.co.jp'],
      phones: ['main 03-0000-0001'],
      address: '東京都千代田区架空1-2-3',
      tags: ['展示会', '東日本'],
      industry: 'E',
      employees: '300–',
    },
  ]);
});

it('SATORI: 名前 is the given name, 0 is no opt-out and 1 is one', async () => {
  expect(await imported('satori_cp932.csv', null)).toEqual([
    {
      name: '山本 太郎',
      kana: 'ヤマモト タロウ',
      company: '株式会社架空商事',
      department: '営業部',
      title: '部長',
      emails: ['yamamoto@example.co.jp'],
      phones: ['main 0300000001'],
      postal: '100-0001',
      address: '東京都千代田区架空1-2-3',
      tags: ['スター'],
      memo: '資料請求',
    },
    { name: '鈴木 一郎', company: '見本工業株式会社', emails: ['suzuki@example.jp'], optOut: true },
  ]);
});

it('BowNow: 可 may be mailed, 否 may not', async () => {
  expect(await imported('bownow_cp932.csv', null)).toEqual([
    {
      name: '佐藤 次郎',
      company: '株式会社架空商事',
      department: '営業部',
      title: '係長',
      emails: ['sato@example.co.jp'],
      phones: ['main 03-0000-0001', 'mobile 080-0000-0003', 'fax 03-0000-0002'],
      postal: '100-0001',
      address: '東京都千代田区架空1-2-3 架空ビル',
      url: 'https://example.co.jp',
      memo: '要フォロー',
      industry: 'I',
      employees: '50–99',
    },
    { name: '渡邊 由美', company: '見本工業株式会社', emails: ['watanabe@example.co.jp'], optOut: true },
  ]);
});

it('ホットプロファイル: the short company name is not a second company', async () => {
  expect(await imported('hotprofile_cp932.csv', 'hotProfile')).toEqual([
    {
      name: '佐藤 次郎',
      kana: 'サトウ ジロウ',
      company: '一般社団法人架空協会',
      department: '事務局',
      title: '事務局長',
      emails: ['sato@example.or.jp'],
      phones: ['main 03-0000-0001', 'mobile 080-0000-0003'],
      postal: '100-0001',
      address: '東京都千代田区架空1-2-3',
      metOn: '2026-10-01',
      id: 'hotProfile:L-9',
    },
  ]);
});
