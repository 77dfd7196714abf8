import type { Day } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar, isAway } from '#shared/domain/calendar/calendar.ts';

/** `turns`: equal shares, one after the other. `leastBusy`: whoever has least to do soon gets the next one. */
export const ASSIGN_RULES = ['turns', 'leastBusy'] as const;
export type AssignRule = (typeof ASSIGN_RULES)[number];

/** Somebody to be given to a member; people of one company are given to one. */
export interface Assignable {
  readonly id: number;
  readonly companyId: number | null;
}
/** A member who can take people, in the order of their turns. `busy` is what they have to do soon already. */
export interface Taker {
  readonly id: number;
  readonly busy: number;
}

/** "Soon": open people with a next action within so many business days, what is overdue included. */
const BUSY_DAYS = 5;
export const busyUntil = (cal: BusinessCalendar, today: Day): Day => addBusinessDays(cal, today, BUSY_DAYS);

/** Why somebody who was chosen gets nobody. */
export type LeftOut = 'inactive' | 'away';

/** Why this member gets nobody on that day, or null. */
export function leftOutReason(
  member: { readonly uid: string; readonly active: boolean },
  cal: BusinessCalendar,
  on: Day,
): LeftOut | null {
  if (!member.active) return 'inactive';
  return isAway(cal, member.uid, on) ? 'away' : null;
}

/** Members in the order of their turns: whoever comes after the one who got somebody last goes first. */
export function inTurn<T extends { readonly uid: string }>(
  members: readonly T[],
  lastUid: string | null,
): T[] {
  const last = members.findIndex(member => member.uid === lastUid);
  return [...members.slice(last + 1), ...members.slice(0, last + 1)];
}

/**
 * Who gets whom: id of the person → id of the member. People of one company go to one member, to `holders` where one of
 * the takers has people of it already; the biggest companies are given first, each to whoever has least, in turn when
 * equal. Nobody is given to anybody while there are no takers.
 */
export function shareOut(
  people: readonly Assignable[],
  takers: readonly Taker[],
  rule: AssignRule,
  holders: ReadonlyMap<number, number> = new Map(),
): Map<number, number> {
  const share = new Map<number, number>();
  const load = new Map(takers.map(({ id, busy }) => [id, rule === 'leastBusy' ? busy : 0]));
  if (load.size === 0) return share;
  const give = (group: readonly Assignable[], to: number): void => {
    for (const { id } of group) share.set(id, to);
    load.set(to, (load.get(to) ?? 0) + group.length);
  };
  const free: Assignable[][] = [];
  for (const group of companiesOf(people)) {
    const holder = holders.get(group[0]?.companyId ?? 0);
    if (holder !== undefined && load.has(holder)) give(group, holder);
    else free.push(group);
  }
  for (const group of free.sort((a, b) => b.length - a.length)) {
    const [least] = [...load].reduce((a, b) => (b[1] < a[1] ? b : a));
    give(group, least);
  }
  return share;
}

/** People by company, in the order they came; without a company everybody stands alone. */
const companiesOf = (people: readonly Assignable[]): Assignable[][] => [
  ...Map.groupBy(people, ({ id, companyId }) =>
    companyId === null ? `person ${id}` : `company ${companyId}`,
  ).values(),
];
