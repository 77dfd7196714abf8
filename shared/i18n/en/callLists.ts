import type { Translated } from '#shared/i18n/translated.ts';
import type { callLists as source } from '#shared/i18n/ja/callLists.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of making the week's call lists, and of whom they leave out. */
export const callLists = {
  caller: 'Caller',
  week: (from: string, to: string) => `${from} – ${to}`,
  plan: 'Who calls how many',
  there: 'Days there',
  thereDays: (there: number, days: number) => `${n(there)} of ${n(days)}`,
  perWeek: 'This week',
  perDay: 'Per day',
  calls: (count: number) => `${n(count)} ${count === 1 ? 'call' : 'calls'}`,
  away: 'On leave: gets no list',
  anybody: 'You',
  made: 'This week has its lists already. Another one takes only people who stand on none of them. To make them anew, undo the lists first.',
  madeLists: (count: number) => `${n(count)} call ${count === 1 ? 'list' : 'lists'} made`,
  advanced: 'Detailed settings',
  take: 'Ranks on the list',
  fillTo: 'Fill up from lower ranks to (calls)',
  fillHint: 'Per caller, up to so many. 0 fills nothing up.',
  kinds: 'Kinds of company on the list',
  agreed: 'Calls one caller usually makes in a week',
  auto: 'Make the lists every week at a set time',
  autoHint: 'A day off gives way to the next business day. Lists made by hand before stand in their place.',
  weekday: 'Day',
  time: 'Time',
  which: 'For',
  weeks: { this: 'that week', next: 'the week after' },
  save: 'Save settings',
  saved: 'The call list settings are saved',
  needsRank: 'Choose at least one rank and one kind of company.',
  batch: 'Lists made together',
  /** Named after the first; those of ten callers would fill the cover. */
  onLists: (numbers: readonly string[]) =>
    `on list ${numbers.length > 2 ? `${numbers[0]} etc.` : numbers.join(', ')}`,
  elsewhereTitle: 'Where everybody else is',
  elsewhere: {
    stepMail: 'by mail',
    listed: 'on another list',
    callList: 'on a later list',
    hot: 'hot',
    contacted: 'in contact',
    converted: 'converted',
    handedOver: 'handed over',
    nurture: 'being nurtured',
    hold: 'on hold',
    thanks: 'thank-you contact',
    outside: 'company out of scope',
    closed: 'closed',
    unplaced: 'not sorted yet',
  },
  barred: {
    erased: 'This person was erased.',
    trashed: 'This person is in the trash.',
    closed: 'This person is closed, or became a deal.',
    companyKind: 'Companies of this kind are not called.',
    doNotCall: 'Do not call.',
    noPhone: 'No phone number.',
  },
  barredText: 'The next print shows neither name nor number.',
} as const satisfies Translated<typeof source>;
