/** Parts of every error message: what happened, what became of the data, what to do next. */
export const errors = {
  code: (code: string) => `コード ${code}`,
  incident: (id: string) => `記録番号 ${id}`,
  retry: 'もう一度',
  reload: '画面を読み直す',
  unexpected: {
    what: '思わぬところで止まりました。',
    data: 'ここまでに保存した内容は残っています。',
    next: 'もう一度試し、続くときは記録番号を控えてお知らせください。',
  },
  disconnected: {
    what: '中の処理とのつながりが切れました。',
    data: '保存ずみの内容は残っています。',
    next: 'つなぎ直しています。戻らないときは、いったん閉じて開き直してください。',
  },
  screen: {
    what: 'この画面を表示できませんでした。',
    data: '保存ずみの内容は残っています。',
    next: '画面を読み直すか、ほかの画面へ移ってください。',
  },
} as const;
