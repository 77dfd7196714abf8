import type { Translated } from '#shared/i18n/translated.ts';
import type { insights as source } from '#shared/i18n/ja/insights.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of insights. */
export const insights = {
  title: 'Insights',
  beforeAfter: 'Before and after',
  before: 'Before',
  after: 'After',
  rate: 'Conversion',
  sentences: {
    improved: (before: string, after: string) => `Conversion rose from ${before} to ${after}.`,
    aboveTarget: (before: string, after: string) =>
      `Conversion rose from ${before} to ${after}, above the target.`,
    declined: (before: string, after: string) => `Conversion fell from ${before} to ${after}.`,
    noClearDifference: (before: string, after: string) =>
      `Conversion was ${before} and is ${after}: no clear difference yet.`,
    tooFew: () => 'There are too few people to compare yet.',
    notComparable: () => 'The two were counted differently and cannot be compared as they are.',
    noBaseline: () => 'Enter the numbers from before to compare here.',
  },
  verdicts: {
    improved: 'hardly chance',
    aboveTarget: 'hardly chance, and above the target',
    declined: 'the fall is hardly chance',
    noClearDifference: 'may be chance',
    tooFew: 'no statement below 30 people and 5 opportunities',
    notComparable: 'count both the same way to compare',
    noBaseline: 'no numbers from before yet',
  },
  difference: 'Difference',
  interval: 'Likely range',
  intervalRange: (low: string, high: string) => `${low} to ${high}`,
  window: (days: number) => `Converted within ${n(days)} days`,
  windowLabel: 'Counted period',
  period: 'Period',
  wholeTime: 'everything so far',
  since: (day: string) => `since ${day}`,
  count: 'Count',
  immature: (count: number, day: string) => `${n(count)} still running are left out; final on ${day}.`,
  immatureNoDay: (count: number) => `${n(count)} still running are left out.`,
  chart: (sentence: string) => `Conversion before and after. ${sentence}`,
  baseline: 'Numbers from before',
  baselineLead: 'Period, cards and opportunities: three things. Rough numbers will do.',
  from: 'Period from',
  to: 'Period to',
  cards: 'Cards received',
  opportunities: 'Became opportunities',
  saveBaseline: 'Save the numbers',
  baselineSaved: 'Numbers from before saved',
  tooMany: 'There cannot be more opportunities than cards.',
  reversed: 'The period ends before it begins.',
} satisfies Translated<typeof source>;
