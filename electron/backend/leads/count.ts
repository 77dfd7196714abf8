import type { ReadDb } from '#electron/backend/db/access.ts';
import { countOpenLeads } from './leads.repo.ts';

/** People in the store, without those in the trash. */
export const countLeads = async (db: ReadDb): Promise<number> => await countOpenLeads(db);
