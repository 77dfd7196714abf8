import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';

/** Why the person was hot: a row of the points, as lists show it. */
const zWhy = z.object({
  rule: z.string(),
  value: z.string().nullable(),
  points: z.number().int(),
  occurredOn: zDay.nullable(),
});

/** What was promised to the person, or has to be done before the meeting. */
export const zTask = z.object({
  kind: z.enum(['document', 'task']),
  text: z.string().trim().min(1).max(200),
  dueOn: zDay,
});

/** What a hand-over card says, frozen at the hand-over: who, why hot, what was said, next date, what was promised. */
export const zCard = z.object({
  companyName: z.string(),
  department: z.string(),
  title: z.string(),
  name: z.string(),
  kana: z.string(),
  phone: z.string(),
  email: z.string(),
  channel: z.string(),
  eventName: z.string(),
  band: z.enum(['hot', 'mid', 'low']),
  total: z.number().int(),
  /** Version of the scoring rules the points were made by. */
  rulesN: z.number().int().nullable(),
  why: z.array(zWhy),
  /** What was noted at the last calls, newest first. */
  calls: z.array(z.object({ on: zDay, outcome: z.string(), note: z.string() })),
  said: z.string(),
  meetingOn: zDay.nullable(),
  meetingAt: zInstant.nullable(),
  place: z.string(),
  tasks: z.array(zTask),
  /** Lines of the 商談化基準 as they were agreed on then. */
  criteria: z.array(z.object({ id: z.string(), text: z.string(), required: z.boolean(), met: z.boolean() })),
  overrideReason: z.string(),
  /** Until when field sales is to answer; null when it was handed over to oneself. */
  answerDueAt: zInstant.nullable(),
});
export type Card = z.output<typeof zCard>;

/** What of a card says nothing about a person: why it was hot, by which rules, and what was known. */
export const withoutPerson = (card: Card): Card => ({
  ...card,
  companyName: '',
  department: '',
  title: '',
  name: '',
  kana: '',
  phone: '',
  email: '',
  said: '',
  place: '',
  tasks: [],
  criteria: [],
  calls: [],
  overrideReason: '',
});
