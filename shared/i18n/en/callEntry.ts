import type { Translated } from '#shared/i18n/translated.ts';
import type { callEntry as source } from '#shared/i18n/ja/callEntry.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of typing a paper list back. */
export const callEntry = {
  title: 'Type results in',
  lead: (done: number, rows: number) => `${n(done)}/${n(rows)} typed in`,
  leadNone: 'Type in the results of a printed call list, with the paper beside you.',
  code: 'List number',
  codeHint: 'At the top right of the paper. A scanner reading the QR code opens it too.',
  openList: 'Open',
  day: 'Called on',
  none: 'No call list yet',
  noneText: 'Make and print a list; its results are then typed in here.',
  toCalls: 'To the call lists',
  table: 'Rows in the order of the paper',
  position: 'No.',
  person: 'Company, name',
  phone: 'Phone',
  result: 'Result',
  next: 'Next, memo',
  notCalled: 'Not called',
  doNotCall: 'Do not call',
  pickReason: 'Reason by its number',
  line: {
    callback: 'Day and time to call again, memo',
    appointment: 'Day, time and place of the appointment',
    other: 'Day of the next step, memo',
    memo: 'Next day, time, memo',
  },
  lineHint: (isMeeting: boolean) => `e.g. 1125 1400 ${isMeeting ? 'head office' : 'memo'}`,
  needs: {
    callback: 'Type the day and the time (e.g. 1125 1400).',
    appointment: 'Type the day (e.g. 1125 1400 head office).',
    other: 'Type the day (e.g. 1125).',
  },
  read: (on: string, time: string) => `→ ${on}${time === '' ? '' : ` ${time}`}`,
  finish: 'Finish this list',
  finished: (number: string) => `List ${number} is typed in`,
  finishedNote: 'This list is typed in.',
  endOfList: 'This was the last row.',
  keys: {
    results: 'Result (a key per row)',
    skip: 'Not called',
    doNotCall: 'Do not call',
    move: 'Move',
    memo: 'Day, memo (last row)',
    undo: 'Undo row',
    day: 'Change the day',
    list: 'List number',
  },
  out: 'Paper lists to type in',
  outOf: (number: string, caller: string) => (caller === '' ? `List ${number}` : `List ${number}  ${caller}`),
  outSince: (day: string) => `printed ${day}`,
  outLeft: (left: number) => `${n(left)} ${left === 1 ? 'row' : 'rows'} left`,
} satisfies Translated<typeof source>;
