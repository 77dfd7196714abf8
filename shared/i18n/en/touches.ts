import type { Translated } from '#shared/i18n/translated.ts';
import type { touches as source } from '#shared/i18n/ja/touches.ts';

/** Texts of recording a contact. */
export const touches = {
  title: 'Record a contact',
  hint: 'Keys 1 to 7 record it. It is saved at once and can be undone.',
  ways: {
    phone: 'Phone',
    mail: 'Mail',
    visit: 'Visit',
    visitIn: 'They visited',
    web: 'Web meeting',
    chat: 'Chat',
    letter: 'Letter or fax',
  },
  direction: 'Who began',
  directions: { usual: 'Usual', out: 'We did', in: 'They did' },
  reached: 'Spoke with the person',
  reachedAs: { usual: 'Usual', yes: 'Yes', no: 'No' },
  twoWay: 'spoke',
  attempt: 'tried',
  note: 'Note (optional)',
  recorded: (way: string) => `Recorded: ${way}`,
  other: 'Record an enquiry, a request or another event',
  backToWays: 'Choose how you were in touch',
} as const satisfies Translated<typeof source>;
