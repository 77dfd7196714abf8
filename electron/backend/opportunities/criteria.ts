import type { Context } from '#electron/backend/context.ts';
import type { PatchOf, ReadDb } from '#electron/backend/db/access.ts';
import { AppError } from '#electron/backend/errors.ts';
import { criteria } from '#electron/backend/settings/agreements.ts';
import { activeVersion, changeAgreement, type Version } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import { type Criteria, unmetOf } from '#shared/domain/opportunities/criteria.ts';

/** The 商談化基準 in force. */
export async function getCriteria(ctx: Context): Promise<OutputOf<'opportunities', 'criteria'>> {
  const { n, activeFromOn, data } = await activeVersion(ctx.read, criteria, dayOf(ctx.now()));
  return { n, activeFromOn, criteria: data };
}

/** Agrees on them anew; a 商談 keeps the version it was ticked under. */
export const saveCriteria = async (
  ctx: Context,
  input: InputOf<'opportunities', 'saveCriteria'>,
): Promise<OutputOf<'opportunities', 'saveCriteria'>> =>
  await changeAgreement(ctx, { kind: 'opportunities.saveCriteria' }, criteria, () =>
    Promise.resolve({ next: input, result: {} }),
  );

/** What is stored of the ticks. Throws CRITERIA_NOT_MET while a required line is missing and nobody says why not. */
export async function checkCriteria(
  db: ReadDb,
  on: Day,
  { met, overrideReason }: { met: readonly string[]; overrideReason: string },
): Promise<{ version: Version<Criteria>; patch: PatchOf<'opportunities'> }> {
  const version = await activeVersion(db, criteria, on);
  const unmet = unmetOf(version.data, met);
  if (unmet.length > 0 && overrideReason === '') throw new AppError('CRITERIA_NOT_MET', { unmet });
  const known = version.data.items.map(({ id }) => id).filter(id => met.includes(id));
  const patch = {
    criteria: JSON.stringify({ n: version.n, met: known }),
    override_reason: unmet.length > 0 ? overrideReason : '',
  };
  return { version, patch };
}
