const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of what was done and taking it back. */
export const history = {
  title: '操作の履歴',
  empty: 'まだ操作はありません。',
  undone: (what: string) => `「${what}」を元に戻しました`,
  kept: (count: number) => `あとから直した${n(count)}件は残してあります。`,
  isUndone: '元に戻しました',
  kinds: {
    'imports.run': '取り込み',
    'imports.undo': '取り込みの取り消し',
    'leads.create': '1人追加',
    'leads.update': '内容の変更',
    'leads.trash': 'ごみ箱へ移動',
    'leads.restore': 'ごみ箱から戻す',
    'events.record': '対応の記録',
    'calls.record': '電話の結果',
    'callLists.generate': '電話リストの作成',
    'callLists.print': '電話リストの印刷',
    'sequences.enroll': 'ステップメールの開始',
    'suppressions.add': '配信停止の登録',
    'baseline.save': '導入前の数字',
    'members.save': '使う人の変更',
    'settings.savePreferences': '表示の設定',
    'scoring.recompute': '点数の計算',
    'mail.saveAccount': '送信の設定',
    'mail.tick': 'メールの送信',
    'store.sample': 'サンプルの作成',
    'history.undo': '元に戻す',
    'mail.saveSender': '差出人の設定',
    'store.create': '名簿の作成',
  },
} as const;
