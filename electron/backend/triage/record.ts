import type { Context } from '#electron/backend/context.ts';
import type { PatchOf } from '#electron/backend/db/access.ts';
import { AppError } from '#electron/backend/errors.ts';
import {
  eventsOf,
  recordEvents,
  retractEventsByUid,
  type StoredEvent,
} from '#electron/backend/events/events.ts';
import { leadIdOf } from '#electron/backend/leads/leads.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { stopSequences } from '#electron/backend/mail/stop.ts';
import type { Band } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { rankOf } from './queue.ts';
import { findJudged, findTriageImport } from './triage.repo.ts';

type RecordInput = InputOf<'triage', 'record'>;

/**
 * Judges one card: the event, what X stops, the memo. An earlier judgement of the same card is retracted in the same
 * operation, so that undo brings it back and nothing counts twice. Throws NOT_FOUND.
 */
export async function recordTriage(ctx: Context, input: RecordInput): Promise<OutputOf<'triage', 'record'>> {
  const leadId = await leadIdOf(ctx, input.leadUid);
  const since = await sinceOf(ctx, input.importUid);
  const operationUid = ctx.newId();
  const { rank } = input;
  const judged = await ctx.write({ kind: 'triage.record', data: { rank }, uid: operationUid }, async tx => {
    const earlier = (await eventsOf(tx.read, [leadId])).filter(
      event => rankOf(event) !== null && event.recordedAt >= since,
    );
    const { stage } = await findJudged(tx.read, leadId);
    await retractEventsByUid(
      tx,
      earlier.map(event => event.uid),
    );
    const at = ctx.now();
    await recordEvents(tx, [
      {
        uid: ctx.newId(),
        kind: `triage.${rank}`,
        leadId,
        occurredOn: dayOf(at),
        occurredAt: at,
        source: 'user',
      },
    ]);
    if (rank === 'X') await stopSequences(tx, [leadId], 'notTarget');
    await tx.update('leads', leadId, { ...patchOf(input, stage, earlier), updated_at: tx.at });
    await refreshLeads(ctx, tx, [leadId]);
    return await findJudged(tx.read, leadId);
  });
  return { operationUid, rank, band: judged.band as Band, total: judged.total };
}

/** Judgements recorded before the import are about an earlier meeting and stay. */
async function sinceOf(ctx: Context, importUid: string | undefined): Promise<string> {
  if (importUid === undefined) return '';
  const found = await findTriageImport(ctx.read, importUid);
  if (!found) throw new AppError('NOT_FOUND', { entity: 'import' });
  return found.finishedAt;
}

/** X closes an open lead; any other judgement opens again what only an X had closed. */
function patchOf(input: RecordInput, stage: string, earlier: readonly StoredEvent[]): PatchOf<'leads'> {
  const memo = input.memo === undefined ? {} : { memo: input.memo };
  if (input.rank === 'X' && stage === 'open')
    return {
      ...memo,
      stage: 'closed',
      next_kind: 'none',
      next_on: null,
      next_at: null,
      next_reason: 'notTarget',
    };
  const wasX = earlier.at(-1)?.kind === 'triage.X';
  if (input.rank !== 'X' && stage === 'closed' && wasX) return { ...memo, stage: 'open' };
  return memo;
}
