import { z } from 'zod';
import { zDay, zInstant } from '#shared/domain/base/days.ts';

/** Why the person was hot: a code of the points with its parameters, as the lists show it. */
const zWhy = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** What was promised to the person, or has to be done before the meeting. */
const zTask = z.object({
  kind: z.enum(['document', 'task']),
  text: z.string(),
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
  said: z.string(),
  meetingOn: zDay.nullable(),
  meetingAt: zInstant.nullable(),
  place: z.string(),
  tasks: z.array(zTask),
  criteria: z.array(z.object({ text: z.string(), met: z.boolean() })),
  overrideReason: z.string(),
  /** Until when field sales is to answer; null when it was handed over to oneself. */
  answerDueAt: zInstant.nullable(),
});
type Card = z.output<typeof zCard>;

/** What of a card says nothing about a person: why it was hot, and by which rules. */
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
  overrideReason: '',
});
