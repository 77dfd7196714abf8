import { type Assignment, type HandOverPlan, zAssignment, zHandOverPlan } from '#shared/contract/team.ts';
import {
  type BusinessCalendar,
  defaultCalendar,
  zBusinessCalendar,
} from '#shared/domain/calendar/calendar.ts';
import { type CallRules, defaultCallRules, zCallRules } from '#shared/domain/calls/call-rules.ts';
import { type CallScripts, noOwnScripts, zCallScripts } from '#shared/domain/calls/scripts.ts';
import { defaultListSettings, type ListSettings, zListSettings } from '#shared/domain/calls/list-settings.ts';
import { type SavedFormat, zSavedFormat } from '#shared/domain/imports/saved-format.ts';
import { type Criteria, defaultCriteria, zCriteria } from '#shared/domain/opportunities/criteria.ts';
import { z } from 'zod';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import { type ScoringRules, zScoringRules } from '#shared/domain/scoring/rules.ts';
import { defaultSla, type Sla, zSla } from '#shared/domain/sla/agreement.ts';
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

/** 対応期限 */
export const sla: VersionKind<Sla> = { kind: 'sla', schema: zSla, fallback: defaultSla };

/** 電話のルール */
export const callRules: VersionKind<CallRules> = {
  kind: 'callRules',
  schema: zCallRules,
  fallback: defaultCallRules,
};

/** トークスクリプト */
export const callScripts: VersionKind<CallScripts> = {
  kind: 'callScripts',
  schema: zCallScripts,
  fallback: noOwnScripts,
};

/** 商談化基準 */
export const criteria: VersionKind<Criteria> = {
  kind: 'criteria',
  schema: zCriteria,
  fallback: defaultCriteria,
};

/** 週の電話リスト */
export const callListSettings: VersionKind<ListSettings> = {
  kind: 'callListSettings',
  schema: zListSettings,
  fallback: defaultListSettings,
};

/** 担当の自動割り振り */
export const assignment: VersionKind<Assignment> = {
  kind: 'assignment',
  schema: zAssignment,
  fallback: { auto: false, rule: 'turns', memberUids: [] },
};

/** 退職・異動・担当替え, by the uid of the member; null once done or called off. */
export const handOverPlan: VersionKind<HandOverPlan | null> = {
  kind: 'handOver',
  schema: zHandOverPlan.nullable(),
  fallback: null,
};

/** A kind of import file and how it is read; null once it was forgotten. The key is a hash of its headers. */
export const mapping: VersionKind<SavedFormat | null> = {
  kind: 'mapping',
  schema: zSavedFormat.nullable(),
  fallback: null,
};

/** 名刺所有者: the compared name on cards → member, or null for nobody of the team. */
export const cardOwners: VersionKind<Record<string, string | null>> = {
  kind: 'cardOwners',
  schema: z.record(z.string(), z.string().nullable()),
  fallback: {},
};
