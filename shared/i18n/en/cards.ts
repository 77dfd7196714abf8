const n = (value: number): string => value.toLocaleString('en-US');
const of = (value: number, one: string, many: string): string => `${n(value)} ${value === 1 ? one : many}`;

/** Texts of typing several cards. */
export const cards = {
  title: 'Type cards',
  lead: 'A company or a name is enough. Paste from Excel works too.',
  table: 'Cards',
  row: (at: number) => `Row ${n(at)}`,
  cell: (field: string, at: number) => `${field}, row ${n(at)}`,
  status: 'When saved',
  waiting: 'Looking',
  outcomes: {
    new: 'New person',
    filled: 'Known, completed',
    updated: 'Known, corrected',
    asked: 'Looks like somebody',
    setAside: 'Needs a company or a name',
  },
  inTrash: 'In the trash',
  sameAs: (at: number) => `Same as row ${n(at)}`,
  removeRow: (at: number) => `Remove row ${n(at)}`,
  acquiredOn: 'Met on',
  save: (count: number) => `Save ${n(count)}`,
  saved: (count: number) => `Saved ${of(count, 'card', 'cards')}`,
  sum: (made: number, known: number, asked: number) =>
    `${n(made)} new, ${n(known)} known, ${n(asked)} look-alikes`,
  asked: 'Look-alikes are saved as people of their own; look at them later under duplicates.',
  trashAsked: 'A card of somebody in the trash is not saved. Open the name and take them out first.',
  nextRow: 'Next row',
} as const;
