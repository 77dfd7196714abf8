import type { ReadDb } from '#electron/backend/db/access.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { AppError } from '#electron/backend/errors.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { type MemberRow, teamOf } from '#electron/backend/settings/members.ts';
import { lastAssigned, markAssigned } from '#electron/backend/settings/settings.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { Day } from '#shared/domain/base/days.ts';
import {
  type Assignable,
  type AssignRule,
  busyUntil,
  inTurn,
  type LeftOut,
  leftOutReason,
  shareOut,
  type Taker,
} from '#shared/domain/team/assign.ts';
import { countBusy, listHolders } from './assign.repo.ts';

/** Members who can be given somebody, in turn, and those who cannot. */
export interface Takers {
  readonly able: (Taker & { readonly row: MemberRow })[];
  readonly leftOut: { readonly row: MemberRow; readonly reason: LeftOut }[];
}

/** The chosen members as they can take people on that day. Throws NOT_FOUND for one nobody knows. */
export async function takersOf(db: ReadDb, memberUids: readonly string[], on: Day): Promise<Takers> {
  const team = await teamOf({ read: db });
  const chosen = [...new Set(memberUids)].map(uid => {
    const row = team.find(known => known.member.uid === uid);
    if (!row) throw new AppError('NOT_FOUND', { entity: 'member' });
    return { ...row, uid };
  });
  const { data: cal } = await activeVersion(db, calendar, on);
  const busy = await countBusy(db, busyUntil(cal, on));
  const ordered = inTurn(chosen, await lastAssigned(db)).map(({ uid: _uid, ...row }) => ({
    row,
    id: row.id,
    busy: busy.get(row.id) ?? 0,
    reason: leftOutReason(row.member, cal, on),
  }));
  return {
    able: ordered.flatMap(({ reason, ...taker }) => (reason === null ? [taker] : [])),
    leftOut: ordered.flatMap(({ row, reason }) => (reason === null ? [] : [{ row, reason }])),
  };
}

/** Who gets whom by the rule; a company stays with who has it. */
export async function shareAmong(
  db: ReadDb,
  people: readonly Assignable[],
  takers: readonly Taker[],
  rule: AssignRule,
): Promise<Map<number, number>> {
  const companies = [...new Set(people.flatMap(({ companyId }) => companyId ?? []))];
  const holders = await listHolders(
    db,
    companies,
    takers.map(({ id }) => id),
  );
  return shareOut(people, takers, rule, holders);
}

/** Remembers whose turn it was, so that the next one begins behind them. */
export async function rememberTurn(
  tx: WriteTx,
  takers: Takers,
  share: ReadonlyMap<number, number>,
): Promise<void> {
  const got = new Set(share.values());
  const last = takers.able.findLast(({ id }) => got.has(id));
  if (last) await markAssigned(tx, last.row.member.uid);
}
