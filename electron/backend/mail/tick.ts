import type { Context } from '#electron/backend/context.ts';
import type { Store } from '#electron/backend/db/store.ts';
import { recipientsById } from '#electron/backend/leads/recipients.ts';
import { isPractice, mailsTickedOn, markMailsTicked } from '#electron/backend/settings/settings.ts';
import { numberedVersion } from '#electron/backend/settings/versions.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { checkAddress } from '#shared/domain/mail/address.ts';
import { nextState, type OutboxState } from '#shared/domain/mail/outbox-states.ts';
import { decideDue, type DueDecision, isBacklog } from '#shared/domain/mail/plan.ts';
import type { Sender } from '#shared/domain/mail/sender.ts';
import { renderStep } from '#shared/domain/mail/sequence.ts';
import { type Account, findAccount } from './accounts.repo.ts';
import { openOutlet, type Outlet, practiceAccount } from './accounts.ts';
import { activeCalendar, activeSender, sequenceKind } from './agreements.ts';
import { claim, markBodyStarted } from './attempts.repo.ts';
import { composeMail, envelopeOf, type FrozenMail, sha256 } from './compose.ts';
import { findEnrollment } from './enrollments.repo.ts';
import { missingToSend } from './outbox.ts';
import {
  cancelQueued,
  findLastMail,
  findOutbox,
  listDue,
  listSentMessageIds,
  type OutboxRecord,
  patchOutbox,
} from './outbox.repo.ts';
import { valuesFor } from './sequences.ts';
import { isSuppressed, recover, settle, type Settled, whyStopped } from './settle.ts';

export interface TickResult {
  rendered: number;
  accepted: number;
  deferred: number;
  rejected: number;
  unknown: number;
  held: number;
}

/** Ticks under way, per store: a second caller waits for the first and gets its result. */
const underWay = new WeakMap<Store, Promise<TickResult>>();

/** Does what is due now, once. Mails that cannot leave stay planned, and outbox.list says what is missing. */
export async function tickMail(ctx: Context): Promise<TickResult> {
  const running = underWay.get(ctx.store);
  if (running) return await running;
  const { store } = ctx;
  const mine = new Tick(ctx).run().finally(() => underWay.delete(store));
  underWay.set(store, mine);
  return await mine;
}

/** One tick over one store. Rows are taken one by one, so a long tick never holds the writer. */
class Tick {
  readonly #ctx: Context;
  readonly #epoch: string;
  readonly #result: TickResult = { rendered: 0, accepted: 0, deferred: 0, rejected: 0, unknown: 0, held: 0 };

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#epoch = ctx.newId();
  }

  async run(): Promise<TickResult> {
    const ctx = this.#ctx;
    this.#result.unknown += await recover(ctx);
    await ctx.write(null, async tx => await cancelQueued(tx, { orphans: true }, 'leadGone'));
    const now = ctx.now();
    const due = await listDue(ctx.read, now);
    const lastTickOn = await mailsTickedOn(ctx.read);
    if (due.length > 0 && (await missingToSend(ctx.read, dayOf(now))).length === 0) {
      const planned = due.filter(row => row.state === 'planned').length;
      await this.#work(due, isBacklog(planned, lastTickOn, dayOf(now)));
    }
    if (lastTickOn !== dayOf(now)) await ctx.write(null, async tx => await markMailsTicked(tx, dayOf(now)));
    return this.#result;
  }

  async #work(due: Awaited<ReturnType<typeof listDue>>, backlog: boolean): Promise<void> {
    const ctx = this.#ctx;
    const today = dayOf(ctx.now());
    const account = (await isPractice(ctx.read)) ? await practiceAccount(ctx) : await findAccount(ctx.read);
    if (!account) return;
    const calendar = await activeCalendar(ctx.read, today);
    const sender = await activeSender(ctx.read, today);
    const perPerson = new Map<string, number>();
    for (const row of due) perPerson.set(row.addressKey, (perPerson.get(row.addressKey) ?? 0) + 1);
    const outlet = await openOutlet(ctx, account);
    try {
      for (const { id, addressKey } of due) {
        const row = await findOutbox(ctx.read, id);
        if (!row) continue;
        const decision = await this.#decide(row, perPerson.get(addressKey) ?? 1, calendar, backlog);
        if (decision.kind !== 'send') await this.#postpone(row, decision);
        else if (!(await this.#sendOne(row, outlet, calendar, sender))) break;
      }
    } finally {
      await outlet.close();
    }
  }

  async #decide(
    row: OutboxRecord,
    dueForPerson: number,
    calendar: BusinessCalendar,
    backlog: boolean,
  ): Promise<DueDecision> {
    if (backlog && row.state === 'planned') return { kind: 'hold', reason: 'backlog' };
    const last = (await findLastMail(this.#ctx.read, [row.address_key])).get(row.address_key);
    const notBefore =
      row.next_try_at !== null && row.next_try_at > row.not_before_at ? row.next_try_at : row.not_before_at;
    const lastMailOn = last === undefined ? null : dayOf(last);
    return decideDue({ notBefore, dueForPerson, lastMailOn }, calendar, this.#ctx.now());
  }

  async #postpone(row: OutboxRecord, decision: Exclude<DueDecision, { kind: 'send' }>): Promise<void> {
    if (decision.kind === 'wait') return;
    if (decision.kind === 'hold') return await this.#hold(row, decision.reason);
    await this.#ctx.write(null, async tx => await patchOutbox(tx, row, { not_before_at: decision.to }));
  }

  async #hold(row: OutboxRecord, reason: string): Promise<void> {
    const state = nextState(row.state as OutboxState, 'hold');
    const held = await this.#ctx.write(null, async tx => await patchOutbox(tx, row, { state, reason }));
    if (held) this.#result.held++;
  }

  /** False when the account or the way out is the trouble, so that going on makes no sense. */
  async #sendOne(
    planned: OutboxRecord,
    outlet: Outlet,
    calendar: BusinessCalendar,
    sender: Sender,
  ): Promise<boolean> {
    const row =
      planned.state === 'planned' ? await this.#render(planned, outlet.account, calendar, sender) : planned;
    if (!row?.raw) return true;
    if (sha256(row.raw) !== row.raw_sha256) {
      await this.#hold(row, 'bytesDamaged');
      return true;
    }
    if (!(await this.#claim(row, outlet.account))) return true;
    const claimed = { id: row.id, rev: row.rev + 1, n: row.attempt_no + 1 };
    const envelope = envelopeOf(outlet.account.fromAddress, row.address);
    const outcome = await outlet.transport.deliver(
      outlet.target,
      { ...envelope, raw: row.raw },
      {
        onBodyStarted: async () =>
          await this.#ctx.write(
            null,
            async tx => !(await isSuppressed(tx, row)) && (await markBodyStarted(tx, claimed)),
          ),
      },
    );
    this.#count(await settle(this.#ctx, row.id, outcome));
    return outcome.kind !== 'notSent' && (await this.#accountGoes());
  }

  /** Takes the row, or cancels it when an opt-out or a stop has come in between. */
  async #claim(row: OutboxRecord, account: Account): Promise<boolean> {
    return await this.#ctx.write(null, async tx => {
      if (!(await isSuppressed(tx, row)) && (await claim(tx, row, account, this.#epoch))) return true;
      const enrollment =
        row.enrollment_id === null ? undefined : await findEnrollment(tx.read, row.enrollment_id);
      const reason = await whyStopped(tx, row);
      const lead =
        row.lead_id === null ? undefined : (await recipientsById(tx.read, [row.lead_id])).get(row.lead_id);
      const stopped = reason === 'suppressed' || enrollment?.status === 'stopped' || lead?.trashed !== false;
      if (stopped)
        await patchOutbox(tx, row, { state: nextState(row.state as OutboxState, 'cancel'), reason });
      return false;
    });
  }

  async #accountGoes(): Promise<boolean> {
    const account = await findAccount(this.#ctx.read);
    const paused =
      account?.pauseReason !== null && (account?.pausedUntilAt ?? this.#ctx.now()) >= this.#ctx.now();
    return account !== undefined && !paused;
  }

  #count(settled: Settled): void {
    if (settled !== 'cancelled') this.#result[settled]++;
  }

  /** Freezes the bytes of a planned mail, or holds it for a person with the reason. */
  async #render(
    row: OutboxRecord,
    account: Account,
    calendar: BusinessCalendar,
    sender: Sender,
  ): Promise<OutboxRecord | undefined> {
    const ctx = this.#ctx;
    const enrollment =
      row.enrollment_id === null ? undefined : await findEnrollment(ctx.read, row.enrollment_id);
    const lead = enrollment && (await recipientsById(ctx.read, [enrollment.leadId])).get(enrollment.leadId);
    const sequence =
      enrollment &&
      (await numberedVersion(ctx.read, sequenceKind, enrollment.sequenceKey, enrollment.sequenceN));
    if (!enrollment || !lead || !sequence) return undefined;
    const to = checkAddress(lead.email);
    const code = sha256(new TextEncoder().encode(row.uid)).slice(0, 8).toUpperCase();
    const values = valuesFor(lead, sender, code);
    const mail = renderStep(sequence, row.step_no - 1, values, sender, { today: dayOf(ctx.now()), calendar });
    if (!mail.ok || !to.ok) {
      await this.#hold(row, mail.ok ? 'addressInvalid' : 'lint');
      return undefined;
    }
    const frozen = await composeMail({
      uid: row.uid,
      at: ctx.now(),
      from: { name: account.fromName, address: account.fromAddress },
      to: { name: lead.name ? `${lead.name} 様` : '', address: to.address },
      subject: mail.subject,
      text: mail.text,
      refusal: { address: sender.refusalAddress, code },
      references: await listSentMessageIds(ctx.read, enrollment.id),
    });
    const address = { address: to.address, address_key: to.key };
    return await this.#freeze(row, { ...address, subject: mail.subject }, frozen);
  }

  async #freeze(
    row: OutboxRecord,
    shown: { address: string; address_key: string; subject: string },
    frozen: FrozenMail,
  ): Promise<OutboxRecord | undefined> {
    const state = nextState(row.state as OutboxState, 'render');
    const bytes = { raw: frozen.raw, raw_sha256: frozen.sha256, message_id: frozen.messageId };
    const done = await this.#ctx.write(
      null,
      async tx => await patchOutbox(tx, row, { ...shown, ...bytes, state, reason: null }),
    );
    if (!done) return undefined;
    this.#result.rendered++;
    return await findOutbox(this.#ctx.read, row.id);
  }
}
