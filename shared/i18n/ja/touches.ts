/** Texts of 対応を記録. */
export const touches = {
  title: '対応を記録',
  hint: '1〜7で記録します。すぐに保存され、元に戻せます。',
  ways: {
    phone: '電話',
    mail: 'メール',
    visit: '訪問',
    visitIn: '来社',
    web: 'Web会議',
    chat: 'チャット',
    letter: '手紙・FAX',
  },
  direction: 'どちらから',
  directions: { usual: 'ふつう', out: 'こちらから', in: '先方から' },
  reached: '本人と話せた',
  reachedAs: { usual: 'ふつう', yes: 'はい', no: 'いいえ' },
  twoWay: '話せた',
  attempt: '着手のみ',
  note: 'メモ(なくてもかまいません)',
  recorded: (way: string) => `${way}を記録しました`,
  other: '資料請求・問い合わせなどを記録',
  backToWays: '対応の方法を選ぶ',
} as const;
