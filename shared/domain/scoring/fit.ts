import type { Attributes, Employees } from './facts.ts';
import type { LedgerRow } from './ledger-row.ts';
import { ATTRIBUTES, type Attribute, type AttributeRule, type ScoringRules } from './rules.ts';

/** An unknown attribute that could bring points, and how many at most with the cap respected. */
export type Missing = { readonly attribute: Attribute; readonly upTo: number };

/** Ranges touch: 100–299 employees fit a target of 200 and more. */
const overlaps = (have: Employees, min: number | null, max: number | null): boolean =>
  (have.max ?? Infinity) >= (min ?? 0) && (have.min ?? 0) <= (max ?? Infinity);

const isOn = (rule: AttributeRule): boolean =>
  rule.attribute === 'employees' ? rule.min !== null || rule.max !== null : rule.targets.length > 0;

function matches(rule: AttributeRule, attributes: Attributes): boolean {
  if (!isOn(rule)) return false;
  if (rule.attribute === 'employees')
    return attributes.employees !== null && overlaps(attributes.employees, rule.min, rule.max);
  if (rule.attribute === 'titleRank')
    return attributes.titleRank !== null && rule.targets.includes(attributes.titleRank);
  const value = attributes[rule.attribute];
  return value !== null && rule.targets.includes(value);
}

function shown(attributes: Attributes, attribute: Attribute): string | null {
  const value = attributes[attribute];
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  return `${value.min ?? ''}-${value.max ?? ''}`;
}

const mostPoints = (rules: readonly AttributeRule[]): number =>
  rules.reduce((most, rule) => Math.max(most, rule.points), 0);

/** One row per attribute that matches, worth its best rule. */
export function fitRows(attributes: Attributes, rules: ScoringRules): LedgerRow[] {
  return ATTRIBUTES.flatMap((attribute): LedgerRow[] => {
    const hits = rules.attributes.filter(rule => rule.attribute === attribute && matches(rule, attributes));
    const points = mostPoints(hits);
    if (points === 0) return [];
    const value = shown(attributes, attribute);
    return [{ side: 'fit', rule: attribute, points, base: points, value, eventUid: null, occurredOn: null }];
  });
}

/** What to ask for: unknown attributes with an active rule. `fit` is the present sum with its cap. */
export function missingAttributes(attributes: Attributes, rules: ScoringRules, fit: number): Missing[] {
  const room = rules.caps.fit - fit;
  return ATTRIBUTES.flatMap(attribute => {
    if (attributes[attribute] !== null) return [];
    const active = rules.attributes.filter(rule => rule.attribute === attribute && isOn(rule));
    const upTo = Math.min(room, mostPoints(active));
    return upTo > 0 ? [{ attribute, upTo }] : [];
  });
}
