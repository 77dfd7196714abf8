import type { Behaviour, BehaviourRule, ScoringRules, Validity } from './rules.ts';

/** Half a year: an old interest should not keep a lead warm for ever. */
const halfYear: Validity = { mode: 'window', days: 180 };

const behaviour = (
  kind: Behaviour,
  points: number,
  counting: BehaviourRule['counting']['mode'],
  validity: Validity = halfYear,
): BehaviourRule => ({
  kind,
  points,
  counting: counting === 'daily' ? { mode: 'daily', limit: 1 } : { mode: counting },
  validity,
});

/** The points a new store starts with. Size, department, industry and region wait for a chosen target. */
export const defaultRules: ScoringRules = {
  caps: { fit: 40, engagement: 60 },
  attributes: [
    { attribute: 'titleRank', points: 30, targets: [1, 2, 3, 4] },
    { attribute: 'titleRank', points: 15, targets: [5] },
    { attribute: 'titleRank', points: 10, targets: [6] },
    { attribute: 'employees', points: 10, min: null, max: null },
    { attribute: 'departmentFunction', points: 10, targets: [] },
    { attribute: 'industry', points: 10, targets: [] },
    { attribute: 'prefecture', points: 5, targets: [] },
  ],
  behaviours: [
    behaviour('card.exchanged', 20, 'once', { mode: 'halfLife', days: 30 }),
    behaviour('triage.B', 20, 'once'),
    behaviour('material.requested', 20, 'daily'),
    behaviour('seminar.attended', 20, 'daily'),
    behaviour('mail.replied', 30, 'daily'),
    behaviour('call.reached', 15, 'daily'),
    behaviour('page.pricing', 15, 'daily'),
    behaviour('page.case', 10, 'daily'),
  ],
  bands: {
    mid: { enter: 40, leave: 35 },
    hot: {
      fit: { on: true, min: 30 },
      engagement: { on: true, min: 50 },
      total: { on: true, min: 80 },
      leave: 70,
    },
  },
  explicitInterest: {
    kinds: [
      'triage.A',
      'enquiry.received',
      'quote.requested',
      'demo.requested',
      'visit.requested',
      'call.requested',
    ],
    holdDays: 30,
  },
  blockingGates: ['competitor', 'student', 'supplier', 'own'],
};
