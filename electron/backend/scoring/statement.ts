import type { Context } from '#electron/backend/context.ts';
import { eventsOf } from '#electron/backend/events/events.ts';
import { getLead, leadIdOf } from '#electron/backend/leads/leads.ts';
import { isPractice, preferences } from '#electron/backend/settings/settings.ts';
import type { FileOut } from '#shared/contract/base.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { inFileName } from '#shared/domain/base/text.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { pointStatementHtml, type StatementInput } from '#shared/print/point-statement.ts';
import { explainLead } from './explain.ts';

type Source = NonNullable<ReturnType<StatementInput['sources']['get']>>;
type Asked = InputOf<'scoring', 'statementHtml'>;

/** The page for the app's own preview: the very page that is printed. Throws NOT_FOUND. */
export const statementHtml = async (ctx: Context, input: Asked): Promise<{ html: string }> => ({
  html: pointStatementHtml(await statementOf(ctx, input), { fontBaseUrl: '/fonts/' }),
});

/** 点数の明細 as PDF. Throws NOT_FOUND, PDF_ENGINE_MISSING, PDF_FAILED. */
export async function printStatement(ctx: Context, input: Asked): Promise<FileOut> {
  const statement = await statementOf(ctx, input);
  const bytes = await ctx.ports.printer.toPdf(pointStatementHtml(statement, { fontBaseUrl: 'fonts/' }));
  const { fileName } = catalogue(statement.language).scoring.statement;
  return await ctx.ports.files.give({
    name: `${fileName(inFileName(statement.who.name))}.pdf`,
    mediaType: 'application/pdf',
    bytes,
  });
}

async function statementOf(ctx: Context, input: Asked): Promise<StatementInput> {
  const explanation = await explainLead(ctx, input);
  const { name, companyName, title } = await getLead(ctx, { uid: input.uid });
  const id = await leadIdOf(ctx, input.uid);
  const events = await eventsOf(ctx.read, [id], { retracted: true });
  return {
    language: (await preferences(ctx.read)).language ?? 'ja',
    who: { name, companyName, title },
    explanation,
    sources: new Map(events.map(event => [event.uid, event.source as Source])),
    printedAt: ctx.now(),
    practice: await isPractice(ctx.read),
  };
}
