import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { eventsOf, type StoredEvent } from '#electron/backend/events/events.ts';
import { optedOutLeads } from '#electron/backend/mail/opted-out.ts';
import { reasonsOf } from '#electron/backend/scoring/reasons.ts';
import { findMemberNames } from '#electron/backend/settings/members.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { naturalDirection } from '#shared/contract/lead-filter.ts';
import type { Lead, LeadRow, TimelineEvent } from '#shared/contract/leads.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { ReasonRow } from '#shared/i18n/reasons.ts';
import { sameCompanyOfLeads } from './colleagues.ts';
import { findLeadDetail, listAffiliations, listContactPoints, listTags } from './lead-page.repo.ts';
import { findLeadId, listRows, type StoredLeadRow } from './leads.repo.ts';
import { ownerChangesOf } from './owner-changes.ts';
import { findWindow } from './window.ts';

/** The lead's number inside the backend; a merged lead's uid leads to the survivor. Throws NOT_FOUND. */
export async function leadIdOf(ctx: Pick<Context, 'read'>, uid: string): Promise<number> {
  const id = await findLeadId(ctx.read, uid);
  if (id === undefined) throw new AppError('NOT_FOUND', { entity: 'lead' });
  return id;
}

/** One window of the list. */
export async function listLeads(
  ctx: Context,
  input: InputOf<'leads', 'list'>,
): Promise<{ rows: LeadRow[]; total: number }> {
  const { sort, direction, offset, limit, reasons, ...filter } = input;
  const on = { filter, today: dayOf(ctx.now()) };
  const order = { sort, direction: direction ?? naturalDirection(sort) };
  const { ids, total } = await findWindow(ctx.store, on, order, { offset, limit });
  const why = reasons ? await reasonsOf(ctx.read, ids, on.today) : undefined;
  return { rows: await withSameCompany(ctx, await listRows(ctx.read, ids), why), total };
}

/** Everything about one lead. Throws NOT_FOUND. */
export async function getLead(ctx: Context, input: { uid: string }): Promise<Lead> {
  const id = await leadIdOf(ctx, input.uid);
  const [row] = await withSameCompany(ctx, await listRows(ctx.read, [id]));
  if (!row) throw new AppError('NOT_FOUND', { entity: 'lead' });
  const detail = await findLeadDetail(ctx.read, id);
  return {
    ...row,
    ...detail,
    consentBasis: detail.consentBasis as Lead['consentBasis'],
    suppressed: (await optedOutLeads(ctx.read, [id])).has(id),
    contactPoints: await listContactPoints(ctx.read, id),
    affiliations: await listAffiliations(ctx.read, id),
    tags: await listTags(ctx.read, id),
    timeline: await timelineOf(ctx, id, row.uid),
  };
}

/** What happened and who had the lead, newest first; retracted entries stay visible as such. */
async function timelineOf(ctx: Context, leadId: number, uid: string): Promise<TimelineEvent[]> {
  const names = await findMemberNames(ctx);
  const events = await eventsOf(ctx.read, [leadId], { retracted: true });
  const owners = await ownerChangesOf(ctx.read, uid, names);
  const all = [...events.map(event => shownEvent(event, names)), ...owners];
  return all.sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0)).toReversed();
}

const timeOf = (event: TimelineEvent): string => `${event.occurredOn} ${event.recordedAt}`;

/** An event as a timeline shows it. `names`: members by their number. */
export function shownEvent(event: StoredEvent, names: ReadonlyMap<number, string>): TimelineEvent {
  return {
    uid: event.uid,
    kind: event.kind,
    occurredOn: event.occurredOn,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    memberName: event.memberId === null ? null : (names.get(event.memberId) ?? null),
    source: event.source,
    data: event.data,
    retracted: event.retracted,
  };
}

/** List rows with who else is busy at their company. */
async function withSameCompany(
  { read }: Pick<Context, 'read'>,
  rows: readonly StoredLeadRow[],
  why?: ReadonlyMap<number, ReasonRow[]>,
): Promise<LeadRow[]> {
  const busy = await sameCompanyOfLeads(read, rows);
  return rows.map(({ id, companyId: _company, ownerId: _owner, ...row }) => ({
    ...row,
    sameCompany: busy.get(id) ?? null,
    reasons: why ? (why.get(id) ?? []) : null,
  }));
}
