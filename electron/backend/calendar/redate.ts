import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { BrokenPromise, CalendarEffect } from '#shared/contract/calendar.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { isPromise, newDaysOff, redated } from '#shared/domain/calendar/redate.ts';
import { listDueOn, listNextDays } from './calendar.repo.ts';

/** Promises shown by name; the number says how many there are. */
const SHOWN = 100;
/** Leads moved between two turns. */
const BATCH = 500;

interface Redating {
  readonly moves: {
    id: number;
    next_on: Day;
    next_at: Awaited<ReturnType<typeof listDueOn>>[number]['nextAt'];
  }[];
  readonly effect: CalendarEffect;
}

/** What of the open dates from today on falls on a day that becomes a day off. */
export async function planRedating(
  db: ReadDb,
  before: BusinessCalendar,
  after: BusinessCalendar,
  today: Day,
): Promise<Redating> {
  const due = await listDueOn(db, newDaysOff(before, after, await listNextDays(db, today)));
  const promises = due.filter(lead => isPromise(lead) && lead.trashed_at === null);
  const moves = due
    .filter(lead => !isPromise(lead))
    .map(lead => {
      const { nextOn, nextAt } = redated(lead, after);
      return { id: lead.id, next_on: nextOn, next_at: nextAt };
    });
  const promised = promises.slice(0, SHOWN).map(
    (lead): BrokenPromise => ({
      leadUid: lead.uid,
      name: lead.name,
      companyName: lead.company_name,
      nextKind: lead.nextKind,
      on: lead.nextOn,
      at: lead.nextAt,
    }),
  );
  return { moves, effect: { moved: moves.length, promises: promises.length, promised } };
}

/** Moves them, with turns in between. */
export async function redate(tx: WriteTx, { moves }: Redating): Promise<void> {
  for (let i = 0; i < moves.length; i += BATCH) {
    if (i > 0) await tx.breathe();
    await tx.updateMany(
      'leads',
      moves.slice(i, i + BATCH).map(move => ({ ...move, updated_at: tx.at })),
    );
  }
}
