import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { isPractice, preferences } from '#electron/backend/settings/settings.ts';
import type { FileOut } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { type Card, zCard } from '#shared/domain/opportunities/card.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { handoverCardHtml } from '#shared/print/handover-card.ts';
import type { PageOptions } from '#shared/print/page.ts';
import { type FoundHandover, findHandover } from './handovers.repo.ts';

type Found = Omit<FoundHandover, 'card'> & { readonly card: Card };

async function found(ctx: Context, uid: string): Promise<Found> {
  const handover = await findHandover(ctx.read, uid);
  if (!handover) throw new AppError('NOT_FOUND', { entity: 'handover' });
  return { ...handover, card: zCard.parse(JSON.parse(handover.card)) };
}

/** A hand-over with its card as it was handed over. Throws NOT_FOUND. */
export async function getHandover(
  ctx: Context,
  { uid }: InputOf<'handovers', 'get'>,
): Promise<OutputOf<'handovers', 'get'>> {
  const { opportunityUid, leadUid, fromName, toName, madeAt, answer, card } = await found(ctx, uid);
  return {
    uid,
    opportunityUid,
    leadUid,
    fromName,
    toName,
    madeAt,
    answer: answer as 'accepted' | 'returned' | null,
    card,
  };
}

/** The card for the app's own preview: the very page that is printed. Throws NOT_FOUND. */
export const handoverHtml = async (
  ctx: Context,
  { uid }: InputOf<'handovers', 'html'>,
): Promise<OutputOf<'handovers', 'html'>> => ({
  html: await pageOf(ctx, await found(ctx, uid), { fontBaseUrl: '/fonts/' }),
});

/** The card as PDF. Throws NOT_FOUND, PDF_ENGINE_MISSING, PDF_FAILED. */
export async function printHandover(ctx: Context, { uid }: InputOf<'handovers', 'print'>): Promise<FileOut> {
  const handover = await found(ctx, uid);
  const bytes = await ctx.ports.printer.toPdf(await pageOf(ctx, handover, { fontBaseUrl: 'fonts/' }));
  const { title } = catalogue(await languageOf(ctx)).opportunities.sheet;
  return await ctx.ports.files.give({
    name: `${title}_${dayOf(handover.madeAt)}.pdf`,
    mediaType: 'application/pdf',
    bytes,
  });
}

const languageOf = async (ctx: Context) => (await preferences(ctx.read)).language ?? 'ja';

const pageOf = async (ctx: Context, { fromName, toName, madeAt, card }: Found, options: PageOptions) =>
  handoverCardHtml(
    {
      language: await languageOf(ctx),
      fromName: fromName ?? '',
      toName: toName ?? '',
      madeAt,
      card,
      printedAt: ctx.now(),
      practice: await isPractice(ctx.read),
    },
    options,
  );
