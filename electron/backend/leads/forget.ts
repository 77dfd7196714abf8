import { forgetListRows } from '#electron/backend/calls/forget.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { forgetEvents } from '#electron/backend/events/forget.ts';
import { forgetChanges } from '#electron/backend/history/forget.ts';
import { forgetImportRows } from '#electron/backend/imports/forget.ts';
import { forgetMails } from '#electron/backend/mail/forget.ts';
import { forgetDeals } from '#electron/backend/opportunities/forget.ts';
import { forgetClocks } from '#electron/backend/sla/forget.ts';
import {
  listDeserted,
  listForgotten,
  listOwnedUids,
  listPointsOf,
  listWithMerged,
  removeCompanies,
  removeLeads,
} from './forget.repo.ts';

export type ForgottenLead = Awaited<ReturnType<typeof listForgotten>>[number];

/**
 * Removes these leads and everything the store knows of them, merged ones too, so that nothing brings them back: no
 * undo, no history, no list. What stays says nothing about a person: kinds and days of events, lines of lists and files.
 */
export async function forgetLeads(
  tx: WriteTx,
  leadIds: readonly number[],
): Promise<{ leads: ForgottenLead[]; sentMails: number }> {
  const ids = await listWithMerged(tx.read, leadIds);
  const leads = await listForgotten(tx.read, ids);
  const points = await listPointsOf(tx.read, ids);
  const owned = await listOwnedUids(tx.read, ids);
  const addresses = [
    ...points.filter(point => point.kind === 'email').map(point => point.value),
    ...leads.map(lead => lead.email),
  ].filter(text => text !== '');
  // A number or an address that others share says nothing about whose card a row was.
  const personal = points.filter(point => ['email', 'mobile'].includes(point.kind) && point.is_role === 0);
  const rowUids = await forgetImportRows(
    tx,
    ids,
    personal.map(point => point.value),
  );
  await forgetListRows(tx, ids);
  const { sent } = await forgetMails(tx, ids, addresses);
  await forgetEvents(tx, ids);
  await forgetClocks(tx, ids);
  await forgetDeals(tx, ids);
  const companyIds = [...new Set(leads.flatMap(lead => lead.companyId ?? []))];
  await removeLeads(tx, ids);
  const deserted = await listDeserted(tx.read, companyIds);
  await removeCompanies(
    tx,
    deserted.map(company => company.id),
  );
  await forgetChanges(tx, {
    leadIds: ids,
    uids: [...[...leads, ...points, ...deserted].map(row => row.uid), ...owned, ...rowUids],
    texts: [...leads.map(lead => lead.name), ...points.flatMap(point => [point.value, point.key])].filter(
      text => text !== '',
    ),
  });
  return { leads, sentMails: sent };
}
