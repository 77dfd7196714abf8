import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import {
  type BusinessCalendar,
  businessDaysBetween,
  businessMinutesBetween,
} from '#shared/domain/calendar/calendar.ts';
import { type Estimate, wilson } from '#shared/domain/insights/proportions.ts';
import { type Span, stateOf } from './clock.ts';

/** Every promise of a period, each in one place; the rate leaves out what is not due yet and what was cancelled. */
export interface Attainment {
  readonly onTime: number;
  readonly late: number;
  readonly overdueOpen: number;
  readonly notDue: number;
  readonly cancelled: number;
  /** onTime of (onTime + late + overdueOpen) with its Wilson interval; null while nothing is due. */
  readonly rate: Estimate | null;
}

const PLACE = {
  ahead: 'notDue',
  today: 'notDue',
  overdue: 'overdueOpen',
  met: 'onTime',
  metLate: 'late',
  cancelled: 'cancelled',
} as const;

/**
 * How many promises were kept (ux 4.10). The base is every hot entry whose time is up, never only those somebody was in
 * touch with: who was forgotten counts against it.
 */
export function attainment(clocks: readonly Omit<Span, 'startedAt'>[], now: Instant): Attainment {
  const count = { onTime: 0, late: 0, overdueOpen: 0, notDue: 0, cancelled: 0 };
  for (const clock of clocks) count[PLACE[stateOf(clock, now)]] += 1;
  const n = count.onTime + count.late + count.overdueOpen;
  return { ...count, rate: wilson({ x: count.onTime, n }) };
}

/** How long it took: median minutes of opening time, and on which business day after the start. */
export interface Pace {
  readonly medianMinutes: number | null;
  readonly days: { readonly same: number; readonly one: number; readonly two: number; readonly more: number };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The pace of those who were reached; who still waits is in the attainment, not here. */
export function pace(
  spans: readonly { readonly startedAt: Instant; readonly stoppedAt: Instant }[],
  cal: BusinessCalendar,
): Pace {
  const days = { same: 0, one: 0, two: 0, more: 0 };
  for (const { startedAt, stoppedAt } of spans) {
    const n = businessDaysBetween(cal, dayOf(startedAt), dayOf(stoppedAt));
    days[n === 0 ? 'same' : n === 1 ? 'one' : n === 2 ? 'two' : 'more'] += 1;
  }
  const minutes = spans.map(({ startedAt, stoppedAt }) => businessMinutesBetween(cal, startedAt, stoppedAt));
  return { medianMinutes: median(minutes), days };
}
