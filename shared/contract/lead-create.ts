import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { procedure, zChannel, zConsentBasis, zDone, zReason } from './base.ts';

/** One card as somebody types it: 会社 or 氏名 is enough. */
const zTypedCard = z.object({
  companyName: z.string().max(200).default(''),
  name: z.string().max(100).default(''),
  kana: z.string().max(100).default(''),
  department: z.string().max(200).default(''),
  title: z.string().max(100).default(''),
  email: z.string().max(254).default(''),
  phone: z.string().max(60).default(''),
  memo: z.string().max(4000).default(''),
});
/** What cards typed together share. */
const zCardsAbout = z.object({
  channel: zChannel.default('other'),
  eventName: z.string().max(100).default(''),
  acquiredOn: zDay.optional(),
  consentBasis: zConsentBasis.default('card'),
});
const zCards = z.array(zTypedCard).min(1).max(500);

const zTypedOutcome = z.enum(['new', 'filled', 'updated', 'asked']);
const zCheckedPerson = z.object({
  uid: z.string(),
  name: z.string(),
  companyName: z.string(),
  inTrash: z.boolean(),
});
const zCheckedCard = z.object({
  /** `setAside`: neither a company nor a name. */
  outcome: z.enum([...zTypedOutcome.options, 'setAside']),
  reason: zReason.nullable(),
  /** The people meant: who is completed, or who looks alike. */
  people: z.array(zCheckedPerson),
  /** The place of an earlier card of the same person among those typed, from 0. */
  sameAs: z.number().int().nullable(),
});
export type CheckedCard = z.output<typeof zCheckedCard>;

/** The procedures of `leads` by which cards are typed. */
export const leadCreate = {
  /** One lead by hand. Finds the person if the store knows them; somebody in the trash is answered as `asked`, unchanged. */
  create: procedure
    .input(z.object({ ...zTypedCard.shape, ...zCardsAbout.shape }))
    .output(zDone.extend({ uid: z.string(), outcome: zTypedOutcome })),
  /** What saving these cards would do, card by card. Writes nothing. */
  check: procedure.input(z.object({ cards: zCards })).output(z.array(zCheckedCard)),
  /** Several cards as one operation: all of them, or none when one has neither company nor name. */
  createMany: procedure
    .input(z.object({ cards: zCards, about: zCardsAbout.prefault({}) }))
    .output(zDone.extend({ rows: z.array(z.object({ uid: z.string(), outcome: zTypedOutcome })) })),
};
