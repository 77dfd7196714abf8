import { type Day, dayOf, daysBetween, type Instant, instantAt, minuteOf } from '#shared/domain/base/days.ts';
import {
  addBusinessDays,
  type BusinessCalendar,
  businessDayFrom,
  businessDaysBetween,
  isBusinessDay,
  nextBusinessDay,
} from '#shared/domain/calendar/calendar.ts';

/** Minutes since midnight in Tokyo: mails leave from `from` on, and before `until`. */
export type SendWindow = { from: number; until: number };
export const defaultWindow: SendWindow = { from: 9 * 60, until: 17 * 60 + 30 };

/** Business days that must lie between two mails to one person, whatever sent the first. */
const MIN_GAP = 2;
/** A step this many business days late is still sent by itself; an older one waits for a person. */
const MAX_LATENESS = 3;
/** So many due mails after so many closed days are not let loose without asking. */
const BACKLOG = { mails: 20, closedDays: 3 } as const;

/** True while mails may leave: a business day, inside the window. */
export const inWindow = (now: Instant, cal: BusinessCalendar, window = defaultWindow): boolean =>
  isBusinessDay(cal, dayOf(now)) && minuteOf(now) >= window.from && minuteOf(now) < window.until;

/** The first instant not before `from` at which a mail may leave. */
export function firstSlot(from: Instant, cal: BusinessCalendar, window = defaultWindow): Instant {
  const on = dayOf(from);
  if (isBusinessDay(cal, on) && minuteOf(from) < window.until)
    return minuteOf(from) < window.from ? instantAt(on, window.from) : from;
  return instantAt(nextBusinessDay(cal, on), window.from);
}

export type StepToPlan = {
  /** The day the step counts from: the enrolment for the first step, else the acceptance of the one before. */
  anchorOn: Day;
  /** Business days from the anchor to this step. */
  gap: number;
  /** The last day this person was written to by any sequence, null if never. */
  lastMailOn: Day | null;
};

/**
 * When one step leaves: `gap` business days after its anchor, at least two business days after the last
 * mail to the person, never in the past, in the first free slot of the window.
 */
export function planStep(
  step: StepToPlan,
  cal: BusinessCalendar,
  now: Instant,
  window = defaultWindow,
): Instant {
  // An anchor on a day off first moves to the next business day, and the gap counts from there.
  const due =
    step.gap === 0 ? businessDayFrom(cal, step.anchorOn) : addBusinessDays(cal, step.anchorOn, step.gap);
  const apart = step.lastMailOn === null ? due : addBusinessDays(cal, step.lastMailOn, MIN_GAP);
  const earliest = instantAt(due > apart ? due : apart, window.from);
  return firstSlot(earliest > now ? earliest : now, cal, window);
}

export type DueMail = {
  /** When it was planned to leave. */
  notBefore: Instant;
  /** Steps due for this person right now, this one included. */
  dueForPerson: number;
  lastMailOn: Day | null;
};
export const holdReasons = ['late', 'severalDue', 'backlog', 'lintFailed'] as const;
export type HoldReason = (typeof holdReasons)[number];
export type DueDecision =
  | { kind: 'wait' }
  | { kind: 'send' }
  | { kind: 'move'; to: Instant }
  | { kind: 'hold'; reason: HoldReason };

/** True when so much has piled up while the app was closed that a person must look first. */
export const isBacklog = (dueMails: number, lastTickOn: Day | null, today: Day): boolean =>
  dueMails > BACKLOG.mails && lastTickOn !== null && daysBetween(lastTickOn, today) > BACKLOG.closedDays;

/**
 * What happens to a planned mail now. Late by up to three business days it takes the next slot; later,
 * or with several steps due for one person, it is held for a person. Never two mails on one day.
 */
export function decideDue(
  mail: DueMail,
  cal: BusinessCalendar,
  now: Instant,
  window = defaultWindow,
): DueDecision {
  if (mail.notBefore > now) return { kind: 'wait' };
  if (mail.dueForPerson > 1) return { kind: 'hold', reason: 'severalDue' };
  if (businessDaysBetween(cal, dayOf(mail.notBefore), dayOf(now)) > MAX_LATENESS)
    return { kind: 'hold', reason: 'late' };
  const free = mail.lastMailOn === null ? null : addBusinessDays(cal, mail.lastMailOn, MIN_GAP);
  if (free !== null && free > dayOf(now))
    return { kind: 'move', to: firstSlot(instantAt(free, window.from), cal, window) };
  return inWindow(now, cal, window) ? { kind: 'send' } : { kind: 'move', to: firstSlot(now, cal, window) };
}

/** The days on which a sequence would reach one person who is enrolled now, if every mail goes out on time. */
export function forecast(
  days: readonly number[],
  enrolledOn: Day,
  cal: BusinessCalendar,
  now: Instant,
): Instant[] {
  const at: Instant[] = [];
  days.forEach((on, i) => {
    const previous = at[i - 1];
    const last = previous === undefined ? null : dayOf(previous);
    const gap = on - (days[i - 1] ?? 0);
    at.push(planStep({ anchorOn: last ?? enrolledOn, gap, lastMailOn: last }, cal, now));
  });
  return at;
}
