import { describe, expect, it } from 'vitest';
import { instant } from '#shared/domain/base/days.ts';
import { CHATS } from '#shared/domain/sla/alert.ts';
import { alertForChat, formatRemaining, notificationOf } from '#shared/i18n/alert-text.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { langs } from '#shared/i18n/lang.ts';

const ja = catalogue('ja');
const alert = {
  kind: 'hot' as const,
  companyName: '株式会社架空ソリューションズ',
  name: '山本 太郎',
  reason: 'quote.requested',
  total: 92,
  ownerName: '鈴木',
  dueAt: instant('2026-11-25T18:00:00+09:00'),
};

describe('the text for a chat', () => {
  it.each(CHATS)('says who, why, until when and who is asked: %s', chat => {
    expect(alertForChat(ja, 'ja', chat, alert)).toBe(
      [
        'ホットになりました',
        '株式会社架空ソリューションズ 山本 太郎 様',
        '理由: 「見積もり依頼」をきっかけに92点になりました',
        '初回接触の期限: 11/25(水) 18:00',
        '担当: 鈴木',
      ].join('\n'),
    );
  });

  it('says it in English too, and that nobody is named yet', () => {
    expect(alertForChat(catalogue('en'), 'en', 'teams', { ...alert, ownerName: null })).toBe(
      [
        'A lead is hot',
        '山本 太郎, 株式会社架空ソリューションズ',
        'Reason: “Asked for a quote” brought it to 92 points',
        'First contact by: Wed, Nov 25 18:00',
        'Owner: nobody yet',
      ].join('\n'),
    );
  });

  it('leaves out a deadline that is not owed', () => {
    const text = alertForChat(ja, 'ja', 'slack', { ...alert, kind: 'unconfirmed', dueAt: null });
    expect(text).toMatch(/^ホット\(属性未確認\)\n/);
    expect(text).toContain('確かめてください');
    expect(text).not.toContain('期限');
  });

  it('calls nobody and commands nothing, whatever a card says', () => {
    const nasty = { ...alert, companyName: '<!channel> @here\n/remind', name: 'a & b <https://x.example|y>' };
    const slack = alertForChat(ja, 'ja', 'slack', nasty);
    expect(slack.split('\n')).toHaveLength(5);
    expect(slack).not.toMatch(/[<>@]|&(?!amp;|lt;|gt;)/);
    expect(slack).toContain('&lt;!channel&gt; ＠here /remind a &amp; b');
    expect(alertForChat(ja, 'ja', 'teams', nasty)).not.toContain('@');
  });
});

describe('what the system shows', () => {
  it('names the company and never a person', () => {
    expect(notificationOf(ja, alert)).toEqual({
      title: 'ホットになりました',
      body: '株式会社架空ソリューションズ\n「見積もり依頼」をきっかけに92点になりました',
    });
    expect(notificationOf(ja, { ...alert, companyName: '' }).body).toBe(
      '「見積もり依頼」をきっかけに92点になりました',
    );
    expect(notificationOf(ja, { ...alert, reason: null }).body).toContain('92点になりました');
  });
});

it.each([
  [475, '残り7時間55分'],
  [30, '残り30分'],
  [0, '残り0分'],
  [-130, '2時間10分超過'],
  [1200, '残り20時間'],
])('%i minutes are %s', (minutes, text) => {
  expect(formatRemaining(ja, minutes)).toBe(text);
});

it.each(langs)('has a sentence for every reason: %s', lang => {
  const t = catalogue(lang);
  for (const reason of [...Object.keys(t.leads.eventKinds), null])
    expect(notificationOf(t, { ...alert, reason }).body).not.toMatch(/undefined|NaN/);
});
