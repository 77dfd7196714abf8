import type { Day, Instant } from '#shared/domain/base/days.ts';

/** Why something stands in 今日, in the order of the queue; everybody stands there once, at the first that holds. */
export const BUCKETS = [
  /** A time that was promised has passed. */
  'latePromise',
  /** Rank A or a reply: the first contact is owed. */
  'firstContact',
  'todayPromise',
  'handOver',
  /** A call to be tried again; first calls are on the call list. */
  'retry',
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
  readonly isOpen: boolean;
  /** A promise of first contact that is running, and until when somebody put it off. */
  readonly contact: { readonly snoozedUntilAt: Instant | null } | null;
}

/** Next actions that are done on their day, and the bucket each belongs to. */
export const KIND_BUCKETS = {
  retry: ['retryCall'],
  send: ['sendMaterial'],
  task: ['findNumber', 'thanks'],
} as const satisfies Partial<Record<Bucket, readonly string[]>>;

/** Where a lead stands in 今日, or null: it waits for its day, for a mail, or for the call list. */
export function bucketOf(lead: Due, now: Instant, today: Day): Bucket | null {
  const { nextKind, nextOn, nextAt, contact } = lead;
  const isPromise = nextKind === 'callback';
  if (isPromise && (nextAt === null ? nextOn !== null && nextOn < today : nextAt < now)) return 'latePromise';
  if (contact !== null && (contact.snoozedUntilAt === null || contact.snoozedUntilAt <= now))
    return 'firstContact';
  if (nextKind === 'firstContact') return contact === null ? 'firstContact' : null;
  if (isPromise) return nextOn === today ? 'todayPromise' : null;
  if (nextKind === 'handOver') return 'handOver';
  if (nextKind === 'none') return lead.isOpen ? 'noNext' : null;
  if (nextOn === null || nextOn > today) return null;
  const found = Object.entries(KIND_BUCKETS).find(([, kinds]) => kinds.some(kind => kind === nextKind));
  return found ? (found[0] as keyof typeof KIND_BUCKETS) : null;
}
