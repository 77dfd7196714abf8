import type { Sla, Timing } from '#shared/domain/sla/agreement.ts';
import type { Catalogue } from './index.ts';

/** What makes a lead hot: gates that are switched on, in points, and events that need no points. */
export interface HotRule {
  readonly fit: number | null;
  readonly engagement: number | null;
  readonly total: number | null;
  readonly interest: readonly string[];
}

/** The definition of a hot lead in sentences, as the rules of the points have it today. */
export function hotSentences(t: Catalogue, { fit, engagement, total, interest }: HotRule): string[] {
  const { sla } = t;
  const parts = [
    ...(total === null ? [] : [sla.hotTotal(total)]),
    ...(fit === null ? [] : [sla.hotFit(fit)]),
    ...(engagement === null ? [] : [sla.hotEngagement(engagement)]),
  ];
  const kinds = interest.map(kind => (t.leads.eventKinds as Readonly<Record<string, string>>)[kind] ?? kind);
  return [
    ...(parts.length === 0 ? [] : [sla.hotByPoints(parts.join(sla.hotAnd))]),
    ...(kinds.length === 0 ? [] : [sla.hotInterest(kinds.join(sla.hotListJoin))]),
  ];
}

/** Each promise and until when it is to be kept. */
export const timingRows = (t: Catalogue, timing: Timing): readonly (readonly [string, string])[] => [
  [t.sla.toldWithin, t.sla.readings[timing.told.reading]],
  [t.sla.contactWithin, t.sla.contactText(timing.contact.days, timing.contact.reading)],
  [t.sla.acceptWithin, t.sla.readings[timing.accept.reading]],
];

const orNotSet = (t: Catalogue, value: number | null, text: (value: number) => string): string =>
  value === null ? t.sla.notSet : text(value);

export const marketingRows = (
  t: Catalogue,
  { leadsPerMonth, hotPerMonth }: Sla['marketing'],
): readonly (readonly [string, string])[] => [
  [t.sla.leadsPerMonth, orNotSet(t, leadsPerMonth, t.sla.perMonth)],
  [t.sla.hotPerMonth, orNotSet(t, hotPerMonth, t.sla.perMonth)],
];

export const salesRows = (
  t: Catalogue,
  { contactPercent, conversionPercent }: Sla['sales'],
): readonly (readonly [string, string])[] => [
  [t.sla.contactPercent, orNotSet(t, contactPercent, t.sla.percent)],
  [t.sla.conversionPercent, orNotSet(t, conversionPercent, t.sla.percent)],
];

/** When it is looked at again, and by whom. */
export const reviewSentence = (t: Catalogue, { rhythm, weekday }: Sla['review']): string =>
  t.sla.reviewText(t.sla.rhythms[rhythm], t.sla.weekdays[weekday - 1] ?? '');
