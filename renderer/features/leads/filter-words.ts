import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import type { Facets } from '#shared/contract/leads.ts';
import type { Catalogue } from '#shared/i18n/index.ts';

export type FilterKey = Exclude<keyof LeadFilter, 'search' | 'view'>;

const word = (words: Readonly<Record<string, unknown>>, code: string): string => {
  const text = words[code];
  return typeof text === 'string' ? text : code;
};

/** One value of a condition in the words of the screen. */
export function valueWord(t: Catalogue, key: FilterKey, value: string, facets: Facets | undefined): string {
  switch (key) {
    case 'owner':
      if (value === 'none') return t.leadList.ownerNone;
      return facets?.owner.find(owner => owner.value === value)?.name ?? value;
    case 'importUid':
      return facets?.importUid.find(item => item.value === value)?.name ?? t.leadList.fields.importUid;
    case 'band':
      return word(t.common.band, value);
    case 'channel':
      return word(t.common.channel, value);
    case 'companyKind':
      return word(t.leads.kinds, value);
    case 'departmentFunction':
      return word(t.leadList.functions, value);
    case 'titleRank':
      return t.leadList.titleFrom(word(t.leads.titleRanks, value));
    case 'quietDays':
      return t.leadList.quietFor(Number(value));
    case 'nextKind':
      return word(t.leads.nextKinds, value);
    case 'stop':
      return word(t.journey.stops, value);
    case 'reached':
      if (value === 'start') return t.journey.everybody;
      return value === 'behaviour' ? t.journey.behaviour : word(t.journey.stops, value);
    case 'late':
      return word(t.journey.stuck, value);
    case 'edge':
      return word(t.journey.edges, value);
    case 'hasEmail':
    case 'hasPhone':
    case 'doNotCall':
      return value === 'true' ? t.leadList.has : t.leadList.hasNot;
    default:
      return value;
  }
}

export type Chip = { readonly key: FilterKey; readonly text: string };

/** The conditions of a filter as chips: `担当: 佐藤`. */
export function chipsOf(t: Catalogue, filter: LeadFilter, facets: Facets | undefined): Chip[] {
  const { search: _search, view: _view, trash: _trash, ...parts } = filter;
  return Object.entries(parts).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const key = name as Exclude<FilterKey, 'trash'>;
    const words = [value]
      .flat()
      .map(one => valueWord(t, key, typeof one === 'object' ? one.what : String(one), facets));
    return [{ key, text: `${t.leadList.fields[key]}: ${words.join('・')}` }];
  });
}
