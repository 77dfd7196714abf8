import type { Translated } from '#shared/i18n/translated.ts';
import type { alerts as source } from '#shared/i18n/ja/alerts.ts';

const n = (value: number): string => value.toLocaleString('en-US');
const people = (value: number): string => `${n(value)} ${value === 1 ? 'person' : 'people'}`;

/** Texts of alerts: the bell, notifications of the system, what is pasted into a chat. */
export const alerts = {
  hot: 'A lead is hot',
  unconfirmed: 'Hot, attributes unknown',
  unconfirmedNext: '. Title or other attributes are missing: please check',
  because: (what: string, points: number) => `“${what}” brought it to ${n(points)} points`,
  byPoints: (points: number) => `Reached ${n(points)} points`,
  many: (count: number) => `${people(count)} became hot`,
  away: (count: number) => `${people(count)} became hot while you were away, or by earlier events`,
  lookAtBell: 'They are listed under the bell, top right. Start with the nearest deadline.',
  trayCount: (count: number) => `Dosen: ${n(count)} hot, not looked at yet`,
  who: (company: string, name: string) => [name, company].filter(text => text !== '').join(', '),
  reasonLabel: 'Reason: ',
  dueLabel: 'First contact by: ',
  ownerLabel: 'Owner: ',
  noOwner: 'nobody yet',
  duration: (hours: number, minutes: number) =>
    hours === 0 ? `${minutes} min` : minutes === 0 ? `${n(hours)} h` : `${n(hours)} h ${minutes} min`,
  left: (text: string) => `${text} left`,
  over: (text: string) => `${text} late`,
  bell: (count: number) => (count === 0 ? 'Hot leads' : `Hot leads, ${n(count)} not looked at yet`),
  title: 'Hot leads',
  openBell: 'Open the hot leads',
  empty: 'Nobody has become hot yet. Leads that reach rank A appear here.',
  whileAway: 'While you were away, or found out later',
  lately: 'Lately',
  seenAll: 'All looked at',
  seenDone: 'Marked as looked at',
  seeAllClocks: 'See all deadlines',
  isOver: 'No longer hot',
  tell: 'Told',
  tellHow: (name: string) => `How was the owner told about ${name}?`,
  toldDone: 'Recorded as told',
  toldAt: (when: string, how: string) => `Told ${when} (${how})`,
  ways: {
    teams: 'Teams',
    lineworks: 'LINE WORKS',
    slack: 'Slack',
    mail: 'mail',
    phone: 'phone',
    spoken: 'in person',
  },
  copy: 'Copy a text',
  copyFor: (chat: string) => `Copy for ${chat}`,
  copied: (chat: string) => `Copied a text to paste into ${chat}`,
  allow: 'Let this browser notify me',
  notifyCompany: 'Name the company in notifications',
  notifyCompanyHint:
    'Notifications of the system show on shared and locked screens too. They never show a name, a phone number or an address.',
} as const satisfies Translated<typeof source>;
