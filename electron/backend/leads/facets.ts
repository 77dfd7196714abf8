import type { Context } from '#electron/backend/context.ts';
import type { Facets } from '#shared/contract/leads.ts';
import {
  listImportCounts,
  listKindCounts,
  listOwnerCounts,
  listTagCounts,
  listValues,
} from './facets.repo.ts';

/** What the pickers of the filter offer, with how many leads outside the trash have each value. */
export async function leadFacets(ctx: Context): Promise<Facets> {
  const { read } = ctx;
  const byRank = (a: { value: string }, b: { value: string }): number => Number(a.value) - Number(b.value);
  return {
    owner: await listOwnerCounts(read),
    channel: await listValues(read, 'channel'),
    event: await listValues(read, 'event'),
    tag: await listTagCounts(read),
    prefecture: await listValues(read, 'prefecture'),
    titleRank: (await listValues(read, 'titleRank')).toSorted(byRank),
    departmentFunction: await listValues(read, 'departmentFunction'),
    companyKind: await listKindCounts(read),
    importUid: await listImportCounts(read),
  };
}
