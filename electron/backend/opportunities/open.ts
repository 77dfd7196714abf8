import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Day, Instant } from '#shared/domain/base/days.ts';
import type { Stage } from '#shared/domain/opportunities/stages.ts';
import { findOpenDeal, listUsedDeals } from './opportunities.repo.ts';

export interface NewDeal {
  readonly leadId: number;
  /** The day the appointment was made. */
  readonly appointmentOn: Day;
  /** When and where they are to meet, as far as it is known. */
  readonly meetingOn?: Day | null | undefined;
  readonly meetingAt?: Instant | null | undefined;
  readonly place?: string | undefined;
}

const START: Stage = 'appointment';

/**
 * Opens the 商談 of a person inside a write. Somebody who has an open one keeps it: a second appointment only says anew when and
 * where they meet. Returns its number and whether it is new.
 */
export async function openOpportunity(
  ctx: Pick<Context, 'newId'>,
  tx: WriteTx,
  deal: NewDeal,
): Promise<{ id: number; uid: string; isNew: boolean }> {
  const meeting = {
    ...(deal.meetingOn && { meeting_on: deal.meetingOn, meeting_at: deal.meetingAt ?? null }),
    ...(deal.place && { place: deal.place }),
  };
  const known = await findOpenDeal(tx.read, deal.leadId);
  if (known) {
    await tx.update('opportunities', known.id, { ...meeting, updated_at: tx.at });
    return { ...known, isNew: false };
  }
  const uid = ctx.newId();
  const row = {
    uid,
    lead_id: deal.leadId,
    stage: START,
    stage_on: deal.appointmentOn,
    appointment_on: deal.appointmentOn,
    met_on: null,
    accepted_on: null,
    meeting_on: null,
    meeting_at: null,
    place: '',
    amount: null,
    lost_reason: null,
    criteria: JSON.stringify({ n: 0, met: [] }),
    override_reason: '',
    note: '',
    created_at: tx.at,
    updated_at: tx.at,
    ...meeting,
  };
  const [id = 0] = await tx.insert('opportunities', [row]);
  return { id, uid, isNew: true };
}

/** Of these 商談, those that somebody went on with: taking back how they began does not take them away. */
export const usedDeals = async (db: ReadDb, ids: readonly number[]): Promise<Set<number>> =>
  await listUsedDeals(db, ids);
