/** Texts of the command line: usage and what was wrong with it. */
export const cli = {
  usage: [
    '使い方:',
    '  dosen --help                                    呼べる手続きの一覧',
    '  dosen <手続き> --help                           入力と出力の JSON Schema',
    "  dosen --store FILE <手続き> ['<JSON>' | -]      結果を JSON で標準出力へ(- は標準入力を読む)",
    '',
    '  --store FILE    名簿のファイル。なければ最初に使うときに作る(store.open は作らない)',
    '  --now INSTANT   この時刻として動く(例 2026-11-20T16:00+09:00)。外のネットワークには出ない',
    '  --out DIR       できたファイルの置き場所(なければ作る。上書きはしない)。省略時は今のフォルダー',
    '  --member NAME   だれとして動くか(名前または uid)。省略時は最初の人',
    '  --lang ja|en    エラー文の言葉',
    '',
    '入力のファイルは {"path": "…"} で渡す。進み具合と誤りは標準エラーへ。終了コード: 0 成功、1 失敗、2 使い方の誤り',
    '',
    '手続き(? は省略可、~ は終わるまで進み具合を出すもの):',
  ].join('\n'),
  noProcedure: '手続きの名前がありません。一覧は --help で見られます。',
  unknownProcedure: (name: string) => `「${name}」という手続きはありません。一覧は --help で見られます。`,
  noStore: '--store で名簿のファイルを指定してください。',
  badJson: (detail: string) => `入力が JSON として読めません(${detail})。`,
  badNow: (given: string) =>
    `--now の時刻「${given}」が読めません。2026-11-20T16:00+09:00 の形で書いてください。`,
  badLang: (given: string) => `--lang は ja か en です(「${given}」)。`,
  tooMany: '引数が多すぎます。JSON は引用符でひとつにまとめてください。',
  badOption: (detail: string) => `引数が読めません(${detail})。`,
} as const;
