import type { Context } from '#electron/backend/context.ts';
import { AppError } from '#electron/backend/errors.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { EntryRow } from '#shared/contract/call-entry.ts';
import type { CallListHead } from '#shared/contract/calls.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf, instantAt } from '#shared/domain/base/days.ts';
import { paperDays, readListCode } from '#shared/domain/calls/entry.ts';
import { barrierOf } from './callable.ts';
import { listRowsOf, type StoredListRow } from './calls.repo.ts';
import { headOf, publicHead } from './heads.ts';
import { findLatestOut, listHeads, listsOut, type StoredHead } from './lists.repo.ts';
import { zSnapshot } from './snapshot.ts';
import { storedResult } from './stored-result.ts';

type Input = InputOf<'callLists', 'entry'>;

/** A list to type back, rows in the order of the paper. Throws LIST_NUMBER_WRONG, NOT_FOUND. */
export async function entryList(ctx: Context, input: Input): Promise<OutputOf<'callLists', 'entry'>> {
  const found = await askedList(ctx, input);
  if (found === null) return null;
  const { head, page } = found;
  const today = dayOf(ctx.now());
  const { data: cal } = await activeVersion(ctx.read, calendar, today);
  const rows = await listRowsOf(ctx.read, head.id);
  const first = Math.max(0, page - 1) * head.pageRows + 1;
  return {
    ...publicHead(head),
    days: paperDays({ weekOn: head.weekOn, createdOn: dayOf(head.createdAt) }, today, cal),
    from: Math.min(first, Math.max(1, rows.length)),
    items: rows.map((row, i) => entryRow(row, i + 1, head)),
  };
}

async function askedList(
  ctx: Context,
  { code, uid }: Input,
): Promise<{ head: StoredHead; page: number } | null> {
  if (uid !== undefined) return { head: await headOf(ctx, uid), page: 1 };
  if (code === undefined) {
    const id = await findLatestOut(ctx.read);
    const [head] = id === undefined ? [] : await listHeads(ctx.read, { ids: [id] });
    return head ? { head, page: 1 } : null;
  }
  const read = readListCode(code);
  if ('wrong' in read) throw new AppError('LIST_NUMBER_WRONG', { why: read.wrong });
  const [head] = await listHeads(ctx.read, { serial: read.serial });
  if (!head) throw new AppError('NOT_FOUND', { entity: 'callList' });
  return { head, page: read.page ?? 1 };
}

function entryRow(row: StoredListRow, position: number, head: StoredHead): EntryRow {
  const shown = zSnapshot.parse(JSON.parse(row.snapshot));
  const result = storedResult(row);
  // What a result did to a person bars them from the next call, not from being looked at.
  const barred = result === null ? barrierOf(row, head.rule.companyKinds) : null;
  const isGone = barred !== null;
  return {
    uid: row.uid,
    position,
    barred,
    companyName: isGone ? '' : shown.companyName,
    name: isGone ? '' : shown.name,
    phone: isGone ? '' : shown.phone.text,
    result,
    operationUid: row.operation_kind === 'calls.recordSheet' ? null : row.operation_uid,
  };
}

/** Lists that went out before today and are not declared typed back, with rows that have no result. */
export async function listsStillOut(ctx: Context): Promise<CallListHead[]> {
  const ids = await listsOut(ctx.read, instantAt(dayOf(ctx.now()), 0));
  if (ids.length === 0) return [];
  const heads = new Map((await listHeads(ctx.read, { ids })).map(head => [head.id, head]));
  return ids.flatMap(id => {
    const head = heads.get(id);
    return head && head.done < head.rows ? [publicHead(head)] : [];
  });
}

/** Says that all of a paper is typed in, or that it is not. Throws NOT_FOUND. */
export async function finishList(
  ctx: Context,
  input: InputOf<'callLists', 'finish'>,
): Promise<OutputOf<'callLists', 'finish'>> {
  const head = await headOf(ctx, input.uid);
  const operationUid = ctx.newId();
  await ctx.write(
    { kind: 'callLists.finish', data: { number: head.number }, uid: operationUid },
    async tx => await tx.update('call_lists', head.id, { typed_back_at: input.finished ? tx.at : null }),
  );
  return { operationUid };
}
