import type { Context } from '#electron/backend/context.ts';
import { type MemberRow, teamOf } from '#electron/backend/settings/members.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import type { Caller } from '#shared/domain/calls/balance.ts';
import { type Week, weekOf } from '#shared/domain/calls/callers.ts';

/** Somebody who calls, and what they can call in a week. */
export interface CallingMember extends Caller, Week {
  readonly uid: string | null;
  readonly name: string | null;
}

/** Who calls: every active member who does so by role; in a team without any, whoever makes the list. */
async function callingMembers(ctx: Context): Promise<(MemberRow | null)[]> {
  const team = (await teamOf(ctx)).filter(row => row.member.active);
  const inside = team.filter(row => row.member.roles.includes('inside'));
  return inside.length > 0 ? inside : [team.find(row => row.id === ctx.member?.id) ?? null];
}

/** Who calls in this week, and how many calls each can make. */
export const callersOf = async (
  ctx: Context,
  cal: BusinessCalendar,
  weekOn: Day,
  perCaller: number,
): Promise<CallingMember[]> =>
  (await callingMembers(ctx)).map(row => ({
    id: row?.id ?? null,
    uid: row?.member.uid ?? null,
    name: row?.member.name ?? null,
    ...weekOf(cal, weekOn, perCaller, row?.member.uid ?? null),
  }));
