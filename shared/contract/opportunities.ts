import { z } from 'zod';
import { zDay, zInstant, zInstantInput } from '#shared/domain/base/days.ts';
import { zCriteria } from '#shared/domain/opportunities/criteria.ts';
import { LOST_REASONS, OPEN_STAGES, STAGES, STEPS } from '#shared/domain/opportunities/stages.ts';
import { procedure, zBand, zCsvEncoding, zDone, zRowsFile, zUid } from './base.ts';

const zStage = z.enum(STAGES);
const zHandoverState = z.enum(['none', 'waiting', 'accepted', 'returned']);

const zOpportunity = z.object({
  uid: z.string(),
  leadUid: z.string(),
  companyName: z.string(),
  department: z.string(),
  title: z.string(),
  name: z.string(),
  band: zBand,
  total: z.number().int(),
  ownerName: z.string().nullable(),
  stage: zStage,
  /** The day it entered its stage, and the days since. */
  stageOn: zDay,
  daysInStage: z.number().int(),
  /** Days of the steps. */
  appointmentOn: zDay,
  metOn: zDay.nullable(),
  acceptedOn: zDay.nullable(),
  meetingOn: zDay.nullable(),
  meetingAt: zInstant.nullable(),
  place: z.string(),
  /** In yen; null while nobody said one. */
  amount: z.number().int().nullable(),
  lostReason: z.string().nullable(),
  overrideReason: z.string(),
  note: z.string(),
  /** The newest hand-over. */
  handover: z.object({
    uid: z.string().nullable(),
    state: zHandoverState,
    toName: z.string().nullable(),
  }),
});
export type Opportunity = z.output<typeof zOpportunity>;

const zDealTask = z.object({
  uid: z.string(),
  kind: z.enum(['document', 'task']),
  text: z.string(),
  dueOn: zDay,
  doneOn: zDay.nullable(),
});
const zHandover = z.object({
  uid: z.string(),
  madeAt: zInstant,
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  state: zHandoverState.exclude(['none']),
  answeredAt: zInstant.nullable(),
  reason: z.string().nullable(),
  untilOn: zDay.nullable(),
  note: z.string(),
});
/** What was done to a 商談: who, when, and what. */
const zDealEntry = z.object({
  uid: z.string(),
  kind: z.string(),
  occurredOn: zDay,
  recordedAt: zInstant,
  memberName: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type DealEntry = z.output<typeof zDealEntry>;

const zDetail = zOpportunity.extend({
  /** Criteria that were ticked, and the version they belong to. */
  met: z.array(z.string()),
  criteriaN: z.number().int(),
  tasks: z.array(zDealTask),
  handovers: z.array(zHandover),
  log: z.array(zDealEntry),
});

export type OpportunityDetail = z.output<typeof zDetail>;

const zWhich = z.enum(['open', 'won', 'lost', 'returned']);
const zSum = z.object({ count: z.number().int(), amount: z.number().int() });
/** Count and sum of the known amounts of every stage, of the same owner. */
const zSums = z.record(zStage, zSum);
/** Uid of a member, `mine`, or `none`. */
const zOwner = z.string().optional();
const zAmount = z.number().int().min(0).max(999_999_999_999);
const zPlace = z.string().trim().max(200);
const zDealDone = zDone.extend({ uid: z.string() });

export const opportunities = {
  /**
   * Makes a lead a 商談. Somebody who has an open one keeps it (`isNew` false). Throws CRITERIA_NOT_MET while a required
   * criterion is missing and no reason is given.
   */
  create: procedure
    .input(
      z.object({
        leadUid: zUid,
        appointmentOn: zDay.optional(),
        meetingOn: zDay.optional(),
        meetingAt: zInstantInput.optional(),
        place: zPlace.default(''),
        amount: zAmount.nullable().optional(),
        met: z.array(z.string()).max(20).default([]),
        overrideReason: z.string().trim().max(500).default(''),
      }),
    )
    .output(zDealDone.extend({ isNew: z.boolean() })),
  /** 商談 under way in the order of the board (stage, then the longest in it), or those that ended, the latest first. */
  list: procedure
    .input(
      z.object({
        which: zWhich.default('open'),
        stage: z.enum(OPEN_STAGES).optional(),
        owner: zOwner,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(200),
      }),
    )
    .output(
      z.object({
        rows: z.array(zOpportunity),
        total: z.number().int(),
        stages: zSums,
      }),
    ),
  /** Of every stage under way those that stand in it the longest, and whoever waits for field sales to answer, oldest first. */
  board: procedure
    .input(z.object({ owner: zOwner, perStage: z.number().int().min(1).max(200).default(50) }))
    .output(z.object({ rows: z.array(zOpportunity), waiting: z.array(zOpportunity), stages: zSums })),
  get: procedure.input(z.object({ uid: zUid })).output(zDetail),
  /** What is under way with a person, or null. */
  ofLead: procedure.input(z.object({ leadUid: zUid })).output(zOpportunity.nullable()),
  /** Amount, place, meeting and note. What is not given stays. */
  update: procedure
    .input(
      z.object({
        uid: zUid,
        amount: zAmount.nullable().optional(),
        place: zPlace.optional(),
        meetingOn: zDay.nullable().optional(),
        meetingAt: zInstantInput.nullable().optional(),
        note: z.string().trim().max(2000).optional(),
      }),
    )
    .output(zDone),
  /**
   * Moves a 商談 to another stage; the days in it count from today. Lost needs a reason, and the day to come back to the
   * person. Throws DEAL_CLOSED, DEAL_NEEDS, and DEAL_WAITS while its hand-over is not answered.
   */
  move: procedure
    .input(
      z.object({
        uid: zUid,
        stage: z.enum([...OPEN_STAGES, 'won', 'lost']),
        lostReason: z.enum(LOST_REASONS).optional(),
        until: zDay.optional(),
      }),
    )
    .output(zDone),
  /**
   * Notes the day of the meeting, or corrects the day of a step: who, when, the old and the new day and the reason stay
   * in the log. Throws DEAL_NEEDS without a reason, STEP_NOT_POSSIBLE for a day to come or an answer nobody gave.
   */
  setStep: procedure
    .input(
      z.object({ uid: zUid, step: z.enum(STEPS), on: zDay, reason: z.string().trim().max(500).default('') }),
    )
    .output(zDone),
  /** Ticks something promised off, or takes the tick back. */
  setTask: procedure.input(z.object({ taskUid: zUid, done: z.boolean() })).output(zDone),
  /** 商談 as a file. */
  export: procedure
    .input(
      z.object({
        which: zWhich.or(z.literal('all')).default('all'),
        format: z.enum(['csv', 'xlsx']).default('csv'),
        encoding: zCsvEncoding.default('utf-8'),
      }),
    )
    .output(zRowsFile),
  /** The 商談化基準 in force. Version 0: the shipped list. */
  criteria: procedure
    .input(z.object({}))
    .output(z.object({ n: z.number().int(), activeFromOn: zDay, criteria: zCriteria })),
  saveCriteria: procedure.input(zCriteria).output(zDone.extend({ n: z.number().int() })),
};
