import type { Translated } from '#shared/i18n/translated.ts';
import type { callSheets as source } from '#shared/i18n/ja/callSheets.ts';

/** Texts of a call list as an Excel sheet, written and read back. */
export const callSheets = {
  save: 'Save as Excel',
  saved: 'The call list was saved as Excel',
  fileName: (number: string, caller: string) =>
    caller === '' ? `call-list_${number}` : `call-list_${number}_${caller}`,
  sheetName: 'Call list',
  codeSheet: 'Codes',
  pageHead: (number: string, caller: string, week: string) => `Call list ${number}  ${caller}  ${week}`,
  privacy: 'Confidential, personal data. Delete once it has been read back',
  columns: {
    no: 'No.',
    band: 'Rank',
    company: 'Company / department, title',
    name: 'Name',
    phone: 'Phone',
    history: 'Last time, background',
    calledOn: 'Called on',
    outcome: 'Result',
    reason: 'Reason',
    nextOn: 'Next date',
    nextTime: 'Next time',
    memo: 'Memo',
    listNumber: 'List number',
    rowId: 'Row id (keep)',
  },
  codes: {
    key: 'Key',
    outcome: 'Result',
    needs: 'Fill in as well',
    reasons: 'Reasons',
    promise: 'next date and time',
    next: 'next date',
    reason: 'reason',
    none: '—',
  },
  doNotCall: 'Do not call',
  wrong: {
    outcome: 'Choose a result from the sheet "Codes", or type its key (1 to 9, 0).',
    reason: 'Choose a reason from the sheet "Codes".',
    day: 'Write the day as 2026/11/25.',
    time: 'Write the time as 14:00.',
  },
} satisfies Translated<typeof source>;
