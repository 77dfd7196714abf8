import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordEvents } from '#electron/backend/events/events.ts';
import { addDays, day } from '#shared/domain/base/days.ts';
import { below, seeded } from '#shared/domain/base/seeded.ts';
import { BEHAVIOURS } from '#shared/domain/scoring/rules.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';
import { folder, succeed } from './stores.ts';

/** When the store was made. */
const MADE = '2026-11-20T01:00:00Z';
/** Ten days later many points have aged, so that a recompute has something to write. */
export const LATER = '2026-11-30T01:00:00Z';
const FIRST = day('2026-05-01');
const EVENTS = 10;
/** What people do often enough to fill a history; what makes anybody hot at once is left out. */
const KINDS = [...BEHAVIOURS.filter(kind => !/^triage|requested$|enquiry/.test(kind)), 'mail.sent'];
/** Leads written in one transaction. */
const BATCH = 5000;

/** A closed store of invented leads with ten events each over half a year, scored on the day it was made. Returns its path. */
export async function busyStore(leads: number): Promise<string> {
  const dir = join(folder, `busy-${leads}`);
  const path = join(dir, 'busy.db');
  if (existsSync(path)) return path;
  const maker = await testBackend({ dir, now: MADE });
  await maker.client.store.create({ path, sample: leads, seed: 7 });
  await addEvents(maker);
  await succeed(await maker.client.scoring.recompute({}));
  await maker.backend.stop();
  return path;
}

async function addEvents({ backend }: TestBackend): Promise<void> {
  const ctx = await backend.contextFor(undefined);
  const random = seeded(11);
  const count = (table: string): number =>
    Number(backend.keeper.store.raw.reader.prepare(`select count(*) from ${table}`).pluck().get());
  const each = EVENTS - Math.floor(count('events') / count('leads'));
  const ids = await ctx.read.selectFrom('leads').select('id').orderBy('id').execute();
  for (let i = 0; i < ids.length; i += BATCH)
    await ctx.write(null, async tx => {
      const events = ids.slice(i, i + BATCH).flatMap(({ id }) =>
        Array.from({ length: each }, () => ({
          uid: ctx.newId(),
          kind: KINDS[below(random, KINDS.length)] ?? 'page.case',
          leadId: id,
          occurredOn: addDays(FIRST, below(random, 200)),
          source: 'import' as const,
        })),
      );
      await recordEvents(tx, events);
    });
}
