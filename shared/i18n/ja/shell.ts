/** Texts of the desktop shell: the tray and what it says by itself. */
export const shell = {
  name: '導線 Dosen',
  show: '導線を開く',
  quit: '終了する',
  unsaved: '保存していない変更があります。閉じると失われます。',
  stay: '閉じない',
  discard: '破棄して閉じる',
  stillRunning: 'ウィンドウを閉じても、メールの送信とお知らせは続きます。終了はここのアイコンから選べます。',
} as const;
