import { z } from 'zod';

/** Criteria a team agrees on: more are not looked through on the phone. */
const MOST = 12;

/** One line of the 商談化基準. */
const zCriterion = z.object({
  id: z.string().min(1).max(40),
  /** Own words; empty for a line of the shipped list, which the catalogue words. */
  text: z.string().trim().max(100),
  /** Without it somebody is a 商談 only by way of exception. */
  required: z.boolean(),
});
export type Criterion = z.output<typeof zCriterion>;

/** The lines the app ships: budget, authority, need, timeframe, next meeting. */
export const SHIPPED_CRITERIA = ['need', 'timeframe', 'authority', 'budget', 'nextMeeting'] as const;

/** What has to be known before a lead becomes a 商談. Every line has words, and at least one is required. */
export const zCriteria = z.object({
  items: z
    .array(zCriterion)
    .max(MOST)
    .refine(items => new Set(items.map(item => item.id)).size === items.length, {
      message: 'the same id twice',
    })
    .refine(items => items.every(item => item.text !== '' || isShipped(item.id)), {
      message: 'a line without words',
    })
    .refine(items => items.some(item => item.required), { message: 'nothing is required' }),
});
export type Criteria = z.output<typeof zCriteria>;

export const isShipped = (id: string): id is (typeof SHIPPED_CRITERIA)[number] =>
  SHIPPED_CRITERIA.some(shipped => shipped === id);

/** Need, timeframe and the next meeting are known after one call; budget and authority often are not. */
export const defaultCriteria: Criteria = {
  items: SHIPPED_CRITERIA.map(id => ({ id, text: '', required: id !== 'budget' && id !== 'authority' })),
};

/** Required lines that are not met. */
export const unmetOf = ({ items }: Criteria, met: readonly string[]): string[] =>
  items.filter(({ id, required }) => required && !met.includes(id)).map(({ id }) => id);
