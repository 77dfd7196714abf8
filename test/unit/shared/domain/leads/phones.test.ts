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
    ['0312345678.0', '+81312345678'],
    ['312345678.0', '+81312345678'],
    ['03-1234-5678(9:00-17:00)', '+81312345678'],
    ['03-1234-5678〜5680', '+81312345678'],
    ['03-1234-5678・5679', '+81312345678'],
    ['国内 03-1234-5678', '+81312345678'],
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
    ['03-1234-5678 090-1234-5678', ['main', 'mobile']],
    ['03 1234 5678　090 1234 5678', ['main', 'mobile']],
    ['本社 03-1234-5678 工場 045-123-4567', ['main', 'main']],
    ['T 03-1234-5678 F 03-1234-5679 M 090-1234-5678', ['main', 'fax', 'mobile']],
    ['03-1234-5678（携帯090-1234-5678）', ['main', 'mobile']],
    ['03-1234-5678・090-1234-5678', ['main', 'mobile']],
  ])('splits %s', (cell, kinds) => expect(parsePhones(cell, 'main').phones.map(p => p.kind)).toEqual(kinds));

  it.each([
    ['03-1234-5678 内線123', '123'],
    ['03-1234-5678（内線 45）', '45'],
    ['03-1234-5678 ext. 9', '9'],
    ['03-1234-5678内1234', '1234'],
    ['03-1234-5678(内)1234', '1234'],
    ['03-1234-5678 #123', '123'],
    ['03-1234-5678;ext=12', '12'],
  ])('cuts the extension of %s', (cell, ext) => {
    expect(parsePhones(cell, 'main').phones[0]).toMatchObject({
      value: '03-1234-5678',
      key: '+81312345678',
      ext,
    });
  });

  it.each([
    ['(代)03-1234-5678', 'main'],
    ['代）03-1234-5678', 'main'],
    ['03-1234-5678 直', 'direct'],
    ['直03-1234-5678', 'direct'],
    ['（携）090-1234-5678', 'mobile'],
    ['FAX.03-1234-5678', 'fax'],
  ])('takes the label off %s and leaves nothing of it', (cell, kind) => {
    const [phone] = parsePhones(cell, kind === 'main' ? 'direct' : 'main').phones;
    expect(phone?.kind).toBe(kind);
    expect(phone?.value).toMatch(/^0\d0?-\d{4}-\d{4}$/);
  });

  it.each(['+81 090 0000 0004', '+81 (0)3 0000 0005', '0120 000 009', '0422 12 3456'])(
    'leaves %s, which is written with blanks, in one piece',
    cell => expect(parsePhones(cell, 'main').phones.map(p => p.value)).toEqual([cell]),
  );

  it.each(['03-l234-5678', 'O9O-1234-5678', '03-1234-567O'])(
    'does not dial %s, where a letter stands for a digit',
    cell => {
      expect(parsePhones(cell, 'main')).toEqual({
        phones: [],
        unreadable: [{ text: cell, reason: 'PHONE_UNREADABLE' }],
      });
    },
  );

  it('takes a toll-free 0800 number for no mobile, which would join whoever prints it', () => {
    for (const cell of ['0800-123-4567', '0800 123 4567', '(0800)123-4567'])
      expect(parsePhones(cell, 'mobile').phones[0]).toMatchObject({ kind: 'main', flags: ['tollFree'] });
    expect(parsePhones('08001234567', 'main').phones[0]?.kind).toBe('main');
    expect(parsePhones('080-0123-4567', 'main').phones[0]?.kind).toBe('mobile');
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
