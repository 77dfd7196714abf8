import type { Context } from '#electron/backend/context.ts';
import { scoringRules, sla } from '#electron/backend/settings/agreements.ts';
import { isPractice, preferences } from '#electron/backend/settings/settings.ts';
import { activeVersion, changeAgreement } from '#electron/backend/settings/versions.ts';
import type { FileOut } from '#shared/contract/base.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { HotRule } from '#shared/i18n/sla-text.ts';
import type { PageOptions } from '#shared/print/page.ts';
import { type SlaSheetInput, slaSheetHtml } from '#shared/print/sla-sheet.ts';

/** The agreement in force and what makes a lead hot today. */
export const getSla = async (ctx: Context): Promise<OutputOf<'sla', 'get'>> => await agreedToday(ctx);

async function agreedToday(
  ctx: Context,
): Promise<Pick<SlaSheetInput, 'n' | 'activeFromOn' | 'sla'> & { hot: HotRule & { interest: string[] } }> {
  const on = dayOf(ctx.now());
  const { n, activeFromOn, data } = await activeVersion(ctx.read, sla, on);
  const { bands, explicitInterest } = (await activeVersion(ctx.read, scoringRules, on)).data;
  const min = (gate: { on: boolean; min: number }): number | null => (gate.on ? gate.min : null);
  const { fit, engagement, total } = bands.hot;
  return {
    n,
    activeFromOn,
    sla: data,
    hot: {
      fit: min(fit),
      engagement: min(engagement),
      total: min(total),
      interest: [...explicitInterest.kinds],
    },
  };
}

/** Agrees anew from today on; promises already running keep what they were made under. */
export const saveSla = async (
  ctx: Context,
  input: InputOf<'sla', 'save'>,
): Promise<OutputOf<'sla', 'save'>> =>
  await changeAgreement(ctx, { kind: 'sla.save' }, sla, () =>
    Promise.resolve({ next: input.sla, result: {} }),
  );

/** The sheet for the app's own preview: the very page that is printed. */
export const slaSheet = async (ctx: Context): Promise<OutputOf<'sla', 'html'>> => ({
  html: await sheet(ctx, { fontBaseUrl: '/fonts/' }),
});

/** The sheet as PDF. Throws PDF_ENGINE_MISSING, PDF_FAILED. */
export async function printSla(ctx: Context): Promise<FileOut> {
  const bytes = await ctx.ports.printer.toPdf(await sheet(ctx, { fontBaseUrl: 'fonts/' }));
  const language = await languageOf(ctx);
  return await ctx.ports.files.give({
    name: `${catalogue(language).sla.sheetTitle}.pdf`,
    mediaType: 'application/pdf',
    bytes,
  });
}

const languageOf = async (ctx: Context) => (await preferences(ctx.read)).language ?? 'ja';

async function sheet(ctx: Context, options: PageOptions): Promise<string> {
  const agreed = await agreedToday(ctx);
  return slaSheetHtml(
    {
      ...agreed,
      language: await languageOf(ctx),
      printedAt: ctx.now(),
      practice: await isPractice(ctx.read),
    },
    options,
  );
}
