import { readdir } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { printedListsOf } from '#electron/backend/calls/forget.ts';
import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { hideSuppressions } from '#electron/backend/mail/suppressions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { foldKey } from '#shared/domain/base/text.ts';
import { rememberErased } from './erased.ts';
import { insertErasures, listForgotten, listPointsOf, listWithMerged } from './forget.repo.ts';
import { forgetLeads } from './forget.ts';
import { leadIdOf } from './leads.ts';

/**
 * Erases somebody who asked for it: every row, note and trace in this store, the free space of its file included. An
 * opt-out of theirs stays, because it must go on being kept, and so does what an old list would bring them back by, both
 * as hashes; and two days without a name, so that rates already shown do not change. It cannot be undone. Throws NOT_FOUND, CONFIRM_DIFFERS when the name typed is not theirs.
 */
export async function eraseLead(
  ctx: Context,
  input: InputOf<'leads', 'erase'>,
): Promise<OutputOf<'leads', 'erase'>> {
  const leadId = await leadIdOf(ctx, input.uid);
  const [lead] = await listForgotten(ctx.read, [leadId]);
  if (!lead || foldKey(input.confirm) !== foldKey(lead.name || lead.companyName))
    throw new AppError('CONFIRM_DIFFERS', {});
  const operationUid = ctx.newId();
  const operation = { kind: 'leads.erase', undoable: false, uid: operationUid };
  const done = await ctx.write(operation, async tx => {
    const printedLists = await printedListsOf(tx, await listWithMerged(tx.read, [leadId]));
    await rememberErased(tx, [leadId]);
    const points = await listPointsOf(tx.read, await listWithMerged(tx.read, [leadId]));
    await hideSuppressions(tx, [lead.email, ...points.map(point => point.value)]);
    const { leads, sentMails } = await forgetLeads(tx, [leadId]);
    const isCounted =
      lead.trashedAt === null && (lead.companyKind === null || lead.companyKind === 'prospect');
    await insertErasures(
      tx,
      leads.map(({ id, uid }) =>
        id === leadId && isCounted
          ? { uid, acquiredOn: lead.acquiredOn, appointmentOn: lead.appointmentOn }
          : { uid, acquiredOn: null, appointmentOn: null },
      ),
    );
    return { printedLists, sentMails };
  });
  await ctx.store.scrub();
  return { operationUid, outside: { ...done, copies: await copiesBeside(ctx.store.path) } };
}

/** Copies of this store in its own folder, made by backup, restore or an upgrade; they still hold the person. */
async function copiesBeside(path: string): Promise<string[]> {
  const ending = extname(path);
  const stem = basename(path, ending);
  const files = await readdir(dirname(path));
  return files
    .filter(file => file !== basename(path) && file.startsWith(stem))
    .filter(file => file.endsWith('.bak') || (file.endsWith(ending) && /-(?:backup|replaced)-/.test(file)))
    .toSorted();
}
