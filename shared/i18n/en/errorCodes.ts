import type { ErrorData } from '#shared/contract/errors.ts';
import { formatBytes, formatDateTime } from '#shared/i18n/format.ts';
import type { ErrorTexts } from '#shared/i18n/ja/errorCodes.ts';

/** One text per error code; a code without one fails the build. */
export const errorCodes = {
  STORE_NOT_OPEN: {
    what: 'No file is open.',
    data: 'Nothing has changed.',
    next: 'Open a file or make a new one.',
  },
  STORE_NOT_FOUND: {
    what: ({ name }: ErrorData<'STORE_NOT_FOUND'>) => `“${name}” was not found.`,
    data: 'Nothing has changed.',
    next: 'Check whether it was moved or renamed, then choose it again.',
  },
  STORE_EXISTS: {
    what: ({ name }: ErrorData<'STORE_EXISTS'>) => `“${name}” already exists.`,
    data: 'The existing file is untouched.',
    next: 'Choose another name or open the existing file.',
  },
  STORE_IN_USE: {
    what: ({ host, since }: ErrorData<'STORE_IN_USE'>) =>
      `This file is in use elsewhere (${host}${since === null ? '' : ', ' + formatDateTime(since, 'en')}).`,
    data: 'The file is intact.',
    next: 'You can open it read-only. To write, close it in the other place first.',
  },
  STORE_READ_ONLY: {
    what: 'This copy is open read-only.',
    data: 'Nothing has changed.',
    next: 'To write, open it on the computer that holds the list.',
  },
  STORE_FROM_FUTURE: {
    what: ({ version }: ErrorData<'STORE_FROM_FUTURE'>) =>
      `This file was made by a newer Dosen (${version}).`,
    data: 'The file has not been touched.',
    next: 'Update Dosen on this computer, then open it.',
  },
  STORE_CORRUPT: {
    what: ({ name }: ErrorData<'STORE_CORRUPT'>) => `Parts of “${name}” are damaged.`,
    data: 'The damaged file is kept as it is.',
    next: 'You can restore a backup.',
  },
  STORE_FOREIGN: {
    what: ({ name }: ErrorData<'STORE_FOREIGN'>) => `“${name}” is not a Dosen file.`,
    data: 'The file has not been touched.',
    next: 'Choose a file made by Dosen.',
  },
  STORE_SYNCED_FOLDER: {
    what: ({ provider }: ErrorData<'STORE_SYNCED_FOLDER'>) => `The file is in a synced folder (${provider}).`,
    data: 'The file has not been touched.',
    next: 'Syncing can damage it while open. Move it to this computer, then open it.',
  },
  STORE_FULL: {
    what: 'There is not enough disk space.',
    data: 'This change is not saved yet; what was there before is intact.',
    next: 'Free some space, then try again.',
  },
  STORE_PRACTICE_ONLY: {
    what: 'This works in practice mode only.',
    data: 'Nothing has changed.',
    next: 'Switch to practice mode to use it.',
  },
  FILE_REF_UNKNOWN: {
    what: 'The chosen file is no longer at hand.',
    data: 'Nothing has been imported yet.',
    next: 'Choose the file again.',
  },
  FILE_NOT_FOUND: {
    what: ({ name }: ErrorData<'FILE_NOT_FOUND'>) => `“${name}” was not found.`,
    data: 'Nothing has been imported yet.',
    next: 'Check where the file is and choose it again.',
  },
  FILE_EMPTY: {
    what: ({ name }: ErrorData<'FILE_EMPTY'>) => `“${name}” is empty.`,
    data: 'Nothing has been imported yet.',
    next: 'Export it again and choose the new file.',
  },
  FILE_NOT_TEXT: {
    what: ({ name, kind }: ErrorData<'FILE_NOT_TEXT'>) =>
      `“${name}” is no CSV, Excel or vCard file (${kind}).`,
    data: 'Nothing has been imported yet.',
    next: 'Export CSV or .xlsx from the card app or Excel and choose that file.',
  },
  FILE_GARBLED: {
    what: ({ name, line }: ErrorData<'FILE_GARBLED'>) =>
      `“${name}” is damaged: from line ${line} on its characters cannot be read.`,
    data: 'Nothing has been imported yet.',
    next: 'Export it again from the card app, as UTF-8 or Shift_JIS if there is a choice.',
  },
  FILE_OLD_EXCEL: {
    what: ({ name }: ErrorData<'FILE_OLD_EXCEL'>) => `“${name}” is in the old Excel format (.xls).`,
    data: 'Nothing has been imported yet.',
    next: 'Open it in Excel, save it as .xlsx or CSV, and choose that file.',
  },
  FILE_LOCKED: {
    what: ({ name }: ErrorData<'FILE_LOCKED'>) => `“${name}” is protected by a password.`,
    data: 'Nothing has been imported yet.',
    next: 'Save it without a password and choose that file.',
  },
  FILE_WORKBOOK_BROKEN: {
    what: ({ name }: ErrorData<'FILE_WORKBOOK_BROKEN'>) => `“${name}” cannot be read as an Excel file.`,
    data: 'Nothing has been imported yet.',
    next: 'Check that Excel opens it; save it again, or save it as CSV.',
  },
  FILE_TOO_LARGE: {
    what: ({ name, limit }: ErrorData<'FILE_TOO_LARGE'>) =>
      `“${name}” is too large (limit ${formatBytes(limit)}).`,
    data: 'Nothing has been imported yet.',
    next: 'Split it into several files.',
  },
  FILE_LINE_TOO_LONG: {
    what: ({ name, line }: ErrorData<'FILE_LINE_TOO_LONG'>) => `Line ${line} of “${name}” is too long.`,
    data: 'Nothing has been imported yet.',
    next: 'Check that the quotes on that line are closed.',
  },
  FILE_NO_ROWS: {
    what: ({ name }: ErrorData<'FILE_NO_ROWS'>) => `“${name}” has no rows of cards.`,
    data: 'Nothing has been imported yet.',
    next: 'Check the header row and the delimiter, or choose another file.',
  },
  FILE_QUOTE_OPEN: {
    what: ({ name, line }: ErrorData<'FILE_QUOTE_OPEN'>) =>
      `A quote opened on line ${line} of “${name}” is never closed.`,
    data: 'Nothing has been imported yet.',
    next: 'Fix that line or export the file again.',
  },
  IMPORT_NO_NAME_COLUMN: {
    what: 'No column is set as company or name.',
    data: 'Nothing has been imported yet.',
    next: 'Under Columns, choose the one that holds the company or the name.',
  },
  HOLIDAYS_NOT_FOUND: {
    what: ({ name }: ErrorData<'HOLIDAYS_NOT_FOUND'>) => `No whole year of holidays was found in “${name}”.`,
    data: 'The holidays are as they were.',
    next: 'Check that it is the holiday CSV of the Cabinet Office (syukujitsu.csv).',
  },
  INVALID_INPUT: {
    what: ({ issues }: ErrorData<'INVALID_INPUT'>) =>
      `Some input needs fixing${
        issues.length === 0
          ? ''
          : ' (' +
            issues
              .map(issue => issue.path)
              .filter(path => path !== '')
              .join(', ') +
            ')'
      }.`,
    data: 'Not saved yet; what you typed is still here.',
    next: 'Fix it and try again.',
  },
  NOT_FOUND: {
    what: 'What you asked for was not found.',
    data: 'Nothing has changed.',
    next: 'It may have been removed or undone. Choose it from the list again.',
  },
  MERGE_SAME_LEAD: {
    what: 'Both are the same person already.',
    data: 'Nothing has changed.',
    next: 'Choose the other person again.',
  },
  LEAD_NEEDS_NAME: {
    what: 'A company or a name is needed.',
    data: 'Not saved yet; what you typed is still here.',
    next: 'Fill in one of them and save again.',
  },
  PHONE_INVALID: {
    what: 'This is no phone number.',
    data: 'Not saved yet; what you typed is still here.',
    next: 'Type digits and hyphens, for example 03-1234-5678.',
  },
  CONFIRM_DIFFERS: {
    what: 'The name typed is not the name of this person.',
    data: 'Nothing was erased.',
    next: 'Type the name as it stands on the screen.',
  },
  JOB_CANCELLED: {
    what: 'Stopped.',
    data: 'Nothing of it was kept.',
    next: 'Start again to go on.',
  },
  JOB_RUNNING: {
    what: 'The same work is still running.',
    data: 'It goes on undisturbed.',
    next: 'Wait for it to end, or stop it first.',
  },
  UNDO_NOT_POSSIBLE: {
    what: 'This cannot be undone.',
    data: 'Nothing has changed.',
    next: 'Mail that left and printed paper do not come back. Edit what needs to change.',
  },
  UNDO_ALREADY_DONE: {
    what: 'This has been undone already.',
    data: 'Nothing has changed.',
    next: 'The history shows the present state.',
  },
  CALL_RECORDED: {
    what: 'This row already has its result.',
    data: 'The earlier result stands.',
    next: 'To change it, undo the earlier record and enter it again.',
  },
  NEXT_NOT_POSSIBLE: {
    what: 'That cannot be planned for this person as things stand.',
    data: 'The next action is as it was.',
    next: 'Check do-not-call, phone number, company kind and stage, or choose something else.',
  },
  CALL_NEEDS: {
    what: 'This outcome needs a day and time, or a reason.',
    data: 'Nothing has been recorded yet.',
    next: 'Add the day and time or the reason, and record it again.',
  },
  CRITERIA_NOT_MET: {
    what: 'A required line of the conversion criteria is not met.',
    data: 'Nothing was handed over.',
    next: 'Check the missing lines, or write why it is handed over all the same.',
  },
  HANDOVER_NOT_POSSIBLE: {
    what: 'This opportunity is with field sales already.',
    data: 'The hand-over before stands.',
    next: 'If it waits for an answer, accept or return it first.',
  },
  HANDOVER_ANSWERED: {
    what: 'This hand-over has its answer already.',
    data: 'The answer before stands.',
    next: 'To change it, undo that answer and answer again.',
  },
  DEAL_CLOSED: {
    what: 'This opportunity has ended.',
    data: 'Nothing has changed.',
    next: 'To move it, undo what ended it.',
  },
  DEAL_WAITS: {
    what: 'The hand-over of this opportunity waits for an answer.',
    data: 'It is in the stage it was in.',
    next: 'Accept or return it first.',
  },
  DEAL_NEEDS: {
    what: 'A reason or the day to look again is missing.',
    data: 'Nothing has been recorded yet.',
    next: 'Add the reason and the day, and try again.',
  },
  STEP_NOT_POSSIBLE: {
    what: 'That day is not possible.',
    data: 'The day before stands.',
    next: 'Give a day up to today. The day of acceptance can be corrected once it was accepted.',
  },
  SNOOZE_NEEDS_REASON: {
    what: 'Putting a deadline out of the list needs a reason.',
    data: 'It is still in the list.',
    next: 'Type a word of reason and try again.',
  },
  LIST_NUMBER_WRONG: {
    what: ({ why }: ErrorData<'LIST_NUMBER_WRONG'>) =>
      why === 'checkDigit'
        ? 'A digit of the list number is wrong: its last digit does not fit the others.'
        : 'This is not a list number.',
    data: 'Nothing was changed.',
    next: 'Type the number at the top right of the paper to the end, like 480-9. The hyphen may be left out.',
  },
  CALL_BARRED: {
    what: 'This person may not be called any more.',
    data: 'The result was not recorded.',
    next: 'They are do-not-call, in the trash, a customer or the like by now. Look at the lead if need be.',
  },
  SHEET_NOT_A_LIST: {
    what: ({ name }: ErrorData<'SHEET_NOT_A_LIST'>) => `“${name}” does not look like a call list of Dosen.`,
    data: 'Nothing was recorded.',
    next: 'Choose a file that still has the columns “Result” and “Row id”. If the line of headings was deleted, put it back.',
  },
  LIST_EMPTY: {
    what: ({ listed }: ErrorData<'LIST_EMPTY'>) =>
      listed === 0
        ? 'There is nobody to call.'
        : `Everybody to call this week stands on another call list already (${listed}).`,
    data: 'No list was made.',
    next: ({ listed }: ErrorData<'LIST_EMPTY'>) =>
      listed === 0
        ? 'Import cards, or wait until somebody is due.'
        : 'Call that list. To make it anew, undo it first.',
  },
  PDF_ENGINE_MISSING: {
    what: 'This computer has nothing that can make a PDF.',
    data: 'The list is saved.',
    next: 'Use Print: the browser’s own printing works.',
  },
  PDF_FAILED: {
    what: 'The PDF could not be made.',
    data: 'The list is saved.',
    next: 'Try again, or use Print.',
  },
  MAIL_ACCOUNT_MISSING: {
    what: 'No mail account is set up yet.',
    data: 'The mails wait until one is.',
    next: 'Set up sending on the Mail screen.',
  },
  MAIL_LOOPBACK_ONLY: {
    what: 'In this version step mails reach the practice mailbox only.',
    data: 'Nothing was sent outside.',
    next: 'A test mail to yourself works.',
  },
  MAIL_FAILED: {
    what: ({ stage, replyCode }: ErrorData<'MAIL_FAILED'>) =>
      `The mail could not be sent (${stage}${replyCode === null ? '' : ' ' + String(replyCode)}).`,
    data: 'Nothing in the list has changed.',
    next: 'Check the server name, port and password.',
  },
  MAIL_TEMPLATE: {
    what: ({ problems }: ErrorData<'MAIL_TEMPLATE'>) => `The text needs ${problems.length} fixes.`,
    data: 'Nothing has been sent.',
    next: 'Fix the text and try again.',
  },
  SUPPRESSED: {
    what: 'This address has opted out.',
    data: 'Nothing is sent to it.',
    next: 'It was the person’s own wish and cannot be lifted.',
  },
  ADDRESS_INVALID: {
    what: 'This is not a mail address.',
    data: 'Not saved yet.',
    next: 'Check both sides of the @.',
  },
  NETWORK_NOT_ALLOWED: {
    what: 'Connections to the outside are switched off in this mode.',
    data: 'Nothing left this computer.',
    next: 'Open Dosen the usual way and try again.',
  },
  INTERNAL: {
    what: 'Something stopped unexpectedly.',
    data: 'Everything saved so far is kept.',
    next: 'Try again; if it stays, note the incident number and let us know.',
  },
} satisfies ErrorTexts;
