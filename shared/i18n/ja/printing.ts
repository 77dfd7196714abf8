/** 印刷の見本: how a call list is put on paper. */
export const printing = {
  caller: '担当',
  paper: '用紙',
  papers: { landscape: '横', portrait: '縦(メモを広く)' },
  density: '行の高さ',
  densities: { roomy: 'ゆったり', regular: '標準', tight: '詰め' },
  rows: (name: string, rows: number) => `${name} ${rows}行`,
  binding: 'とじる側',
  bindings: { left: '左', top: '上', none: 'なし' },
  script: 'トークスクリプト',
  scriptByList: '人数の多いもの',
  saveAll: (lists: number) => `${lists}人分を1人ずつPDFで保存`,
  savedAll: (lists: number) => `${lists}人分のPDFを保存しました`,
} as const;
