import type { Translated } from '#shared/i18n/translated.ts';
import type { today as source } from '#shared/i18n/ja/today.ts';

const n = (value: number): string => value.toLocaleString('en-US');
const people = (value: number): string => `${n(value)} ${value === 1 ? 'person' : 'people'}`;

/** Texts of Today. */
export const today = {
  title: 'Today',
  welcome: 'From business cards to a list in calling order.',
  welcomeText:
    'Import a CSV of cards: people are ranked with reasons and this week’s call list can be printed. Settings can wait.',
  importCsv: 'Import a CSV of cards',
  pasteOrType: 'Paste or type',
  openToRead: 'Open to read only',
  openMoved: 'Move to this PC and open',
  openAgain: 'Open again',
  trySample: 'Try a sample',
  trySampleNote: 'Opens a practice file, apart from your own.',
  nothing: 'Today’s work is done.',
  sentence: (count: number) => `${n(count)} to act on now, from the top.`,
  hot: 'Hot: first call',
  hotNote: 'due by',
  hotWhy: 'Became rank A and has not been called',
  listSection: 'Calls this week',
  listLeft: (left: number) => `${people(left)} left`,
  listWhy: (number: string) => `Go on with list ${number}`,
  listToPrint: 'Not printed yet',
  makeListTitle: 'Make a call list',
  makeListWhy: (count: number) => `${people(count)} of rank A and B`,
  fromImportWhy: (file: string) => `“${file}” was imported`,
  noNext: 'No next action',
  noNextWhy: 'Nothing planned',
  phone: 'Phone',
  mails: 'Step mails',
  nextMails: (count: number) => `${n(count)} to go out`,
  mailsWait: 'waiting for the account',
  noMails: 'nothing planned',
  recent: 'Done just now',
  undoOne: (what: string) => `Undo: ${what}`,
  recommended: 'Running on recommended settings.',
  because: (what: string, why: string) => `${what} (${why})`,
  more: (count: number) => `and ${people(count)} more`,
} satisfies Translated<typeof source>;
