import type { Context } from '#electron/backend/context.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { recordEvents } from '#electron/backend/events/events.ts';
import {
  idsAwaitingMail,
  type LeadRecipient,
  recipientsById,
  recipientsByUid,
} from '#electron/backend/leads/recipients.ts';
import { refreshLeads } from '#electron/backend/leads/refresh.ts';
import { activeVersion, addVersion } from '#electron/backend/settings/versions.ts';
import { AppError } from '#electron/backend/errors.ts';
import type { Reason } from '#shared/contract/base.ts';
import type { Sequence as SequenceView } from '#shared/contract/mail.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { checkAddress } from '#shared/domain/mail/address.ts';
import { planStep } from '#shared/domain/mail/plan.ts';
import type { MergeValues } from '#shared/domain/mail/fields.ts';
import { mayMail, mergeValues, type Sender } from '#shared/domain/mail/sender.ts';
import { gapBefore, plannedSubject, type Sequence } from '#shared/domain/mail/sequence.ts';
import { activeCalendar, activeSender, sequenceKeys, sequenceKind } from './agreements.ts';
import { sha256 } from './compose.ts';
import { countEnrolled, findEnrolledLeads, insertEnrollments } from './enrollments.repo.ts';
import { findLastMail, findPendingAddresses, insertSteps } from './outbox.repo.ts';
import { optedOutLeads } from './opted-out.ts';
import { findSuppressed } from './suppressions.repo.ts';

/** The sequences of this store with their steps and how many people were enrolled. */
export async function listSequences(ctx: Context): Promise<SequenceView[]> {
  const today = dayOf(ctx.now());
  const enrolled = await countEnrolled(ctx.read);
  const list: SequenceView[] = [];
  for (const key of await sequenceKeys(ctx.read)) {
    const { n, data } = await activeVersion(ctx.read, sequenceKind, today, key);
    const steps = data.steps.map((step, i) => ({
      no: i + 1,
      afterDays: gapBefore(data, i),
      subject: step.subject,
      text: step.body,
    }));
    list.push({ key, n, name: data.name, steps, enrolled: enrolled.get(key) ?? 0 });
  }
  return list;
}

/** Same step, same enrolment: the same key, whoever asks and however often. Step numbers count from 1. */
export const idemKey = (enrollmentUid: string, stepNo: number): string =>
  sha256(new TextEncoder().encode(`${enrollmentUid}|${stepNo}`));

/** What the marks of a template stand for when this lead gets the mail. */
export const valuesFor = (lead: LeadRecipient, sender: Sender, refusalCode: string): MergeValues =>
  mergeValues({ ...lead, event: lead.event || null, metOn: lead.acquiredOn }, sender, refusalCode);

interface Candidate {
  lead: LeadRecipient;
  address: string;
  addressKey: string;
}
type Sorted = { candidates: Candidate[]; left: { leadUid: string; reason: Reason }[] };

/** What one lead by itself has against getting mail, or null. */
function reasonAgainst(lead: LeadRecipient): Reason | null {
  if (lead.trashed) return { code: 'leadTrashed', params: {} };
  if (lead.companyKind !== null && lead.companyKind !== 'prospect')
    return { code: 'companyKind', params: { kind: lead.companyKind } };
  if (lead.email.trim() === '') return { code: 'noAddress', params: {} };
  const checked = checkAddress(lead.email);
  if (!checked.ok) return { code: 'addressInvalid', params: { problem: checked.problem } };
  return mayMail(lead.basis) ? null : { code: 'consentBasis', params: { basis: lead.basis } };
}

/** Sorts the leads into those who can be enrolled and those who cannot, each with the reason. */
async function sortLeads(ctx: Context, sequenceKey: string, leadUids: readonly string[]): Promise<Sorted> {
  const sorted: Sorted = { candidates: [], left: [] };
  const found = await recipientsByUid(ctx.read, leadUids);
  const seen = new Set<number>();
  for (const uid of leadUids) {
    const lead = found.get(uid);
    const against = lead ? reasonAgainst(lead) : { code: 'leadMissing', params: {} };
    if (lead && seen.has(lead.id)) continue;
    if (lead) seen.add(lead.id);
    const checked = checkAddress(lead?.email ?? '');
    if (against !== null || !lead || !checked.ok)
      sorted.left.push({ leadUid: uid, reason: against ?? { code: 'addressInvalid', params: {} } });
    else sorted.candidates.push({ lead, address: checked.address, addressKey: checked.key });
  }
  return await leaveOutKnown(ctx, sequenceKey, sorted);
}

async function leaveOutKnown(ctx: Context, sequenceKey: string, sorted: Sorted): Promise<Sorted> {
  const keys = sorted.candidates.map(one => one.addressKey);
  const suppressed = await findSuppressed(ctx.read, keys);
  const pending = await findPendingAddresses(ctx.read, keys);
  const ids = sorted.candidates.map(one => one.lead.id);
  const enrolled = await findEnrolledLeads(ctx.read, ids, sequenceKey);
  const optedOut = await optedOutLeads(ctx.read, ids);
  const taken = new Set<string>();
  const candidates = sorted.candidates.filter(({ lead, addressKey }) => {
    // Whoever opted out under one of their addresses gets nothing under another.
    const code =
      suppressed.has(addressKey) || optedOut.has(lead.id)
        ? 'suppressed'
        : enrolled.has(lead.id)
          ? 'alreadyEnrolled'
          : pending.has(addressKey) || taken.has(addressKey)
            ? 'sameAddress'
            : null;
    if (code === null) taken.add(addressKey);
    else sorted.left.push({ leadUid: lead.uid, reason: { code, params: {} } });
    return code === null;
  });
  return { candidates, left: sorted.left };
}

/** As many as one call enrols. */
const ENROLLED_AT_MOST = 10_000;

/** Whom a sequence could be started for: on the way of step mails, not in it yet, and nothing against it. */
export async function waitingFor(
  ctx: Context,
  { sequenceKey }: { sequenceKey: string },
): Promise<{ leadUids: string[] }> {
  const ids = await idsAwaitingMail(ctx.read, dayOf(ctx.now()));
  const enrolled = await findEnrolledLeads(ctx.read, ids, sequenceKey);
  const next = ids.filter(id => !enrolled.has(id)).slice(0, ENROLLED_AT_MOST);
  const found = await recipientsById(ctx.read, next);
  const { candidates } = await sortLeads(
    ctx,
    sequenceKey,
    [...found.values()].map(lead => lead.uid),
  );
  return { leadUids: candidates.map(one => one.lead.uid) };
}

/**
 * Enrols leads in a sequence under its current version and plans their first mail. Leads that may not or
 * cannot get mail are returned with the reason. Throws NOT_FOUND for an unknown sequence.
 */
export async function enroll(
  ctx: Context,
  input: { sequenceKey: string; leadUids: string[] },
): Promise<{ operationUid: string; enrolled: number; left: Sorted['left'] }> {
  const { sequenceKey } = input;
  if (!(await sequenceKeys(ctx.read)).includes(sequenceKey))
    throw new AppError('NOT_FOUND', { entity: 'sequence' });
  const today = dayOf(ctx.now());
  const version = await activeVersion(ctx.read, sequenceKind, today, sequenceKey);
  const { candidates, left } = await sortLeads(ctx, sequenceKey, input.leadUids);
  const operationUid = ctx.newId();
  // Mails that left cannot be called back, so this is no operation to undo: an enrolment is stopped instead.
  const operation = {
    kind: 'sequences.enroll',
    uid: operationUid,
    undoable: false,
    data: { n: candidates.length },
  };
  await ctx.write(operation, async tx => {
    // The shipped texts may change with an update; whoever is enrolled keeps what was agreed on.
    const n = version.n || (await addVersion(tx, sequenceKind, version.data, { key: sequenceKey }));
    await enrolAll(ctx, tx, { key: sequenceKey, n, sequence: version.data }, candidates);
  });
  return { operationUid, enrolled: candidates.length, left };
}

async function enrolAll(
  ctx: Context,
  tx: WriteTx,
  running: { key: string; n: number; sequence: Sequence },
  candidates: readonly Candidate[],
): Promise<void> {
  const today = dayOf(tx.at);
  const calendar = await activeCalendar(tx.read, today);
  const lastMail = await findLastMail(
    tx.read,
    candidates.map(one => one.addressKey),
  );
  const rows = candidates.map(({ lead }) => ({
    uid: ctx.newId(),
    leadId: lead.id,
    sequenceKey: running.key,
    sequenceN: running.n,
  }));
  const ids = await insertEnrollments(tx, rows);
  const gap = gapBefore(running.sequence, 0);
  const sender = await activeSender(tx.read, today);
  const steps = candidates.map(({ lead, address, addressKey }, i) => {
    const last = lastMail.get(addressKey);
    const plan = { anchorOn: today, gap, lastMailOn: last === undefined ? null : dayOf(last) };
    return {
      uid: ctx.newId(),
      idemKey: idemKey(rows[i]?.uid ?? '', 1),
      enrollmentId: ids[i] ?? 0,
      leadId: lead.id,
      address,
      addressKey,
      subject: plannedSubject(running.sequence, 0, valuesFor(lead, sender, ''), { today, calendar }),
      stepNo: 1,
      notBeforeAt: planStep(plan, calendar, tx.at),
    };
  });
  await insertSteps(tx, steps);
  await recordEvents(
    tx,
    candidates.map(({ lead }) => ({
      uid: ctx.newId(),
      kind: 'sequence.enrolled',
      leadId: lead.id,
      occurredOn: today,
      occurredAt: tx.at,
      source: 'user',
      data: { sequence: running.key, n: running.n },
    })),
  );
  await refreshLeads(
    ctx,
    tx,
    candidates.map(one => one.lead.id),
  );
}
