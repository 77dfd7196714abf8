import type { Context } from '#electron/backend/context.ts';
import type { ReadDb } from '#electron/backend/db/access.ts';
import { type LeadFilter, zLeadFilter } from '#shared/contract/lead-filter.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { countMatching, countOpenLeads } from './leads.repo.ts';

/** People in the store, without those in the trash. */
export const countLeads = async (db: ReadDb): Promise<number> => await countOpenLeads(db);

/** How many leads the list shows under this filter. */
export const countLeadsOf = async (ctx: Context, filter: Partial<LeadFilter>): Promise<number> =>
  await countMatching(ctx.read, { filter: zLeadFilter.parse(filter), today: dayOf(ctx.now()) });
