import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Context } from '#electron/backend/context.ts';
import { countLeads } from '#electron/backend/leads/count.ts';
import { isPractice } from '#electron/backend/settings/settings.ts';
import type { StoreInfo } from '#shared/contract/store.ts';

/** What the open store is. */
export async function storeInfo(ctx: Context): Promise<StoreInfo> {
  const { path, readOnly } = ctx.keeper.store;
  const { read } = ctx.keeper.store;
  return {
    name: basename(path),
    path,
    practice: await isPractice(read),
    readOnly,
    sizeBytes: statSync(path).size,
    leads: await countLeads(read),
  };
}
