import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import { cardDays } from '#electron/backend/leads/known-people.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { MergeChoices } from '#shared/domain/duplicates/choices.ts';
import { moveBelongings } from './belongings.ts';
import { mergedRow } from './choose.ts';
import { listPairsOf, type PairRow } from './duplicates.repo.ts';
import { findLead, type LeadRecord, listFormer } from './merge.repo.ts';

/**
 * Merges of one operation. Every row is written so that undo brings both people back as they were; `finish` must end
 * it, because points and next actions are made anew once, for all merges together.
 */
export class Merging {
  readonly #ctx: Context;
  readonly #tx: WriteTx;
  readonly #before = new Map<number, LeadRecord>();

  constructor(ctx: Context, tx: WriteTx) {
    this.#ctx = ctx;
    this.#tx = tx;
  }

  /** Makes the other person part of the survivor. Throws MERGE_SAME_LEAD, and NOT_FOUND for somebody in the trash. */
  async join(survivorId: number, otherId: number, asked: Partial<MergeChoices> = {}): Promise<void> {
    if (survivorId === otherId) throw new AppError('MERGE_SAME_LEAD', {});
    const tx = this.#tx;
    const [survivor, other] = [await this.#take(survivorId), await this.#take(otherId)];
    const days = await cardDays(tx.read, [survivorId, otherId]);
    const patch = mergedRow(survivor, other, days, asked);
    const shown = { email: patch.email ?? survivor.email, phone: patch.phone ?? survivor.phone };
    await tx.bulk.update('leads', [{ ...patch, id: survivorId, updated_at: tx.at }]);
    const gone = { merged_into_id: survivorId, trashed_at: tx.at, cools_on: null, next_change_on: null };
    await tx.bulk.update('leads', [{ id: otherId, ...gone, updated_at: tx.at }]);
    await this.#leadOn(otherId, survivorId);
    tx.touch('leads');
    await moveBelongings(tx, survivorId, otherId, shown);
    await this.#settlePairs(survivorId, otherId);
    await recordEvents(tx, [
      {
        uid: this.#ctx.newId(),
        kind: 'lead.merged',
        leadId: survivorId,
        occurredOn: dayOf(tx.at),
        occurredAt: tx.at,
        source: 'user',
        data: { otherUid: other.uid },
      },
    ]);
  }

  /** Makes everything derived anew and records what became of the people. */
  async finish(): Promise<void> {
    const tx = this.#tx;
    const ids = [...this.#before.keys()];
    const rows = new Map<number, LeadRecord>();
    for (const id of ids) rows.set(id, await findLead(tx.read, id));
    const stays = (id: number): boolean => rows.get(id)?.merged_into_id === null;
    await refreshLeads(this.#ctx, tx, ids.filter(stays));
    for (const [id, before] of this.#before) {
      if (!stays(id)) await tx.bulk.removeSearch(id);
      const after = await findLead(tx.read, id);
      await tx.recordDifference('leads', { ...before }, { ...after });
    }
  }

  async #take(id: number): Promise<LeadRecord> {
    const row = await findLead(this.#tx.read, id);
    if (row.trashed_at !== null) throw new AppError('NOT_FOUND', { entity: 'lead' });
    this.#remember(row);
    return row;
  }

  #remember(row: LeadRecord): void {
    if (!this.#before.has(row.id)) this.#before.set(row.id, row);
  }

  /** Whoever was merged into the other person before leads straight to the survivor: one step, however many merges. */
  async #leadOn(otherId: number, survivorId: number): Promise<void> {
    const former = await listFormer(this.#tx.read, otherId);
    for (const row of former) this.#remember(row);
    const onward = former.map(({ id }) => ({ id, merged_into_id: survivorId }));
    await this.#tx.bulk.update('leads', onward);
  }

  /** The pair itself is merged; what was asked or said about the other person now concerns the survivor. */
  async #settlePairs(survivorId: number, otherId: number): Promise<void> {
    const tx = this.#tx;
    const pairs = await listPairsOf(tx.read, [survivorId, otherId]);
    const partner = (pair: PairRow, of: number): number =>
      pair.lead_id === of ? pair.other_id : pair.lead_id;
    const has = (pair: PairRow, id: number): boolean => pair.lead_id === id || pair.other_id === id;
    const own = new Map(
      pairs.filter(pair => has(pair, survivorId)).map(pair => [partner(pair, survivorId), pair]),
    );
    const decided = { decided_at: tx.at, member_id: tx.memberId };
    for (const pair of pairs.filter(pair => has(pair, otherId) && pair.state !== 'merged')) {
      const third = partner(pair, otherId);
      const known = own.get(third);
      if (third === survivorId) await tx.update('duplicates', pair.id, { state: 'merged', ...decided });
      else if (!known) {
        const [lead_id, other_id] = third > survivorId ? [third, survivorId] : [survivorId, third];
        await tx.update('duplicates', pair.id, { lead_id, other_id });
      } else {
        if (pair.state === 'different' && known.state === 'open')
          await tx.update('duplicates', known.id, { state: 'different', ...decided });
        await tx.remove('duplicates', pair.id);
      }
    }
  }
}
