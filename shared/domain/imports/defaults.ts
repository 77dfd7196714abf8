import type { Value, Values } from './cells.ts';

/** Fields that may be the same for everybody on a list. */
export const DEFAULT_FIELDS = [
  'company',
  'department',
  'title',
  'industry',
  'employees',
  'prefecture',
  'tags',
  'memo',
] as const;
export type Defaults = { [K in (typeof DEFAULT_FIELDS)[number]]?: string };

const NAMING = ['fullName', 'lastName', 'firstName', 'email'] as const;

/**
 * The cells of a row with a value for every field it leaves empty. A company by default needs somebody to belong to it:
 * a row without a name or an address stays a row without a name.
 */
export function withDefaults(values: Values, defaults: Defaults = {}): Values {
  const hasPerson = NAMING.some(field => values.has(field));
  const added = DEFAULT_FIELDS.flatMap((field): [(typeof DEFAULT_FIELDS)[number], Value[]][] => {
    const text = defaults[field] ?? '';
    const isWanted = text !== '' && !values.has(field) && hasPerson;
    return isWanted ? [[field, [{ text, header: '', set: 1 }]]] : [];
  });
  return added.length === 0 ? values : new Map([...values, ...added]);
}
