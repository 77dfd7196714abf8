import type { callDay as source } from '#shared/i18n/ja/callDay.ts';
import type { Translated } from '#shared/i18n/translated.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of the day of a caller: meters, daily report, touches to an appointment. */
export const callDay = {
  title: 'Calls and report of the day',
  lead: (calls: number) => (calls === 0 ? 'No calls recorded yet.' : `${n(calls)} calls made.`),
  meters: 'What to aim for today',
  trial: 'warming up (first two weeks)',
  meter: {
    calls: 'Calls',
    reached: 'Reached',
    appointments: 'Appointments',
    firstContacts: 'First contacts in time',
  },
  ofGoal: (value: number, goal: number) => `${n(value)} / ${n(goal)}`,
  noneDue: 'None fall due today',
  short: (left: number) => `${n(left)} to go`,
  team: 'Team in total',
  blocked: 'What kept from calling',
  notBlocked: 'Nobody was out of reach.',
  report: 'Daily report',
  reportHint: 'Drafted from counts and notes. Edit it, then copy.',
  copyReport: 'Copy the report',
  redraft: 'Back to the draft',
  draft: {
    head: (day: string, name: string) => ['Daily report', day, name].filter(text => text !== '').join(', '),
    count: (label: string, value: number) => `${label}: ${n(value)}`,
    contacts: (label: string, inTime: number, due: number) => `${label}: ${n(inTime)} of ${n(due)}`,
    outcomes: 'Results',
    notable: 'Notable',
    item: (who: string, outcome: string, note: string) =>
      `- ${who} (${outcome})${note === '' ? '' : ` ${note}`}`,
    honorific: (name: string) => name,
    nothing: '- none',
    tomorrow: 'Tomorrow',
  },
  touches: 'Touches to an appointment',
  touchesNote: (from: string, to: string) => `First appointments, ${from} – ${to}`,
  touchesNone: 'Once there are appointments, this shows how many touches they took.',
  median: (touches: number, attempts: number) =>
    `An appointment takes ${n(touches)} touches and ${n(attempts)} attempts in the median.`,
  few: (x: number, total: number, percent: string) =>
    `Appointments within 3 touches: ${percent} (${n(x)}/${n(total)})`,
  interval: (low: string, high: string) => `range ${low}–${high}`,
  yields: 'Appointments by attempt',
  attempt: 'Attempt',
  nth: (k: number) => `no. ${n(k)}`,
  tried: 'People called',
  won: 'Appointments',
  rate: 'Rate',
  cumulative: 'Cumulative',
  cumulativeNote: 'Cumulative assumes that people no longer called would have done like the others.',
} satisfies Translated<typeof source>;
