import type { Context } from '#electron/backend/context.ts';
import { recordPairs } from '#electron/backend/duplicates/record.ts';
import { AppError } from '#electron/backend/errors.ts';
import { planImport } from '#electron/backend/imports/plan-import.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { cardKey } from './card-key.ts';
import { findUid } from './leads.repo.ts';
import { typedCard } from './typed-card.ts';
import { writePeople } from './write-cards.ts';

type CreateInput = InputOf<'leads', 'create'>;

/**
 * Adds one card by hand: cleaned and matched like a row of a file, so somebody the store knows is completed instead
 * of doubled. Throws LEAD_NEEDS_NAME without 会社 and 氏名.
 */
export async function createLead(ctx: Context, input: CreateInput): Promise<OutputOf<'leads', 'create'>> {
  const today = dayOf(ctx.now());
  const card = typedCard(input, today);
  if (card.company === null && card.person.key === '') throw new AppError('LEAD_NEEDS_NAME', {});
  const operationUid = ctx.newId();
  const name = input.name || input.companyName;
  const { uid, outcome } = await ctx.write(
    { kind: 'leads.create', data: { name }, uid: operationUid },
    async tx => {
      const plan = await planImport(tx.read, [{ line: 1, card, key: cardKey(card) }], today);
      const ids = await writePeople(ctx, tx, plan.people, originOf(ctx, input, today), () =>
        Promise.resolve(),
      );
      await recordPairs(ctx, tx, plan.rows, ids, null);
      const [row] = plan.rows;
      const leadId = ids.get(row?.uid ?? '');
      return {
        uid: leadId === undefined ? (row?.uid ?? '') : await findUid(tx.read, leadId),
        outcome: outcomeOf(row?.outcome),
      };
    },
  );
  return { operationUid, uid, outcome };
}

const originOf = (ctx: Context, input: CreateInput, today: ReturnType<typeof dayOf>) => ({
  channel: input.channel,
  eventName: input.eventName,
  consentBasis: input.consentBasis,
  metOn: input.acquiredOn ?? today,
  ownerOf: () => ctx.member?.id ?? null,
  importId: null,
  source: 'user' as const,
});

/** A typed card always has a name or a company, so it is never set aside. */
function outcomeOf(outcome: string | undefined): 'new' | 'filled' | 'updated' | 'asked' {
  if (outcome === 'new' || outcome === 'filled' || outcome === 'updated' || outcome === 'asked')
    return outcome;
  throw new AppError('LEAD_NEEDS_NAME', {});
}
