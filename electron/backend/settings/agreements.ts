import {
  type BusinessCalendar,
  defaultCalendar,
  zBusinessCalendar,
} from '#shared/domain/calendar/calendar.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { type ScoringRules, zScoringRules } from '#shared/domain/scoring/rules.ts';
import type { VersionKind } from './versions.ts';

/** 点数のルール */
export const scoringRules: VersionKind<ScoringRules> = {
  kind: 'scoring',
  schema: zScoringRules,
  fallback: defaultRules,
};

/** 営業日 */
export const calendar: VersionKind<BusinessCalendar> = {
  kind: 'calendar',
  schema: zBusinessCalendar,
  fallback: defaultCalendar,
};
