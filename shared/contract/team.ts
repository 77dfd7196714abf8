import { z } from 'zod';
import { zDay } from '#shared/domain/base/days.ts';
import { ASSIGN_RULES } from '#shared/domain/team/assign.ts';
import { procedure, zDone, zUid } from './base.ts';
import { zJobEvents } from './jobs.ts';
import { zSelection } from './lead-bulk.ts';
import { zMember, zRole } from './system.ts';

const zAssignRule = z.enum(ASSIGN_RULES);
const zMemberUids = z.array(zUid).min(1).max(100);

const zAssignInput = z.object({
  selection: zSelection,
  memberUids: zMemberUids,
  rule: zAssignRule.default('turns'),
  /** Also those who have an active owner already. */
  reassign: z.boolean().default(false),
});

/** selected = assigned + owned + closed + nobody, and assigned = the sum of what everybody gets, always. */
const zAssignCounts = z.object({
  selected: z.number().int(),
  assigned: z.number().int(),
  /** Have an owner who stays. */
  owned: z.number().int(),
  /** Are out of the question. */
  closed: z.number().int(),
  /** Could go to nobody: everybody chosen is away or inactive. */
  nobody: z.number().int(),
  shares: z.array(
    z.object({
      memberUid: z.string(),
      name: z.string(),
      /** Open people with a next action within five business days, before this. */
      busy: z.number().int(),
      gets: z.number().int(),
    }),
  ),
  leftOut: z.array(
    z.object({ memberUid: z.string(), name: z.string(), reason: z.enum(['inactive', 'away']) }),
  ),
});
export type AssignCounts = z.output<typeof zAssignCounts>;
/** What the job of assigning ends with. */
export const zAssignResult = zDone.extend(zAssignCounts.shape);
export type AssignResult = z.output<typeof zAssignResult>;

/** The procedures of `leads` that give them to somebody. */
export const leadAssign = {
  /** Who would get how many; nothing is written. Throws NOT_FOUND for an unknown member. */
  assignPreview: procedure.input(zAssignInput).output(zAssignCounts),
  /**
   * Gives leads to members in turn or to the least busy, people of one company to one, nobody to who is away or inactive.
   * A job, `result` is zAssignResult; cancelled: nobody changed hands.
   */
  assign: procedure.input(zAssignInput).output(zJobEvents),
};

/** New hot leads without an owner are given to a member at once. */
export const zAssignment = z
  .object({ auto: z.boolean(), rule: zAssignRule, memberUids: z.array(zUid).max(100) })
  .refine(({ auto, memberUids }) => !auto || memberUids.length > 0, {
    path: ['memberUids'],
    message: 'nobody to give to',
  });
export type Assignment = z.output<typeof zAssignment>;

export const assignment = {
  get: procedure.input(z.object({})).output(zAssignment),
  /** Throws NOT_FOUND for an unknown member. */
  save: procedure.input(zAssignment).output(zDone),
};

/** Everything open somebody holds, each in one kind: 商談, promises, other people, rows of lists not returned. */
const zHeld = z.object({
  deals: z.number().int(),
  promises: z.number().int(),
  leads: z.number().int(),
  papers: z.number().int(),
});
export type Held = z.output<typeof zHeld>;

/** Who gets each kind: one, or several who share it evenly. */
const zReceivers = z.object({
  deals: zMemberUids,
  promises: zMemberUids,
  leads: zMemberUids,
  papers: zMemberUids,
});
export type Receivers = z.output<typeof zReceivers>;

export const zHandOverPlan = z.object({
  fromOn: zDay,
  /** 退職・異動: becomes inactive. Else 担当替え: stays. */
  leaving: z.boolean(),
  to: zReceivers,
});
export type HandOverPlan = z.output<typeof zHandOverPlan>;

const zHoldings = z.object({
  member: zMember,
  held: zHeld,
  /** Sequences that run for these people; they go along. */
  sequences: z.number().int(),
  /** Hand-overs among them that wait for this member's answer; whoever gets the 商談 answers. */
  handovers: z.number().int(),
  planned: zHandOverPlan.nullable(),
});
export type Holdings = z.output<typeof zHoldings>;

export const members = {
  list: procedure.input(z.object({})).output(z.array(zMember)),
  save: procedure
    .input(
      z.object({
        uid: zUid.optional(),
        name: z.string().max(100),
        roles: z.array(zRole),
        active: z.boolean().default(true),
      }),
    )
    .output(zMember),
  /** What a member holds, and what is planned to become of it. Throws NOT_FOUND. */
  holdings: procedure.input(z.object({ uid: zUid })).output(zHoldings),
  /**
   * Hands everything over, from a day on: today as one operation, later by itself on that day. History keeps who did what.
   * Throws NOT_FOUND, INVALID_INPUT when somebody who gets something is not there.
   */
  handOver: procedure
    .input(z.object({ uid: zUid, ...zHandOverPlan.shape }))
    .output(
      z.object({ operationUid: z.string().nullable(), held: zHeld, planned: zHandOverPlan.nullable() }),
    ),
  /** Forgets what was planned. Throws NOT_FOUND. */
  cancelHandOver: procedure.input(z.object({ uid: zUid })).output(zDone),
};
