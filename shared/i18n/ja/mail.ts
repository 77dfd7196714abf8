/** Texts of mails that the app itself writes. Those of sequences belong to the team. */
export const mail = {
  test: {
    subject: '送信テスト(Dosen)',
    text: 'このメールが届いていれば、送信の設定は正しくできています。\n\nこのメールは設定の確認のため、ご自身の宛先だけにお送りしています。返信は不要です。\n',
  },
} as const;
