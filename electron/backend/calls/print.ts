import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { PrintChoice } from '#shared/contract/calls.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { inFileName } from '#shared/domain/base/text.ts';
import { geometryOf } from '#shared/domain/calls/print-layout.ts';
import { catalogue } from '#shared/i18n/index.ts';
import { callListHtml, callListPages } from '#shared/print/call-list.ts';
import { headOf } from './heads.ts';
import { listHeads, markPrinted, type StoredHead } from './lists.repo.ts';
import { printInput } from './print-input.ts';
import { listSheet } from './sheet.ts';

/** Pages that are made at the same time: as many as a laptop makes without getting slow. */
const AT_A_TIME = 5;

type Printed = OutputOf<'callLists', 'print'>['lists'][number];

/** The pages for the app's own preview: the very pages that are printed. */
export async function listHtml(
  ctx: Context,
  input: InputOf<'callLists', 'html'>,
): Promise<OutputOf<'callLists', 'html'>> {
  const printed = await printInput(ctx, await headOf(ctx, input.uid), input);
  return { html: callListHtml(printed, { fontBaseUrl: '/fonts/' }), pages: callListPages(printed) };
}

/**
 * One list, or all that were made together, each as a PDF and a sheet of its own: printed on both sides, no paper is
 * shared by two callers. The first print pins a list. Throws NOT_FOUND, PDF_ENGINE_MISSING, PDF_FAILED.
 */
export async function printLists(
  ctx: Context,
  input: InputOf<'callLists', 'print'>,
): Promise<OutputOf<'callLists', 'print'>> {
  const heads = await headsOf(ctx, input);
  const lists: Printed[] = [];
  for (let i = 0; i < heads.length; i += AT_A_TIME)
    lists.push(
      ...(await Promise.all(
        heads.slice(i, i + AT_A_TIME).map(async head => await printOne(ctx, head, input)),
      )),
    );
  return { lists };
}

async function headsOf(ctx: Context, input: { uid: string } | { batchUid: string }): Promise<StoredHead[]> {
  if ('uid' in input) return [await headOf(ctx, input.uid)];
  const heads = await listHeads(ctx.read, { batchUid: input.batchUid });
  if (heads.length === 0) throw new AppError('NOT_FOUND', { entity: 'callList' });
  return heads;
}

async function printOne(ctx: Context, head: StoredHead, choice: PrintChoice): Promise<Printed> {
  const printed = await printInput(ctx, head, choice);
  const bytes = await ctx.ports.printer.toPdf(callListHtml(printed, { fontBaseUrl: 'fonts/' }));
  if (!ctx.store.readOnly)
    await ctx.write(null, async tx => await markPrinted(tx, head.id, geometryOf(choice.layout).rows));
  const { fileName } = catalogue(printed.language).print;
  const pdf = await ctx.ports.files.give({
    name: `${fileName(head.number, inFileName(head.callerName ?? ''))}.pdf`,
    mediaType: 'application/pdf',
    bytes,
  });
  const sheet = await listSheet(ctx, { uid: head.uid });
  return {
    uid: head.uid,
    number: head.number,
    callerName: head.callerName,
    pages: callListPages(printed),
    pdf,
    sheet,
  };
}
