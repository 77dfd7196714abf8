import { defaultRules } from './defaults.ts';
import type { AttributeRule, BehaviourRule, ScoringRules, Validity } from './rules.ts';

/** Sets of rules to start from, by the trade of the team. */
export const TEMPLATES = ['neutral', 'manufacturing', 'it', 'printing', 'trading', 'services'] as const;
export type Template = (typeof TEMPLATES)[number];

/** What a trade changes about the neutral rules: whom it sells to, what shows interest there, how long it lasts. */
type Trade = {
  readonly departments: readonly string[];
  /** Letters of the Japan Standard Industrial Classification. */
  readonly industries: readonly string[];
  readonly employeesFrom: number | null;
  /** Points of behaviour that means more or less there. */
  readonly points: Readonly<Partial<Record<BehaviourRule['kind'], number>>>;
  /** Days an interest counts: as long as people take to decide. */
  readonly windowDays: number;
  /** Days after which a card exchanged is worth half. */
  readonly cardHalfLife: number;
};

/** Buying takes half a year and more where machines, samples and approvals are needed, weeks where it is printed matter. */
const TRADES: Readonly<Record<Exclude<Template, 'neutral'>, Trade>> = {
  manufacturing: {
    departments: ['production', 'research', 'purchasing'],
    industries: ['E', 'D', 'F'],
    employeesFrom: 50,
    points: { 'material.requested': 20, 'visit.requested': 30, 'seminar.attended': 15, 'page.case': 15 },
    windowDays: 365,
    cardHalfLife: 60,
  },
  it: {
    departments: ['it', 'planning', 'marketing'],
    industries: ['E', 'G', 'I', 'J', 'L'],
    employeesFrom: 100,
    points: { 'demo.requested': 30, 'seminar.attended': 20, 'page.pricing': 20 },
    windowDays: 180,
    cardHalfLife: 30,
  },
  printing: {
    departments: ['marketing', 'sales', 'planning'],
    industries: ['E', 'I', 'M', 'O', 'P'],
    employeesFrom: null,
    points: { 'quote.requested': 30, 'material.requested': 25, 'page.case': 15 },
    windowDays: 90,
    cardHalfLife: 30,
  },
  trading: {
    departments: ['purchasing', 'sales', 'production'],
    industries: ['E', 'I'],
    employeesFrom: 20,
    points: { 'quote.requested': 30, 'call.reached': 20, 'page.pricing': 20 },
    windowDays: 120,
    cardHalfLife: 45,
  },
  services: {
    departments: ['hr', 'planning', 'accounting'],
    industries: ['E', 'G', 'I', 'L', 'M', 'N', 'P'],
    employeesFrom: 30,
    points: { 'seminar.attended': 25, 'material.requested': 20, 'page.case': 15 },
    windowDays: 180,
    cardHalfLife: 45,
  },
};

const aged = (validity: Validity, { windowDays, cardHalfLife }: Trade): Validity =>
  validity.mode === 'halfLife'
    ? { mode: 'halfLife', days: cardHalfLife }
    : { mode: 'window', days: windowDays };

function attributeFor(rule: AttributeRule, trade: Trade): AttributeRule {
  if (rule.attribute === 'departmentFunction') return { ...rule, targets: [...trade.departments] };
  if (rule.attribute === 'industry') return { ...rule, targets: [...trade.industries] };
  if (rule.attribute === 'employees') return { ...rule, min: trade.employeesFrom };
  return rule;
}

/** The behaviours of a trade: those everybody has, and those that only matter there. */
function behavioursFor(trade: Trade): BehaviourRule[] {
  const known = defaultRules.behaviours.map(rule => ({
    ...rule,
    points: trade.points[rule.kind] ?? rule.points,
    validity: aged(rule.validity, trade),
  }));
  const kinds = Object.keys(trade.points) as BehaviourRule['kind'][];
  const further = kinds.filter(kind => !known.some(rule => rule.kind === kind));
  return [
    ...known,
    ...further.map(
      (kind): BehaviourRule => ({
        kind,
        points: trade.points[kind] ?? 0,
        counting: { mode: 'daily', limit: 1 },
        validity: { mode: 'window', days: trade.windowDays },
      }),
    ),
  ];
}

/** The rules a trade starts from. Region is never preset: only the team knows where it sells. */
export function templateRules(template: Template): ScoringRules {
  if (template === 'neutral') return defaultRules;
  const trade = TRADES[template];
  return {
    ...defaultRules,
    attributes: defaultRules.attributes.map(rule => attributeFor(rule, trade)),
    behaviours: behavioursFor(trade),
  };
}
