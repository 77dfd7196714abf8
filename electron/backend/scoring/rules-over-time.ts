import type { ReadDb } from '#electron/backend/db/access.ts';
import { scoringRules } from '#electron/backend/settings/agreements.ts';
import { allVersions } from '#electron/backend/settings/versions.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import { defaultRules } from '#shared/domain/scoring/defaults.ts';
import type { RulesOverTime } from '#shared/domain/scoring/replay.ts';
import type { ScoringRules } from '#shared/domain/scoring/rules.ts';

/** Rules with the number they were agreed under; 0 is the shipped default. */
export type Numbered = { readonly n: number; readonly data: ScoringRules };

/** The rules of each day as they were in force at its end. */
export async function rulesOverTime(db: ReadDb): Promise<RulesOverTime & { numbered(on: Day): Numbered }> {
  const versions = (await allVersions(db, scoringRules)).map(version => {
    const recordedOn = dayOf(version.recordedAt);
    return { ...version, from: version.activeFromOn > recordedOn ? version.activeFromOn : recordedOn };
  });
  const numbered = (on: Day): Numbered =>
    versions.findLast(({ from }) => from <= on) ?? { n: 0, data: defaultRules };
  return { days: versions.map(({ from }) => from), on: day => numbered(day).data, numbered };
}
