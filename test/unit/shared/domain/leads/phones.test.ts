import { describe, expect, it } from 'vitest';
import { isMobileKey, parsePhones } from '#shared/domain/leads/phones.ts';

const keys = (cell: string) => parsePhones(cell, 'main').phones.map(p => p.key);

describe('phone cells', () => {
  it.each([
    ['03-1234-5678', '+81312345678'],
    ['０３（１２３４）５６７８', '+81312345678'],
    ['03−1234−5678', '+81312345678'],
    ['03ー1234―5678', '+81312345678'],
    ['="03-1234-5678"', '+81312345678'],
    ["'03-1234-5678", '+81312345678'],
    ['TEL：03-1234-5678', '+81312345678'],
    ['03-1234-5678（代）', '+81312345678'],
    ['+81 (0)3-1234-5678', '+81312345678'],
    ['81-3-1234-5678', '+81312345678'],
    ['0081-3-1234-5678', '+81312345678'],
    ['03-1234-5670〜9', '+81312345670'],
    ['+81-90-0000-3004', '+819000003004'],
    ['+860000000000', '+86000000000'],
  ])('reads %s', (cell, key) => expect(keys(cell)).toEqual([key]));

  it('keeps the number as printed and never re-hyphenates it', () => {
    expect(parsePhones('0422-12-3456', 'main').phones[0]).toMatchObject({
      value: '0422-12-3456',
      key: '+81422123456',
    });
  });

  it('gives back the zero Excel dropped and says so', () => {
    expect(parsePhones('9012345678', 'mobile').phones[0]).toMatchObject({
      value: '09012345678',
      key: '+819012345678',
      kind: 'mobile',
      flags: ['zeroRestored'],
    });
  });

  it('accepts numbers no operator has given out, with a warning', () => {
    expect(parsePhones('03-0000-0001', 'main').phones[0]).toMatchObject({
      key: '+81300000001',
      flags: ['notValid'],
    });
    expect(parsePhones('0000-1', 'main').phones[0]).toMatchObject({
      value: '0000-1',
      key: '',
      flags: ['notPossible'],
    });
  });

  it('sets aside a number Excel turned into an exponent', () => {
    expect(parsePhones('9.00E+09', 'mobile')).toEqual({
      phones: [],
      unreadable: [{ text: '9.00E+09', reason: 'PHONE_EXPONENT' }],
    });
  });

  it('reads several numbers of one cell, each under its label', () => {
    const { phones } = parsePhones('携帯:+819000001001\n会社電話:+81300001001\n会社FAX:+81300001099', 'main');
    expect(phones.map(p => [p.kind, p.key])).toEqual([
      ['mobile', '+819000001001'],
      ['main', '+81300001001'],
      ['fax', '+81300001099'],
    ]);
  });

  it.each([
    ['03-1234-5678／090-1234-5678', ['main', 'mobile']],
    ['03-1234-5678 ::: 090-1234-5678', ['main', 'mobile']],
    ['03-1234-5678(直通);03-1234-5679(代表)', ['direct', 'main']],
    ['TEL 03-1234-5678 FAX 03-1234-5679', ['main', 'fax']],
  ])('splits %s', (cell, kinds) => expect(parsePhones(cell, 'main').phones.map(p => p.kind)).toEqual(kinds));

  it.each([
    ['03-1234-5678 内線123', '123'],
    ['03-1234-5678（内線 45）', '45'],
    ['03-1234-5678 ext. 9', '9'],
  ])('cuts the extension of %s', (cell, ext) => {
    expect(parsePhones(cell, 'main').phones[0]).toMatchObject({
      value: '03-1234-5678',
      key: '+81312345678',
      ext,
    });
  });

  it('lists a number once although the card says it twice', () => {
    expect(parsePhones('携帯:+819000005009\n携帯:090-0000-5009', 'main').phones).toHaveLength(1);
  });

  it('knows 060, 070, 080 and 090 as mobile and nothing else', () => {
    expect(
      ['060', '070', '080', '090', '050', '020'].map(p => isMobileKey(`+81${p.slice(1)}12345678`)),
    ).toEqual([true, true, true, true, false, false]);
  });

  it('names a part that is no number', () => {
    expect(parsePhones('受付まで', 'main').unreadable).toEqual([
      { text: '受付まで', reason: 'PHONE_UNREADABLE' },
    ]);
  });
});
