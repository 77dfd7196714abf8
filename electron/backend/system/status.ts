import { basename } from 'node:path';
import type { Context } from '#electron/backend/context.ts';
import type { TableName } from '#electron/backend/db/schema.ts';
import { AppError, isAppError } from '#electron/backend/errors.ts';
import { countLeads } from '#electron/backend/leads/count.ts';
import { listMembers } from '#electron/backend/settings/members.ts';
import { isPractice, preferences, shippedPreferences } from '#electron/backend/settings/settings.ts';
import type { Reason } from '#shared/contract/base.ts';
import type { SystemStatus } from '#shared/contract/system.ts';
import { dayOf, instant } from '#shared/domain/base/days.ts';
import { APP_VERSION } from './version.ts';

/** What the shell of the app needs to draw itself; works without an open store. */
export async function status(ctx: Context): Promise<SystemStatus> {
  const now = ctx.now();
  const common = {
    appVersion: APP_VERSION,
    now,
    today: dayOf(now),
    secrets: ctx.ports.secrets.kind,
    ownPath: ctx.keeper.ownPath,
  };
  if (!ctx.keeper.isOpen)
    return {
      ...common,
      store: null,
      storeProblem: problemOf(ctx.keeper.problem),
      member: null,
      preferences: shippedPreferences(),
    };
  const members = await listMembers(ctx);
  return {
    ...common,
    store: {
      name: basename(ctx.store.path),
      path: ctx.store.path,
      practice: await isPractice(ctx.read),
      readOnly: ctx.store.readOnly,
      leads: await countLeads(ctx.read),
    },
    storeProblem: null,
    member: members.find(member => member.uid === ctx.member?.uid) ?? null,
    preferences: await preferences(ctx.read),
  };
}

function problemOf(error: Error | undefined): Reason {
  if (isAppError(error)) return { code: error.code, params: error.data as Reason['params'] };
  return { code: error ? 'INTERNAL' : 'STORE_NOT_OPEN', params: error ? { incident: '' } : {} };
}

/** Which domains a table belongs to: what a window must read again after a commit. */
const DOMAIN_OF: Partial<Record<TableName, string>> = {
  call_lists: 'calls',
  call_list_rows: 'calls',
  outbox: 'mail',
  mail_attempts: 'mail',
  enrollments: 'mail',
  suppressions: 'mail',
  mail_accounts: 'mail',
  practice_mails: 'mail',
  imports: 'imports',
  import_rows: 'imports',
  members: 'settings',
  settings: 'settings',
  versions: 'settings',
  operations: 'history',
  changes: 'history',
  events: 'events',
  sla_clocks: 'sla',
  alerts: 'alerts',
  opportunities: 'opportunities',
  handovers: 'opportunities',
  opportunity_tasks: 'opportunities',
};

/** One event per commit with the domains it changed; ends when the caller leaves. */
export async function* changes(
  ctx: Context,
): AsyncGenerator<{ domains: string[]; now: SystemStatus['now'] }, void, void> {
  const pending = new Set<string>();
  let wake = (): void => undefined;
  const stop = ctx.keeper.onCommit(tables => {
    for (const table of tables) pending.add(DOMAIN_OF[table] ?? 'leads');
    wake();
  });
  ctx.signal?.addEventListener('abort', () => wake());
  try {
    while (!ctx.signal?.aborted) {
      if (pending.size === 0)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      if (ctx.signal?.aborted) return;
      const domains = [...pending];
      pending.clear();
      yield { domains, now: ctx.now() };
    }
  } finally {
    stop();
  }
}

/** Moves the practice clock; null returns to the real time. Throws STORE_PRACTICE_ONLY in a real store. */
export async function setClock(
  ctx: Context,
  input: { now: string | null },
): Promise<{ now: SystemStatus['now'] }> {
  if (!(await isPractice(ctx.read))) throw new AppError('STORE_PRACTICE_ONLY', {});
  ctx.keeper.clockShift = input.now === null ? null : instant(input.now);
  return { now: ctx.now() };
}
