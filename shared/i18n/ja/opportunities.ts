const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of 商談. */
export const opportunities = {
  title: '商談',
  emptyTitle: '商談化したリードはここに出ます',
  emptyText: '電話の結果で「アポ」を記録すると、日付と相手がここに並びます。',
  toCalls: '電話リストを開く',
  lead: (count: number) => `アポになった人が${n(count)}人います。`,
  list: 'アポになった人',
  appointmentOn: 'アポの日',
} as const;
