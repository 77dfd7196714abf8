import type { ReadDb } from '#electron/backend/db/access.ts';
import { zLeadFilter } from '#shared/contract/lead-filter.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { listMatchingIds } from './bulk.repo.ts';
import {
  findLeadIdsByEmail,
  findRecipientsById,
  findRecipientsByUid,
  type LeadRecipient,
} from './recipients.repo.ts';

export type { LeadRecipient } from './recipients.repo.ts';

/** Leads as recipients, by uid; a merged lead's uid leads to the survivor. Missing ones are left out. */
export const recipientsByUid = async (
  db: ReadDb,
  uids: readonly string[],
): Promise<Map<string, LeadRecipient>> => await findRecipientsByUid(db, uids);

/** Leads as recipients, by their number inside the backend. */
export const recipientsById = async (
  db: ReadDb,
  ids: readonly number[],
): Promise<Map<number, LeadRecipient>> => await findRecipientsById(db, ids);

/** Rank C whose next step is a step mail. */
export const idsAwaitingMail = async (db: ReadDb, today: Day): Promise<number[]> =>
  await listMatchingIds(db, { filter: zLeadFilter.parse({ band: 'low', nextKind: 'stepMail' }), today });

/** The leads reached under one of these addresses. */
export const leadsWithEmail = async (db: ReadDb, emailKeys: readonly string[]): Promise<number[]> =>
  await findLeadIdsByEmail(db, emailKeys);
