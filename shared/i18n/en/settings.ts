import type { Translated } from '#shared/i18n/translated.ts';
import type { settings as source } from '#shared/i18n/ja/settings.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of settings and guide. */
export const settings = {
  title: 'Settings & guide',
  lead: 'Running on recommended settings. Change only what you want to.',
  display: 'Display',
  store: 'File',
  storeName: 'Name',
  storePath: 'Place',
  storeLeads: 'People',
  storeKind: 'Kind',
  storeOwn: 'Your own',
  storePractice: 'Practice',
  storeReadOnly: 'read-only',
  backup: 'Make a backup',
  backedUp: 'Backup made',
  verify: 'Check the file',
  verified: 'The file is in order',
  verifyFound: (count: number) => `${n(count)} ${count === 1 ? 'thing' : 'things'} to look at`,
  practice: 'Practice mode',
  practiceText: 'Try printing and mail on a sample. Nothing real happens.',
  toPractice: 'Open practice mode',
  toOwn: 'Back to your own file',
  clock: 'Practice clock',
  clockText: 'In practice mode you can move the day on to try step mails and due dates.',
  clockNow: (when: string) => `It is ${when} now`,
  clockNext: 'On to the next business morning',
  clockReal: 'Back to the real time',
  members: 'Members',
  memberName: 'Name',
  memberAdd: 'Add',
  memberSaved: 'Member saved',
  memberAct: 'Work as this member',
  memberActing: 'Working',
  rolesHint: 'Roles only decide which places show at first.',
  roles: {
    manager: 'Manager',
    marketing: 'Marketing',
    inside: 'Calls and mail (IS)',
    field: 'Field sales (FS)',
  },
  calendar: 'Business days and hours',
  calendarText:
    'Weekdays 9:00 to 18:00. Weekends and national holidays count neither for due dates nor for mail.',
  calendarNext: 'Coming holidays',
  secrets: 'Protection of passwords',
  secretsKind: {
    keychain: 'kept by the system keychain',
    keyFile: 'kept by a key file on this computer (weak)',
  },
  version: 'Version',
  noStore: 'No file is open',
} satisfies Translated<typeof source>;
