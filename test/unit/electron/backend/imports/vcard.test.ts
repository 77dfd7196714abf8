import { describe, expect, it } from 'vitest';
import { readTable } from '#electron/backend/imports/read-table.ts';
import { readAll } from '#electron/backend/imports/file-rows.ts';
import { understand } from '#electron/backend/imports/reading.ts';
import { day } from '#shared/domain/base/days.ts';
import { cp932 } from '#test/helpers/cp932.ts';

const TODAY = day('2026-11-20');
const quoted = (bytes: Uint8Array) =>
  [...bytes].map(byte => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const given = (content: string | Uint8Array) => ({
  name: 'cards.vcf',
  bytes: Buffer.from(content),
  sha256: '',
});
const vcard = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');

async function rows(content: string | Uint8Array) {
  const reading = understand(given(content), {}, TODAY);
  return await readAll(reading.rows, () => Promise.resolve());
}
async function cards(content: string | Uint8Array) {
  return (await rows(content)).flatMap(row => ('card' in row ? [row.card] : []));
}
const only = async (content: string | Uint8Array) => {
  const [card, ...others] = await cards(content);
  if (!card || others.length > 0) throw new Error(`${others.length + 1} cards`);
  return card;
};

describe('an old Japanese phone (2.1)', () => {
  const NAME = cp932('山本;太郎;;;');
  it('quoted-printable Shift_JIS with soft line breaks and a half-width reading', async () => {
    const escaped = quoted(NAME);
    const card = await only(
      vcard(
        '2.1',
        `N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:${escaped.slice(0, 15)}=`,
        `${escaped.slice(15, 33)}=`,
        escaped.slice(33),
        `SOUND;X-IRMC-N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:${quoted(cp932('ﾔﾏﾓﾄ;ﾀﾛｳ;;;'))}`,
        `ORG;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:${quoted(cp932('㈱架空商事;営業部;第一課'))}`,
        'TEL;CELL;VOICE:09000000001',
        'EMAIL;INTERNET:taro@example.jp',
      ),
    );
    expect(card).toMatchObject({
      person: { last: '山本', first: '太郎', kana: 'ヤマモト タロウ' },
      company: { name: '㈱架空商事' },
      department: '営業部 第一課',
      phones: [{ value: '09000000001', kind: 'mobile' }],
      emails: [{ key: 'taro@example.jp' }],
    });
  });
  it('CP932 that nobody declared, backslash bytes inside characters included', async () => {
    // 表 and ソ end in 0x5C, the backslash.
    const card = await only(cp932(vcard('2.1', 'N:表;ソノ子;;;', 'ORG:ソフト開発株式会社;表示部')));
    expect(card).toMatchObject({
      person: { last: '表', first: 'ソノ子' },
      company: { name: 'ソフト開発株式会社' },
      department: '表示部',
    });
  });
  it('quoted-printable without a declared charset, in UTF-8', async () => {
    const name = quoted(Buffer.from('髙橋;花子'));
    expect(await only(vcard('2.1', `N;ENCODING=QUOTED-PRINTABLE:${name}`))).toMatchObject({
      person: { name: '髙橋 花子' },
    });
  });
  it('a line folded at a blank keeps the blank', async () => {
    expect((await only(vcard('2.1', 'N:Smith;John', 'NOTE:met at the', ' booth'))).memo).toBe(
      'met at the booth',
    );
  });
});

describe('an iPhone (3.0)', () => {
  it('labels of its own, readings, an address, no home data, no birthday as the day we met', async () => {
    const card = await only(
      vcard(
        '3.0',
        'PRODID:-//Apple Inc.//iPhone OS 18.0//EN',
        'N:渡邊;由美;;;',
        'FN:渡邊 由美',
        'X-PHONETIC-FIRST-NAME:ゆみ',
        'X-PHONETIC-LAST-NAME:わたなべ',
        'ORG:見本工業株式会社;品質保証部;',
        'TITLE:課長',
        'item1.TEL;type=pref:03-0000-1111',
        'item1.X-ABLabel:_$!<Work>!$_',
        'item2.TEL:03-0000-2222',
        'item2.X-ABLabel:直通',
        'TEL;type=WORK;type=FAX:03-0000-3333',
        'TEL;type=HOME;type=VOICE:03-9999-9999',
        'TEL;type=CELL;type=VOICE:080-0000-0001',
        'EMAIL;type=INTERNET;type=WORK:watanabe@example.co.jp',
        'EMAIL;type=INTERNET;type=WORK:y.w@example.co.jp',
        'item3.ADR;type=WORK:;;架空1-2-3\\n見本ビル5F;千代田区;東京都;100-0001;日本',
        'ADR;type=HOME:;;自宅町9-9;横浜市;神奈川県;220-0001;日本',
        'item4.URL;type=pref:https://example.co.jp/',
        'NOTE:来週\\, 見積もり\\n二行目',
        'CATEGORIES:展示会2026秋,A\\,B',
        'BDAY;value=date:1604-04-01',
        'REV:2026-01-01T00:00:00Z',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD',
        ' /2wBDAAgGBgcGBQgHBwcJCQ',
      ),
    );
    expect(card).toMatchObject({
      person: { last: '渡邊', first: '由美', kana: 'ワタナベ ユミ' },
      company: { name: '見本工業株式会社' },
      department: '品質保証部',
      title: '課長',
      titleRank: 5,
      url: 'https://example.co.jp/',
      memo: '来週, 見積もり\n二行目',
      metOn: null,
      address: { text: '東京都千代田区架空1-2-3 見本ビル5F', postalCode: '100-0001', others: [] },
    });
    expect(card.emails.map(e => e.key)).toEqual(['watanabe@example.co.jp', 'y.w@example.co.jp']);
    expect(card.phones.map(p => [p.kind, p.value])).toEqual([
      ['direct', '03-0000-2222'],
      ['main', '03-0000-1111'],
      ['mobile', '080-0000-0001'],
      ['fax', '03-0000-3333'],
    ]);
    expect(card.tags).toContain('展示会2026秋');
    expect(JSON.stringify(card)).not.toMatch(/9999|自宅町|1604/);
  });
  it('a line folded in the middle of a character is put together before it is decoded', async () => {
    const line = Buffer.from('ORG:株式会社架空ソリューションズ');
    // Byte 5 lies inside 株.
    const folded = Buffer.concat([line.subarray(0, 5), Buffer.from('\r\n '), line.subarray(5)]);
    const file = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nN:山本;太郎\r\n'),
      folded,
      Buffer.from('\r\nEND:VCARD\r\n'),
    ]);
    expect(readTable(given(file), {}).encoding).toMatchObject({ encoding: 'utf-8', reason: 'utf8Valid' });
    expect((await only(file)).company?.name).toBe('株式会社架空ソリューションズ');
  });
  it('a company without a person is a company', async () => {
    expect(
      await only(vcard('3.0', 'N:;;;;', 'FN:株式会社見本', 'ORG:株式会社見本', 'X-ABShowAs:COMPANY')),
    ).toMatchObject({ person: { name: '' }, company: { name: '株式会社見本' } });
  });
  it('SORT-STRING gives the reading when it is kana', async () => {
    expect((await only(vcard('3.0', 'N:佐藤;次郎', 'SORT-STRING:サトウ ジロウ'))).person.kana).toBe(
      'サトウ ジロウ',
    );
    expect((await only(vcard('3.0', 'N:佐藤;次郎', 'SORT-STRING:Sato'))).person.kana).toBe('');
  });
});

describe('version 4.0', () => {
  it('tel: URIs with extension, one of two alternative names, SORT-AS', async () => {
    const card = await only(
      vcard(
        '4.0',
        'N;ALTID=1;LANGUAGE=en:Suzuki;Ichiro;;;',
        'N;ALTID=1;LANGUAGE=ja;SORT-AS="スズキ,イチロウ":鈴木;一郎;;;',
        'FN;ALTID=1;LANGUAGE=en:Ichiro Suzuki',
        'FN;ALTID=1;LANGUAGE=ja:鈴木 一郎',
        'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+81-3-0000-0001;ext=102',
        'EMAIL;TYPE=work:ichiro@example.jp',
        'ADR;TYPE=work;LABEL="東京都: 港区":;;架空2-2;港区;東京都;105-0001;',
      ),
    );
    expect(card).toMatchObject({
      person: { last: '鈴木', first: '一郎', kana: 'スズキ イチロウ' },
      phones: [{ value: '+81-3-0000-0001', key: '+81300000001', ext: '102', kind: 'main' }],
      address: { text: '東京都港区架空2-2' },
    });
  });
});

describe('many cards in a file', () => {
  const file = [
    vcard('3.0', 'N:山本;太郎', 'ORG:架空商事'),
    vcard('2.1', 'N:佐藤;次郎', 'ORG:見本工業'),
    '\r\n',
    vcard('4.0', 'KIND:group', 'FN:得意先'),
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:田中;三',
  ].join('');
  it('every card is accounted for: a group is no person, a cut card is set aside with its line', async () => {
    const read = await rows(file);
    expect(read.map(row => ('card' in row ? row.card.person.name : [row.reason, row.line]))).toEqual([
      '山本 太郎',
      '佐藤 次郎',
      ['empty', 12],
      ['cardCut', 17],
    ]);
  });
  it.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${file}`, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${file}`)],
    ['CP932', cp932(file)],
    ['bare line feeds', Buffer.from(file.replaceAll('\r\n', '\n'))],
  ])('%s', async (_name, bytes) =>
    expect((await cards(bytes)).map(card => [card.person.name, card.company?.name])).toEqual([
      ['山本 太郎', '架空商事'],
      ['佐藤 次郎', '見本工業'],
    ]),
  );
});
