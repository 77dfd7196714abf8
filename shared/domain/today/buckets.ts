import type { Day, Instant } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar } from '#shared/domain/calendar/calendar.ts';

/** Why something stands in 今日, in the order of the queue; everybody stands there once, at the first that holds. */
export const BUCKETS = [
  /** A time that was promised has passed. */
  'latePromise',
  /** Rank A or a reply: the first contact is owed. */
  'firstContact',
  'todayPromise',
  /** Handed over to field sales, who have not answered yet. */
  'answer',
  'handOver',
  /** A call to be tried again; first calls are on the call list. */
  'retry',
  /** On the call list, and falls to a lower rank within the next days: 電話期限. */
  'cooling',
  'send',
  /** Numbers to look up, customers to thank. */
  'task',
  /** 次回未定: open, and nothing says how to go on. */
  'noNext',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What of a lead decides about its place. */
export interface Due {
  readonly nextKind: string;
  readonly nextOn: Day | null;
  readonly nextAt: Instant | null;
  /** 電話期限 */
  readonly coolsOn: Day | null;
  readonly isOpen: boolean;
  /** A promise of first contact that is running, and until when somebody put it off. */
  readonly contact: { readonly snoozedUntilAt: Instant | null } | null;
}

/** Next actions that are done on their day, and the bucket each belongs to. */
export const KIND_BUCKETS = {
  retry: ['retryCall'],
  send: ['sendMaterial'],
  task: ['findNumber', 'thanks', 'meeting'],
} as const satisfies Partial<Record<Bucket, readonly string[]>>;

/** A deadline is near on the last three business days before it. */
const NEAR_DAYS = 3;
export const nearUntil = (cal: BusinessCalendar, today: Day): Day => addBusinessDays(cal, today, NEAR_DAYS);

/** The moment 今日 is asked for, its day, and up to when a deadline is near. */
export interface Moment {
  readonly now: Instant;
  readonly today: Day;
  readonly nearUntil: Day;
}

/** Where a lead stands in 今日, or null: it waits for its day, for a mail, or for the call list. */
export function bucketOf(lead: Due, { now, today, nearUntil: near }: Moment): Bucket | null {
  const { nextKind, nextOn, nextAt, contact } = lead;
  const isPromise = nextKind === 'callback';
  if (isPromise && (nextAt === null ? nextOn !== null && nextOn < today : nextAt < now)) return 'latePromise';
  if (contact !== null && (contact.snoozedUntilAt === null || contact.snoozedUntilAt <= now))
    return 'firstContact';
  if (nextKind === 'firstContact') return contact === null ? 'firstContact' : null;
  if (isPromise) return nextOn === today ? 'todayPromise' : null;
  if (nextKind === 'handOver' || nextKind === 'answer') return nextKind;
  if (nextKind === 'none') return lead.isOpen ? 'noNext' : null;
  if (nextKind === 'call') return lead.coolsOn !== null && lead.coolsOn <= near ? 'cooling' : null;
  if (nextOn === null || nextOn > today) return null;
  const found = Object.entries(KIND_BUCKETS).find(([, kinds]) => kinds.some(kind => kind === nextKind));
  return found ? (found[0] as keyof typeof KIND_BUCKETS) : null;
}
