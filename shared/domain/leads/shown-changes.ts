import type { LeadCardData } from './merge-card.ts';

/** Fields whose old and new value say something to a person; keys and parts of others do not. */
const FIELDS = [
  'companyName',
  'branch',
  'department',
  'title',
  'name',
  'kana',
  'email',
  'phone',
  'postalCode',
  'address',
  'url',
  'memo',
] as const satisfies readonly (keyof LeadCardData)[];

/** Lists whose new entries are shown: what a card adds to them. */
const LISTS = {
  points: (lead: LeadCardData) =>
    lead.points.map(point => (point.ext ? `${point.value} (${point.ext})` : point.value)),
  affiliations: (lead: LeadCardData) => lead.affiliations.map(affiliation => affiliation.companyName),
  tags: (lead: LeadCardData) => lead.tags,
  doNotCall: (lead: LeadCardData) => (lead.doNotCall ? ['✓'] : []),
} as const;

/** One changed field: old and new text. For a list `before` is empty and `after` holds the added entries, one per line. */
export interface ShownChange {
  field: (typeof FIELDS)[number] | keyof typeof LISTS;
  before: string;
  after: string;
}

/** What differs between two states of a person, in the order of a card. */
export function shownChanges(before: LeadCardData, after: LeadCardData): ShownChange[] {
  const fields = FIELDS.filter(field => before[field] !== after[field]).map(field => ({
    field,
    before: before[field],
    after: after[field],
  }));
  const shown = new Set(fields.map(change => change.after));
  const lists = (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap(field => {
    const known = new Set(LISTS[field](before));
    const added = LISTS[field](after).filter(entry => !known.has(entry) && !shown.has(entry));
    return added.length === 0 ? [] : [{ field, before: '', after: added.join('\n') }];
  });
  return [...fields, ...lists];
}
