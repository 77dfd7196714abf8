import { type Day, dayOf, type Instant } from '#shared/domain/base/days.ts';
import type { Gate } from './rules.ts';

/** Employees as a card, a list or a web page gave them; an open end is null. */
export type Employees = { readonly min: number | null; readonly max: number | null };

/** What is known about the person and the company. Null is unknown, which is not the same as low. */
export type Attributes = {
  /** 1 president … 7 staff, 8 specialist. */
  readonly titleRank: number | null;
  readonly departmentFunction: string | null;
  /** Letter A–T of the Japan Standard Industrial Classification. */
  readonly industry: string | null;
  readonly employees: Employees | null;
  readonly prefecture: string | null;
};

/** One thing that happened. `data` only for points given by hand, with the reason somebody typed. */
export type FactEvent = {
  readonly uid: string;
  readonly kind: string;
  readonly occurredOn: Day;
  readonly recordedAt: Instant;
  readonly data?: { readonly points?: number; readonly reason?: string };
};

/** All a score depends on, besides rules and day. Retracted events are not in it. */
export type Facts = {
  readonly attributes: Attributes;
  readonly events: readonly FactEvent[];
  readonly gates: readonly Gate[];
};

/** The facts as they were known at the end of that day in Tokyo: what the screen showed then. */
export const knownBy = (facts: Facts, on: Day): Facts => ({
  ...facts,
  events: facts.events.filter(event => dayOf(event.recordedAt) <= on),
});

const TRIAGE = 'triage.';
/** Oldest first; the uid settles what happened and was recorded at once. */
function byAge(a: FactEvent, b: FactEvent): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.uid < b.uid ? -1 : 1;
}

/**
 * The events that had happened by a day, each uid once, oldest first. Of several triage decisions only the
 * latest stands: sorting a card anew replaces the first thought.
 */
export function eventsUntil(facts: Facts, on: Day): FactEvent[] {
  const byUid = new Map<string, FactEvent>();
  for (const event of facts.events) {
    if (event.occurredOn > on) continue;
    const known = byUid.get(event.uid);
    if (!known || byAge(event, known) < 0) byUid.set(event.uid, event);
  }
  const sorted = [...byUid.values()].sort(byAge);
  const triage = sorted.findLast(event => event.kind.startsWith(TRIAGE));
  return sorted.filter(event => event === triage || !event.kind.startsWith(TRIAGE));
}
