import { join } from 'node:path';
import { recordEvents } from '#electron/backend/events/events.ts';
import { addDays, day } from '#shared/domain/base/days.ts';
import { below, seeded } from '#shared/domain/base/seeded.ts';
import { BEHAVIOURS } from '#shared/domain/scoring/rules.ts';
import { testBackend } from '#test/helpers/backend.ts';
import { folder, succeed } from './stores.ts';

/** When the store was made. */
export const MADE = '2026-11-20T01:00:00Z';
const FIRST = day('2026-05-01');
/** What people do often enough to fill a history; triage and requests that make anybody hot at once are left out. */
const KINDS = [...BEHAVIOURS.filter(kind => !/^triage|requested$|enquiry/.test(kind)), 'mail.sent'];
/** Leads written in one transaction. */
const BATCH = 5000;

/** A closed store of invented leads with ten events each over half a year, scored on the day it was made. Returns its path. */
export async function busyStore(leads: number): Promise<string> {
  const dir = join(folder, `busy-${leads}`);
  const path = join(dir, 'busy.db');
  const maker = await testBackend({ dir, now: MADE });
  await maker.client.store.create({ path, sample: leads, seed: 7 });
  const ctx = await maker.backend.contextFor(undefined);
  const random = seeded(11);
  const ids = (await ctx.read.selectFrom('leads').select('id').orderBy('id').execute()).map(row => row.id);
  const missing = Math.ceil((leads * 10 - (await countEvents(ctx.read))) / ids.length);
  for (let i = 0; i < ids.length; i += BATCH)
    await ctx.write(null, async tx => {
      const events = ids.slice(i, i + BATCH).flatMap(leadId =>
        Array.from({ length: missing }, () => ({
          uid: ctx.newId(),
          kind: KINDS[below(random, KINDS.length)] ?? 'page.case',
          leadId,
          occurredOn: addDays(FIRST, below(random, 200)),
          source: 'import' as const,
        })),
      );
      await recordEvents(tx, events);
    });
  await succeed(await maker.client.scoring.recompute({}));
  await maker.backend.stop();
  return path;
}

async function countEvents(
  db: Awaited<ReturnType<Awaited<ReturnType<typeof testBackend>>['backend']['contextFor']>>['read'],
): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return row?.n ?? 0;
}
