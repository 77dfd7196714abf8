import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { searchQuery } from '#electron/backend/leads/search.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { storeOf } from './million.ts';
import type { Bench } from './pairs.ts';
import { folder, timed } from './stores.ts';

const NOW = '2026-11-20T01:00:00Z';
/** Two-character surnames that tens of thousands have, half a company, a number, two words at once, a rare name. */
const SEARCHES = [
  '佐藤',
  '鈴木',
  '髙橋',
  'システムズ',
  'ミナリス精機',
  '佐藤 太郎',
  '0300001234',
  'sato.1234',
];
const SHOWN = 50;

/**
 * The first 50 hits in the list's order with everything a row shows, through the contract, against the bare full-text
 * query that only names the hits: over all searches together, each asked once.
 */
export async function searchBench(leads: number, limit: number): Promise<Bench> {
  const dir = join(folder, 'search');
  mkdirSync(dir, { recursive: true });
  const path = await storeOf(dir, leads);
  const test = await testBackend({ dir, now: NOW });
  const bare = new BetterSqlite3(path, { readonly: true });
  const query = bare.prepare('select rowid from lead_search where lead_search match ?').pluck();
  const ask = async (search: string) => await test.client.leads.list({ search, limit: SHOWN });
  for (const search of SEARCHES) {
    const hits = query.all(searchQuery(search)).length;
    const { rows, total } = await ask(search);
    if (rows.length !== Math.min(SHOWN, hits) || total !== Math.min(1001, hits))
      throw new Error(`${search}: ${rows.length} of ${total} shown, the bare query finds ${hits}`);
  }
  return {
    name: `search among ${leads} leads`,
    limit,
    product: async () =>
      await timed(async () => {
        for (const search of SEARCHES) await ask(search);
      }),
    floor: async () =>
      await timed(() => {
        for (const search of SEARCHES) query.all(searchQuery(search));
      }),
    close: async () => {
      bare.close();
      await test.backend.stop();
    },
  };
}
