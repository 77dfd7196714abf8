import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cycleSince } from '#shared/domain/calls/candidate.ts';
import { day } from '#shared/domain/base/days.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { callListFloor, type CallListResult } from './floors/call-list.ts';
import type { Bench } from './pairs.ts';
import { addedRows, counts } from './rows.ts';
import { copyStore, folder, timed, withBackend } from './stores.ts';

const NOW = '2026-11-24T01:00:00Z';
const [TODAY, LAST_ON] = [day('2026-11-24'), '2026-11-27'];
const CALLERS = 10;

/** A closed store of sample people whom ten members call. */
async function storeOf(leads: number): Promise<string> {
  const dir = join(folder, `calls-${leads}`);
  const path = join(dir, 'calls.db');
  if (existsSync(path)) return path;
  const maker = await testBackend({ dir, now: NOW });
  await maker.client.store.create({ path, sample: leads, seed: 7 });
  for (const { uid } of await maker.client.members.list({}))
    await maker.client.members.save({ uid, name: uid.slice(-6), roles: ['inside'] });
  const there = (await maker.client.members.list({})).length;
  for (let i = there; i < CALLERS; i++)
    await maker.client.members.save({ name: `電話担当${i}`, roles: ['inside'] });
  await maker.backend.stop();
  return path;
}

/** The week's lists of ten callers, 400 rows, from the call to the committed rows. */
export async function callListBench(leads: number, limit: number): Promise<Bench> {
  const base = await storeOf(leads);
  const product = async (): Promise<number> =>
    await withBackend(
      base,
      { name: 'call-list', now: NOW },
      async ({ client }) => await timed(async () => await client.callLists.generate({})),
    );
  await product();
  const after = copyStore(join(folder, 'call-list', 'dosen.db'), 'call-list-after').path;
  const result: CallListResult = {
    rows: CALLERS * 40,
    lastOn: LAST_ON,
    since: cycleSince(TODAY),
    added: addedRows(base, after),
  };
  const floor = async (): Promise<number> => {
    const { path } = copyStore(base, 'call-list-floor');
    return await timed(() => callListFloor(path, result));
  };
  await floor();
  const [mine, bare] = [after, join(folder, 'call-list-floor', 'dosen.db')].map(path => counts(path));
  if (JSON.stringify(mine) !== JSON.stringify(bare) || mine?.['call_list_rows'] !== result.rows)
    throw new Error(`the two sides differ:\n${JSON.stringify(mine)}\n${JSON.stringify(bare)}`);
  return { name: `list of ${result.rows} from ${leads}`, limit, product, floor };
}
