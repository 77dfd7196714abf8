import { z } from 'zod';

/** Event kinds that a rule may give points for. Other kinds in a lead's history score nothing. */
export const BEHAVIOURS = [
  'card.exchanged',
  'triage.A',
  'triage.B',
  'triage.C',
  'triage.X',
  'material.requested',
  'seminar.attended',
  'mail.replied',
  'call.reached',
  'page.pricing',
  'page.case',
  'enquiry.received',
  'quote.requested',
  'demo.requested',
  'visit.requested',
  'call.requested',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];
/** Points somebody gave by hand, with a reason: `data.points`, whole, either sign. Needs no rule. */
export const MANUAL_POINTS = 'points.manual';

/** What points by hand carry. */
export const zManualPoints = z.object({
  points: z
    .int()
    .min(-100)
    .max(100)
    .refine(points => points !== 0, 'nothing'),
  reason: z.string().trim().min(1).max(200),
});

export const ATTRIBUTES = ['titleRank', 'departmentFunction', 'industry', 'employees', 'prefecture'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** What keeps a person out of something. Never negative points. The last four are the kind of the company. */
export const GATES = [
  'competitor',
  'student',
  'optedOut',
  'doNotCall',
  'customer',
  'partner',
  'supplier',
  'own',
] as const;
export type Gate = (typeof GATES)[number];

const zPoints = z.int().min(0).max(100);
const zDays = z.int().min(1).max(3650);

/** A rule without a target (empty list, no bounds) is switched off: it gives nothing and misses nothing. */
export const zAttributeRule = z.discriminatedUnion('attribute', [
  z.object({
    attribute: z.literal('titleRank'),
    points: zPoints,
    targets: z.array(z.int().min(1).max(8)),
  }),
  z.object({
    attribute: z.enum(['departmentFunction', 'industry', 'prefecture']),
    points: zPoints,
    targets: z.array(z.string().min(1)),
  }),
  z.object({
    attribute: z.literal('employees'),
    points: zPoints,
    min: z.int().min(0).nullable(),
    max: z.int().min(0).nullable(),
  }),
]);
export type AttributeRule = z.infer<typeof zAttributeRule>;

/** Which of several events of one kind count: the latest, each, or at most `limit` of one day. */
const zCounting = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('once') }),
  z.object({ mode: z.literal('each') }),
  z.object({ mode: z.literal('daily'), limit: z.int().min(1).max(100) }),
]);

/** How points age. `window` lasts `days` days with the first one included, `linear` reaches 0 after `days`. */
const zValidity = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('none') }),
  z.object({ mode: z.literal('window'), days: zDays }),
  z.object({ mode: z.literal('linear'), days: zDays }),
  z.object({ mode: z.literal('halfLife'), days: zDays }),
]);
export type Validity = z.infer<typeof zValidity>;

export const zBehaviourRule = z.object({
  kind: z.enum(BEHAVIOURS),
  points: zPoints,
  counting: zCounting,
  validity: zValidity,
});
export type BehaviourRule = z.infer<typeof zBehaviourRule>;

const zHotGate = z.object({ on: z.boolean(), min: z.int().min(0).max(100) });

const zBands = z
  .object({
    mid: z.object({ enter: zPoints, leave: zPoints }),
    /** Hot when every switched-on gate holds (none on: never by points); left when the total is below `leave`. */
    hot: z.object({ fit: zHotGate, engagement: zHotGate, total: zHotGate, leave: zPoints }),
  })
  .refine(bands => bands.mid.leave <= bands.mid.enter, { path: ['mid', 'leave'], message: 'above enter' })
  .refine(bands => bands.hot.leave <= bands.hot.total.min, {
    path: ['hot', 'leave'],
    message: 'above enter',
  });

/** One frozen version of the points: what `versions` holds under kind `scoring`. */
export const zScoringRules = z
  .object({
    caps: z.object({ fit: zPoints, engagement: zPoints }),
    attributes: z.array(zAttributeRule),
    behaviours: z.array(zBehaviourRule),
    bands: zBands,
    /** Events that make a lead hot at once and keep it so for `holdDays` days, whatever its points. */
    explicitInterest: z.object({ kinds: z.array(z.enum(BEHAVIOURS)), holdDays: zDays }),
    /** People behind one of these gates stay in the lowest band. */
    blockingGates: z.array(z.enum(GATES)),
  })
  .refine(rules => rules.caps.fit + rules.caps.engagement <= 100, { path: ['caps'], message: 'above 100' })
  .refine(rules => new Set(rules.behaviours.map(rule => rule.kind)).size === rules.behaviours.length, {
    path: ['behaviours'],
    message: 'two rules for one kind',
  });
export type ScoringRules = z.infer<typeof zScoringRules>;
