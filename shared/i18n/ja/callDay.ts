const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of the day of a caller: meters, 日報, touches to an appointment. */
export const callDay = {
  title: '今日の電話と日報',
  lead: (calls: number) => (calls === 0 ? 'まだ電話の記録はありません。' : `${n(calls)}件かけました。`),
  meters: '今日の目安',
  trial: '慣らし(はじめの2週間)',
  meter: {
    calls: '架電',
    reached: '本人と話せた',
    appointments: 'アポ',
    firstContacts: '期限内の初回接触',
  },
  ofGoal: (value: number, goal: number) => `${n(value)} / ${n(goal)}`,
  noneDue: '今日が期限のものはありません',
  short: (left: number) => `あと${n(left)}件`,
  team: 'チームの合計',
  blocked: 'かけられなかった理由',
  notBlocked: 'かけられなかった人はいません。',
  report: '日報',
  reportHint: '数と特記から下書きしました。直してから写せます。',
  copyReport: '日報を写す',
  redraft: '下書きに戻す',
  draft: {
    head: (day: string, name: string) => ['日報', day, name].filter(text => text !== '').join(' '),
    count: (label: string, value: number) => `${label} ${n(value)}件`,
    contacts: (label: string, inTime: number, due: number) => `${label} ${n(inTime)}/${n(due)}件`,
    outcomes: '結果',
    notable: '特記',
    item: (who: string, outcome: string, note: string) =>
      `・${who}(${outcome})${note === '' ? '' : ` ${note}`}`,
    honorific: (name: string) => (name === '' ? '' : `${name}様`),
    nothing: '・なし',
    tomorrow: '明日の予定',
  },
  touches: 'アポまでの接触回数',
  touchesNote: (from: string, to: string) => `${from}〜${to}のはじめてのアポ`,
  touchesNone: 'アポの記録がたまると、何回の接触でアポになったかを出します。',
  median: (touches: number, attempts: number) =>
    `アポまでの接触は中央値${n(touches)}回、架電の試行は中央値${n(attempts)}回です。`,
  few: (x: number, total: number, percent: string) =>
    `3回以内の接触でアポ: ${percent}(${n(x)}/${n(total)}件)`,
  interval: (low: string, high: string) => `幅 ${low}〜${high}`,
  yields: '試行ごとのアポ',
  attempt: '試行',
  nth: (k: number) => `${n(k)}回目`,
  tried: 'かけた人',
  won: 'アポ',
  rate: 'アポ率',
  cumulative: '累積',
  cumulativeNote: '累積は、途中でやめた人も続けていれば同じ割合でアポになったと仮定した値です。',
} as const;
