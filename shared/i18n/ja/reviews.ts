const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of 週次会議. */
export const reviews = {
  title: '週次会議',
  lead: '今週の数字を、30分で見られる順に並べています。',
  ranks: 'いまのランク',
  calls: '電話リスト',
  mails: 'メール',
  total: 'リードの合計',
  done: '済み',
  left: 'まだ',
  planned: 'これから送る',
  sent: '送信済み',
  imports: '最近の取り込み',
  noLists: '電話リストはまだありません。',
  noImports: '取り込みはまだありません。',
  weekOf: (day: string) => `${day} の週`,
  people: (count: number) => `${n(count)}人`,
} as const;
