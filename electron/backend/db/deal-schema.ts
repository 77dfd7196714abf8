import type { Generated } from 'kysely';
import type { Day, Instant } from '#shared/domain/base/days.ts';

interface Row {
  id: Generated<number>;
  uid: string;
}

/** 商談: one at a time per person; whose it is, the lead says. */
export interface OpportunityTable extends Row {
  /** Null once the person is gone for good. */
  lead_id: number | null;
  stage: string;
  /** The day it entered its stage. */
  stage_on: Day;
  /** Days of the steps: the appointment was made, the meeting was held, field sales accepted. */
  appointment_on: Day;
  met_on: Day | null;
  accepted_on: Day | null;
  /** When and where they are to meet. */
  meeting_on: Day | null;
  meeting_at: Instant | null;
  place: string;
  /** In yen. */
  amount: number | null;
  lost_reason: string | null;
  /** Version of the 商談化基準 and the criteria that were met. */
  criteria: string;
  /** Why it is a 商談 although not every criterion is met. */
  override_reason: string;
  note: string;
  created_at: Instant;
  updated_at: Instant;
}
/** One hand-over to field sales; its uid is that of the fact `handover.made`. */
export interface HandoverTable extends Row {
  opportunity_id: number;
  lead_id: number | null;
  from_id: number | null;
  to_id: number | null;
  made_at: Instant;
  /** What the card said when it was handed over. */
  card: string;
  answer: string | null;
  answered_at: Instant | null;
  answered_on: Day | null;
  reason: string | null;
  until_on: Day | null;
  note: string;
}
/** What was promised to the person, or has to be done before the meeting. */
export interface OpportunityTaskTable extends Row {
  opportunity_id: number;
  lead_id: number | null;
  kind: string;
  text: string;
  due_on: Day;
  done_on: Day | null;
}
