import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { calendar, callRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { callAfterMaterial } from '#shared/domain/calls/next-action.ts';
import { findCalledLead } from './calls.repo.ts';
import { nextPatch } from './next-patch.ts';

/** Somebody who waited for material is called by the rule once something went out to them in writing. */
export async function callOnceSent(tx: WriteTx, leadId: number, sentOn: Day): Promise<void> {
  const lead = await findCalledLead(tx.read, leadId);
  if (lead.next_kind !== 'sendMaterial') return;
  // A letter of last month, noted only now, is not what was asked for since.
  const asked = (await eventsOf(tx.read, [leadId])).findLast(
    ({ kind, data }) => kind === 'call' && data['outcome'] === 'material',
  );
  if (asked && sentOn < asked.occurredOn) return;
  const { data: cal } = await activeVersion(tx.read, calendar, sentOn);
  const { data: rules } = await activeVersion(tx.read, callRules, sentOn);
  await tx.update('leads', leadId, nextPatch(callAfterMaterial(cal, rules, sentOn)));
}
