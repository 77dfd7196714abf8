import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { recordPairs } from '#electron/backend/duplicates/record.ts';
import { AppError } from '#electron/backend/errors.ts';
import { planImport } from '#electron/backend/imports/plan-import.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { CheckedCard } from '#shared/contract/lead-create.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import type { ReadRow } from '#shared/domain/imports/plan.ts';
import type { RowResult } from '#shared/domain/imports/resolve.ts';
import { isAnonymous } from '#shared/domain/leads/card.ts';
import { cardKey } from './card-key.ts';
import { findUid } from './leads.repo.ts';
import { recipientsByUid } from './recipients.ts';
import { typedCard } from './typed-card.ts';
import { writePeople } from './write-cards.ts';

type About = InputOf<'leads', 'createMany'>['about'];
type TypedCards = InputOf<'leads', 'createMany'>['cards'];
type Saved = OutputOf<'leads', 'createMany'>['rows'];

/**
 * Adds one card by hand: cleaned and matched like a row of a file, so somebody the store knows is completed instead
 * of doubled. Throws LEAD_NEEDS_NAME without 会社 and 氏名.
 */
export async function createLead(
  ctx: Context,
  input: InputOf<'leads', 'create'>,
): Promise<OutputOf<'leads', 'create'>> {
  const rows = readCards(ctx, [input]);
  const operationUid = ctx.newId();
  const data = { name: input.name || input.companyName };
  const [saved] = await ctx.write(
    { kind: 'leads.create', data, uid: operationUid },
    async tx => await save(ctx, tx, rows, input),
  );
  if (!saved) throw new AppError('LEAD_NEEDS_NAME', {});
  return { operationUid, ...saved };
}

/** Adds several cards as one operation. Throws LEAD_NEEDS_NAME when one of them has neither 会社 nor 氏名. */
export async function createLeads(
  ctx: Context,
  input: InputOf<'leads', 'createMany'>,
): Promise<OutputOf<'leads', 'createMany'>> {
  const rows = readCards(ctx, input.cards);
  const operationUid = ctx.newId();
  const operation = { kind: 'leads.createMany', data: { count: rows.length }, uid: operationUid };
  return {
    operationUid,
    rows: await ctx.write(operation, async tx => await save(ctx, tx, rows, input.about)),
  };
}

/** What saving these cards would do to each. Writes nothing. */
export async function checkCards(
  ctx: Context,
  input: InputOf<'leads', 'check'>,
): Promise<OutputOf<'leads', 'check'>> {
  const rows = input.cards.map((typed, i) => readRow(typed, i, today(ctx)));
  const plan = await planImport(ctx.read, rows, today(ctx));
  const uids = plan.rows.flatMap(row => [row.uid ?? '', ...row.candidates.map(c => c.uid)]);
  const known = await recipientsByUid(ctx.read, [...new Set(uids.filter(isStored))]);
  return plan.rows.map((row): CheckedCard => {
    const meant = row.candidates.length > 0 ? row.candidates.map(c => c.uid) : [row.uid ?? ''];
    const people = meant.flatMap(uid => known.get(uid) ?? []);
    return {
      outcome: row.outcome === 'blank' ? 'setAside' : row.outcome,
      reason: row.reason === null ? null : { code: row.reason, params: {} },
      people: people.map(({ uid, name, company, trashed }) => ({
        uid,
        name,
        companyName: company,
        inTrash: trashed,
      })),
      sameAs: earlierCard(row),
    };
  });
}

const isStored = (uid: string): boolean => uid !== '' && !uid.startsWith('new:');

/** The card typed before that brought the person this one belongs to. */
function earlierCard(row: RowResult): number | null {
  const line = row.uid?.startsWith('new:') ? Number(row.uid.slice('new:'.length)) : row.line;
  return line === row.line ? null : line - 1;
}

const today = (ctx: Context): Day => dayOf(ctx.now());

function readRow(typed: TypedCards[number], index: number, on: Day): ReadRow {
  const card = typedCard(typed, on);
  const line = index + 1;
  return isAnonymous(card) ? { line, reason: 'noNameNoCompany' } : { line, card, key: cardKey(card) };
}

function readCards(ctx: Context, cards: TypedCards): ReadRow[] {
  const rows = cards.map((typed, i) => readRow(typed, i, today(ctx)));
  if (rows.some(row => !('card' in row))) throw new AppError('LEAD_NEEDS_NAME', {});
  return rows;
}

async function save(ctx: Context, tx: WriteTx, rows: readonly ReadRow[], about: About): Promise<Saved> {
  const plan = await planImport(tx.read, rows, today(ctx));
  const origin = {
    channel: about.channel,
    eventName: about.eventName,
    consentBasis: about.consentBasis,
    metOn: about.acquiredOn ?? today(ctx),
    ownerOf: () => ctx.member?.id ?? null,
    importId: null,
    source: 'user' as const,
  };
  const ids = await writePeople(ctx, tx, plan.people, origin, () => Promise.resolve());
  await recordPairs(ctx, tx, plan.rows, ids, null);
  const saved: Saved = [];
  for (const row of plan.rows) {
    const leadId = ids.get(row.uid ?? '');
    const uid = leadId === undefined ? (row.uid ?? '') : await findUid(tx.read, leadId);
    saved.push({ uid, outcome: outcomeOf(row.outcome) });
  }
  return saved;
}

/** A typed card always has a name or a company, so it is never set aside. */
function outcomeOf(outcome: string): Saved[number]['outcome'] {
  if (outcome === 'new' || outcome === 'filled' || outcome === 'updated' || outcome === 'asked')
    return outcome;
  throw new AppError('LEAD_NEEDS_NAME', {});
}
