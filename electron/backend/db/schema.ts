import type { Generated } from 'kysely';
import type { Day, Instant } from '#shared/domain/base/days.ts';
import type { HandoverTable, OpportunityTable, OpportunityTaskTable } from './deal-schema.ts';

/** 0 or 1: booleans are numbers in the store, never a bare condition. */
export type Flag = 0 | 1;
/** JSON kept as text. */
export type JsonText = string;

interface Row {
  id: Generated<number>;
}
interface UidRow extends Row {
  uid: string;
}

interface SettingTable {
  key: string;
  value: JsonText;
}
interface MemberTable extends UidRow {
  name: string;
  roles: JsonText;
  active: Flag;
}
interface OperationTable extends UidRow {
  kind: string;
  data: JsonText;
  member_id: number | null;
  recorded_at: Instant;
  undoable: Flag;
  undone_by_id: number | null;
}
interface ChangeTable extends Row {
  operation_id: number;
  table_name: string;
  row_uid: string;
  before: JsonText | null;
  after: JsonText | null;
}
interface VersionTable extends Row {
  kind: string;
  key: string;
  n: number;
  data: JsonText;
  active_from_on: Day;
  member_id: number | null;
  note: string;
  recorded_at: Instant;
}
interface CompanyTable extends UidRow {
  name: string;
  name_kana: string;
  strict_key: string;
  loose_key: string;
  domain: string | null;
  phone_key: string | null;
  address_key: string | null;
  kind: string;
  industry: string | null;
  employees_min: number | null;
  employees_max: number | null;
  /** 法人番号: 13 digits. */
  corporate_number: string | null;
  /** In units of 10,000 yen. */
  capital_min: number | null;
  capital_max: number | null;
  sales_min: number | null;
  sales_max: number | null;
  created_at: Instant;
  updated_at: Instant;
}
interface LeadTable extends UidRow {
  company_id: number | null;
  company_name: string;
  branch: string;
  name: string;
  name_key: string;
  last_name: string;
  first_name: string;
  last_key: string;
  kana: string;
  department: string;
  title: string;
  /** Primary address and dialling number as shown; all of them are in contact_points. */
  email: string;
  phone: string;
  postal_code: string;
  prefecture: string;
  address: string;
  url: string;
  memo: string;
  channel: string;
  event_name: string;
  acquired_on: Day;
  consent_basis: string;
  department_function: string | null;
  title_rank: number | null;
  owner_id: number | null;
  import_id: number | null;
  external_id: string | null;
  do_not_call: Flag;
  stage: string;
  next_kind: string;
  next_on: Day | null;
  next_at: Instant | null;
  next_reason: string | null;
  /** Cached result of the ledger; SQL never computes it. */
  fit: number;
  engagement: number;
  total: number;
  band: string;
  cools_on: Day | null;
  next_change_on: Day | null;
  scored_on: Day | null;
  rules_n: number | null;
  appointment_on: Day | null;
  meeting_on: Day | null;
  accepted_on: Day | null;
  /** Last day somebody was in touch, cached with the points. */
  last_touch_on: Day | null;
  /** Where the lead stands on its journey, cached with the points; null until the first look. */
  stop: string | null;
  stop_since_on: Day | null;
  /** Where the first scoring put it; never changed. */
  entry_stop: string | null;
  trashed_at: Instant | null;
  /** A merged lead stays as a row in the trash, so that its uid, its QR code and its import rows lead to the survivor. */
  merged_into_id: number | null;
  created_at: Instant;
  updated_at: Instant;
}
interface AffiliationTable extends UidRow {
  lead_id: number;
  company_id: number | null;
  company_name: string;
  branch: string;
  department: string;
  title: string;
  from_on: Day | null;
}
interface ContactPointTable extends UidRow {
  lead_id: number;
  /** email, main, direct, department, mobile, fax, other */
  kind: string;
  value: string;
  /** E-mail key or E.164; what matching compares. */
  key: string;
  ext: string;
  is_role: Flag;
  position: number;
}
interface LeadTagTable extends UidRow {
  lead_id: number;
  tag: string;
}
/** Two leads that may be one person, the newer first. */
interface DuplicateTable extends UidRow {
  lead_id: number;
  other_id: number;
  level: string;
  reason: string;
  state: 'open' | 'merged' | 'different';
  import_id: number | null;
  found_at: Instant;
  decided_at: Instant | null;
  member_id: number | null;
}
/** Who was erased on request: nothing of the person is left but the number, and the days that the measured rate counts. */
interface ErasureTable {
  lead_uid: string;
  erased_at: Instant;
  member_id: number | null;
  acquired_on: Day | null;
  appointment_on: Day | null;
}
interface ErasedKeyTable {
  key_hash: string;
}
interface LeadAliasTable {
  uid: string;
  lead_id: number;
}
interface EventTable extends UidRow {
  kind: string;
  lead_id: number | null;
  member_id: number | null;
  occurred_on: Day;
  occurred_at: Instant | null;
  recorded_at: Instant;
  source: string;
  dedupe_key: string;
  data: JsonText;
  operation_id: number | null;
  retracted_by_id: number | null;
}
interface ImportTable extends UidRow {
  operation_id: number | null;
  file_name: string;
  file_sha256: string;
  file_size: number;
  /** How the file was read: encoding, delimiter, header row, product, columns. */
  reading: JsonText;
  channel: string;
  event_name: string;
  consent_basis: string;
  met_on: Day | null;
  rows_read: number;
  rows_new: number;
  rows_filled: number;
  rows_updated: number;
  rows_asked: number;
  rows_set_aside: number;
  rows_blank: number;
  /** Part of rows_filled: the person was known and nothing was missing. */
  rows_unchanged: number;
  finished_at: Instant;
}
interface ImportRowTable extends Row {
  import_id: number;
  line: number;
  raw: JsonText;
  outcome: string;
  reason: JsonText | null;
  lead_id: number | null;
  /** Only rows that wait for somebody have one. */
  uid: string | null;
  /** The cells as somebody corrected them. */
  edited: JsonText | null;
}
interface CallListTable extends UidRow {
  serial: number;
  kind: string;
  import_id: number | null;
  week_on: Day;
  rule: JsonText;
  rules_n: number;
  excluded: JsonText;
  created_at: Instant;
  printed_at: Instant | null;
  /** Shared by the lists made together, one per caller. */
  batch_uid: string;
  caller_id: number | null;
  settings_n: number | null;
  /** Where everybody is who stands on no list: journey stop → people; and on which others they do: serial → people. */
  elsewhere: JsonText;
  listed_on: JsonText;
  /** The paper is back, and what stands on it is typed in. */
  typed_back_at: Instant | null;
  /** Rows on a page of every print; 0 where prints differ. */
  page_rows: number | null;
}
interface CallListRowTable extends UidRow {
  list_id: number;
  caller_id: number | null;
  position: number;
  lead_id: number | null;
  snapshot: JsonText;
}
interface SuppressionTable {
  address_key: string;
  reason: string;
  source: string;
  since_at: Instant;
  member_id: number | null;
}
interface MailAccountTable extends UidRow {
  kind: string;
  from_name: string;
  from_address: string;
  host: string;
  port: number;
  security: string;
  user_name: string;
  sealed_secret: string | null;
  paused_until_at: Instant | null;
  pause_reason: string | null;
}
interface PracticeMailTable extends UidRow {
  received_at: Instant;
  envelope_from: string;
  envelope_to: string;
  raw: Uint8Array;
}
interface EnrollmentTable extends UidRow {
  lead_id: number;
  sequence_key: string;
  sequence_n: number;
  status: string;
  stop_reason: string | null;
  enrolled_at: Instant;
  operation_id: number | null;
}
interface OutboxTable extends UidRow {
  idem_key: string;
  account_id: number | null;
  enrollment_id: number | null;
  lead_id: number | null;
  kind: string;
  address: string;
  address_key: string;
  subject: string;
  state: string;
  message_id: string | null;
  raw_sha256: string | null;
  expires_at: Instant | null;
  next_try_at: Instant | null;
  reason: string | null;
  accepted_at: Instant | null;
  step_no: number;
  raw: Uint8Array | null;
  not_before_at: Instant;
  attempt_no: number;
  rev: number;
  created_at: Instant;
}
interface MailAttemptTable extends Row {
  outbox_id: number;
  n: number;
  epoch: string;
  started_at: Instant;
  phase: string;
  body_started_at: Instant | null;
  ended_at: Instant | null;
  outcome: string | null;
  reply_code: number | null;
  reply_text: string | null;
  error_code: string | null;
}
/** A promise to a lead, under the version of the agreement it was made under. */
interface SlaClockTable extends UidRow {
  /** Null once the person is gone for good. */
  lead_id: number | null;
  kind: string;
  /** The logged fact that started it. */
  cause_uid: string;
  started_at: Instant;
  /** When the app noticed; later than the start after a closed laptop or an imported file. */
  raised_at: Instant;
  due_at: Instant;
  sla_n: number;
  attempted_at: Instant | null;
  stopped_at: Instant | null;
  stop_code: string | null;
  breach_code: string | null;
  snoozed_until_at: Instant | null;
  snooze_reason: string;
}
/** Somebody turned hot. */
interface AlertTable extends UidRow {
  lead_id: number | null;
  /** hot, or unconfirmed: hot but for attributes nobody knows. */
  kind: string;
  entry_uid: string;
  /** Kind of the event that did it; null when it was no event. */
  reason: string | null;
  total: number;
  entered_at: Instant;
  raised_at: Instant;
  left_at: Instant | null;
  announced_at: Instant | null;
  seen_at: Instant | null;
  seen_by_id: number | null;
  told_at: Instant | null;
  told_how: string | null;
  told_by_id: number | null;
}
export interface Schema {
  settings: SettingTable;
  members: MemberTable;
  operations: OperationTable;
  changes: ChangeTable;
  versions: VersionTable;
  companies: CompanyTable;
  leads: LeadTable;
  affiliations: AffiliationTable;
  contact_points: ContactPointTable;
  lead_tags: LeadTagTable;
  lead_aliases: LeadAliasTable;
  duplicates: DuplicateTable;
  erasures: ErasureTable;
  erased_keys: ErasedKeyTable;
  events: EventTable;
  imports: ImportTable;
  import_rows: ImportRowTable;
  call_lists: CallListTable;
  call_list_rows: CallListRowTable;
  suppressions: SuppressionTable;
  mail_accounts: MailAccountTable;
  practice_mails: PracticeMailTable;
  enrollments: EnrollmentTable;
  outbox: OutboxTable;
  mail_attempts: MailAttemptTable;
  sla_clocks: SlaClockTable;
  alerts: AlertTable;
  opportunities: OpportunityTable;
  handovers: HandoverTable;
  opportunity_tasks: OpportunityTaskTable;
}
export type TableName = keyof Schema;
