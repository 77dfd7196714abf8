import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import type { Instant } from '#shared/domain/base/days.ts';
import type { SmtpTarget } from './transport.ts';

export interface Account {
  id: number;
  uid: string;
  kind: 'practice' | 'smtp';
  fromName: string;
  fromAddress: string;
  host: string;
  port: number;
  security: SmtpTarget['security'];
  userName: string;
  sealedSecret: string | null;
  pausedUntilAt: Instant | null;
  pauseReason: string | null;
}

/** The sending account of a store; a store has one. */
export async function findAccount(db: ReadDb): Promise<Account | undefined> {
  const row = await db.selectFrom('mail_accounts').selectAll().orderBy('id').limit(1).executeTakeFirst();
  return row
    ? {
        id: row.id,
        uid: row.uid,
        kind: row.kind as Account['kind'],
        fromName: row.from_name,
        fromAddress: row.from_address,
        host: row.host,
        port: row.port,
        security: row.security as Account['security'],
        userName: row.user_name,
        sealedSecret: row.sealed_secret,
        pausedUntilAt: row.paused_until_at,
        pauseReason: row.pause_reason,
      }
    : undefined;
}

/** Adds or replaces the account by uid. A new secret or server ends a pause: somebody acted on it. */
export async function putAccount(tx: WriteTx, account: Omit<Account, 'id'>): Promise<void> {
  const values = {
    kind: account.kind,
    from_name: account.fromName,
    from_address: account.fromAddress,
    host: account.host,
    port: account.port,
    security: account.security,
    user_name: account.userName,
    sealed_secret: account.sealedSecret,
    paused_until_at: account.pausedUntilAt,
    pause_reason: account.pauseReason,
  };
  tx.touch('mail_accounts');
  await tx.db
    .insertInto('mail_accounts')
    .values({ uid: account.uid, ...values })
    .onConflict(conflict => conflict.column('uid').doUpdateSet(values))
    .execute();
}

/** Rests the account until a time, or with null until somebody acts. */
export async function pauseAccount(
  tx: WriteTx,
  id: number,
  pause: { reason: string; untilAt: Instant | null },
): Promise<void> {
  tx.touch('mail_accounts');
  await tx.db
    .updateTable('mail_accounts')
    .set({ pause_reason: pause.reason, paused_until_at: pause.untilAt })
    .where('id', '=', id)
    .execute();
}

export async function resumeAccount(tx: WriteTx, id: number): Promise<void> {
  tx.touch('mail_accounts');
  await tx.db
    .updateTable('mail_accounts')
    .set({ pause_reason: null, paused_until_at: null })
    .where('id', '=', id)
    .execute();
}
