import { describe, expect, it } from 'vitest';
import { day } from '#shared/domain/base/days.ts';
import { defaultCalendar } from '#shared/domain/calendar/calendar.ts';
import { defaultSequence } from '#shared/domain/mail/default-sequence.ts';
import { leftoverDelimiters, lintMail, lintSender, lintTemplate } from '#shared/domain/mail/lint.ts';
import {
  emptySender,
  mayMail,
  mergeValues,
  type Recipient,
  type Sender,
} from '#shared/domain/mail/sender.ts';
import { gapBefore, renderStep, zSequence } from '#shared/domain/mail/sequence.ts';

const when = { today: day('2026-11-20'), calendar: defaultCalendar };
const sender: Sender = {
  company: '株式会社導線商事',
  department: '営業企画部',
  person: '鈴木 一郎',
  postalCode: '〒100-0001',
  postalAddress: '東京都千代田区千代田1-1',
  phone: '03-0000-0000',
  contactAddress: 'info@example.co.jp',
  refusalAddress: 'stop@example.co.jp',
  refusalUrl: '',
};
const recipient: Recipient = {
  company: '株式会社カクウ',
  department: '営業部',
  title: '部長',
  name: '山本 太郎',
  event: '産業機械展2026',
  basis: 'card',
  metOn: day('2026-11-18'),
};
const render = (index: number, to: Partial<Recipient> = {}, from = sender) =>
  renderStep(defaultSequence, index, mergeValues({ ...recipient, ...to }, from, 'AB12'), from, when);

describe('the default sequence', () => {
  it('is a valid version and has nothing to object to', () => {
    expect(zSequence.parse(defaultSequence)).toEqual(defaultSequence);
    for (const step of defaultSequence.steps)
      expect(lintTemplate({ ...step, footer: defaultSequence.footer })).toEqual([]);
  });
  it('leaves 3 and 4 business days between its mails, so they fall on days 0, 3 and 7', () => {
    expect([0, 1, 2].map(i => gapBefore(defaultSequence, i))).toEqual([0, 3, 4]);
  });
  it('reads as a finished mail for a full card', () => {
    const mail = render(0);
    expect(mail).toMatchObject({ ok: true, subject: '産業機械展2026のお礼(株式会社導線商事)' });
    expect(mail.ok && mail.text).toContain('株式会社カクウ\n営業部 部長\n山本 太郎 様\n');
    expect(mail.ok && mail.text).toContain('〒100-0001 東京都千代田区千代田1-1');
    expect(mail.ok && mail.text).toContain('「産業機械展2026」(11月18日(水))でお名刺を頂戴した方に');
    expect(mail.ok && mail.text).toContain('stop@example.co.jp(件名「配信停止 AB12」)');
  });
  it.each([0, 1, 2])('needs nothing but a way the address was obtained: step %i', index => {
    const bare = { company: null, department: null, title: null, name: null, event: null, metOn: null };
    const mail = render(index, bare);
    expect(mail.ok ? [] : mail.problems).toEqual([]);
    expect(mail.ok && mail.text.startsWith('ご担当者様\n')).toBe(true);
    expect(mail.ok && /\n{4}|貴社様|null|undefined/.test(mail.text)).toBe(false);
  });
  it.each(['organiser', 'unknown'] as const)('cannot go to an address from %s', basis => {
    expect(mayMail(basis)).toBe(false);
    const mail = render(0, { basis });
    expect(mail.ok ? [] : mail.problems).toEqual([{ code: 'missingValue', field: '入手の経緯' }]);
  });
  it('says every setting that is missing', () => {
    const mail = render(0, {}, emptySender);
    expect(mail.ok ? [] : mail.problems.map(p => 'field' in p && p.field)).toEqual(
      expect.arrayContaining(['自社名', '担当者名', '郵便番号', '自社住所', '自社電話', '問い合わせメール']),
    );
    expect(lintSender(emptySender, '').map(p => p.code)).toEqual([
      ...Array<string>(7).fill('senderEntryMissing'),
      'senderAddressInvalid',
    ]);
    expect(lintSender(sender, 'suzuki@example.co.jp')).toEqual([]);
  });
});

describe('the check before sending', () => {
  const mail = render(0);
  const good = mail.ok ? mail.text : '';
  it.each([
    ['senderName', '株式会社導線商事'],
    ['postalAddress', '東京都千代田区千代田1-1'],
    ['refusalAddress', 'stop@example.co.jp'],
  ])('misses %s when it is gone', (item, piece) => {
    const problems = lintMail({ subject: 'x', text: good.replaceAll(piece, '') }, sender);
    expect(problems).toContainEqual({ code: 'footerMissing', item });
  });
  it('wants the refusal notice beside the refusal address', () => {
    const apart = good
      .trimEnd()
      .replace(/今後のご案内が不要.*\n/, '')
      .replace(/^配信停止の.*$/m, 'stop@example.co.jp');
    expect(lintMail({ subject: 'x', text: apart }, sender)).toEqual([
      { code: 'footerMissing', item: 'refusalNotice' },
    ]);
    expect(lintMail({ subject: 'x', text: `${apart}\n配信停止はこちら` }, sender)).toHaveLength(0);
    expect(lintMail({ subject: 'x', text: `${apart}\n\n\n配信停止はこちら` }, sender)).toHaveLength(1);
  });
  it.each([
    '｛｛会社名｝｝',
    '[[name]]',
    '##会社名##',
    '%name%',
    '%%sei_name%%',
    '％％氏名％％',
    '＃＃氏名＃＃',
    '{{氏名}}',
  ])('finds the mark %s of another tool', mark => {
    expect(leftoverDelimiters(`前略 ${mark} 様`)).toMatchObject([{ code: 'leftoverDelimiter' }]);
  });
  it.each(['売上が20%、利益は30%増', 'No.#1 と #2', '100%国産・50%引き', '[資料] を参照', '{1,2}'])(
    'leaves ordinary text alone: %s',
    text => {
      expect(leftoverDelimiters(text)).toEqual([]);
    },
  );
  it('refuses empty and forged subjects, empty texts and links without TLS', () => {
    const codes = (subject: string, text: string): string[] =>
      lintMail({ subject, text }, sender).map(p => p.code);
    expect(codes(' ', good)).toEqual(['subjectEmpty']);
    expect(codes('a\r\nBcc: x@y.jp', good)).toEqual(['subjectControlCharacter']);
    expect(codes('a', '')).toContain('bodyEmpty');
    expect(codes('a', `${good}http://example.jp/`)).toEqual(['insecureLink']);
  });
});
