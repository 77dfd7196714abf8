const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of typing several cards. */
export const cards = {
  title: '手入力',
  lead: '会社名か氏名のどちらかがあれば保存できます。Excel からの貼り付けもできます。',
  table: '名刺',
  row: (at: number) => `${n(at)}行目`,
  cell: (field: string, at: number) => `${field} ${n(at)}行目`,
  status: '保存すると',
  waiting: '調べています',
  outcomes: {
    new: '新しい人',
    filled: '登録ずみ(補う)',
    updated: '登録ずみ(直す)',
    asked: '似た人がいます',
    setAside: '会社名か氏名が必要です',
  },
  inTrash: 'ごみ箱にいます',
  sameAs: (at: number) => `${n(at)}行目と同じ人`,
  removeRow: (at: number) => `${n(at)}行目を消す`,
  acquiredOn: '交換した日',
  save: (count: number) => `${n(count)}人を保存`,
  saved: (count: number) => `${n(count)}人を保存しました`,
  sum: (made: number, known: number, asked: number) =>
    `新しい人${n(made)}、登録ずみ${n(known)}、似た人あり${n(asked)}`,
  asked: '似た人がいるカードは別の人として保存し、あとで「重複」から確かめられます。',
  trashAsked: 'ごみ箱にいる人のカードは保存しません。名前を開いて、先にごみ箱から戻してください。',
  nextRow: '次の行',
} as const;
