import type { Translated } from '#shared/i18n/translated.ts';
import type { history as source } from '#shared/i18n/ja/history.ts';

const n = (value: number): string => value.toLocaleString('en-US');

/** Texts of what was done and taking it back. */
export const history = {
  title: 'History',
  empty: 'Nothing has been done yet.',
  undone: (what: string) => `Undone: ${what}`,
  kept: (count: number) => `${n(count)} edited since then stay.`,
  isUndone: 'Undone',
  kinds: {
    'imports.run': 'Import',
    'imports.fixRows': 'Corrected rows',
    'imports.undo': 'Undo of an import',
    'mappings.save': 'File format saved',
    'mappings.remove': 'File format forgotten',
    'leads.create': 'Added a person',
    'leads.update': 'Edited details',
    'leads.trash': 'Move to trash',
    'leads.restore': 'Take out of the trash',
    'leads.erase': 'Erased a person',
    'leads.emptyTrash': 'Emptied the trash',
    'triage.record': 'Sorted a card',
    'leads.merge': 'Merge of two people',
    'duplicates.mergeMany': 'Merge of duplicates',
    'duplicates.answer': 'Answer about duplicates',
    'duplicates.scan': 'Search for duplicates',
    'events.record': 'Recorded a contact',
    'calls.record': 'Call result',
    'callLists.generate': 'Made a call list',
    'callLists.print': 'Printed a call list',
    'sequences.enroll': 'Started step mails',
    'suppressions.add': 'Recorded an opt-out',
    'baseline.save': 'Numbers from before',
    'members.save': 'Changed a member',
    'settings.savePreferences': 'Display settings',
    'scoring.recompute': 'Scored the leads',
    'mail.saveAccount': 'Sending set up',
    'mail.tick': 'Sent mail',
    'store.sample': 'Making the sample',
    'history.undo': 'Undo',
    'mail.saveSender': 'Sender set up',
    'store.create': 'Made a file',
  },
} satisfies Translated<typeof source>;
