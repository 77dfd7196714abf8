import type { Context } from '#electron/backend/context.ts';
import type { CallListHead, CallListRow, Outcome } from '#shared/contract/calls.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { barrierOf } from './callable.ts';
import { listRowsOf } from './calls.repo.ts';
import { headOf, publicHead } from './heads.ts';
import { listHeads } from './lists.repo.ts';
import { type Snapshot, zSnapshot } from './snapshot.ts';

/** Every list, newest first. */
export const listLists = async (ctx: Context): Promise<CallListHead[]> =>
  (await listHeads(ctx.read)).map(publicHead);

/** One list with its rows as they were when it was made, and what was recorded since. Throws NOT_FOUND. */
export async function getList(ctx: Context, input: { uid: string }): Promise<OutputOf<'callLists', 'get'>> {
  const head = await headOf(ctx, input.uid);
  const rows = await listRowsOf(ctx.read, head.id);
  return {
    ...publicHead(head),
    items: rows.map((row, i): CallListRow => {
      const shown = zSnapshot.parse(JSON.parse(row.snapshot));
      const call = row.call_data === null ? null : (JSON.parse(row.call_data) as { outcome?: Outcome });
      return {
        uid: row.uid,
        position: i + 1,
        leadUid: row.lead_uid,
        barred: barrierOf(row, head.rule.companyKinds),
        callerName: row.caller_name,
        band: shown.band,
        total: shown.total,
        companyName: shown.companyName,
        department: shown.department,
        title: shown.title,
        name: shown.name,
        kana: shown.kana,
        phone: shown.phone.text,
        phoneE164: shown.phone.tel ?? '',
        phone2: shown.phone2?.text ?? '',
        reasons: reasonsOf(shown),
        outcome: call?.outcome ?? null,
        outcomeAt: row.call_at,
      };
    }),
  };
}

/** Why somebody is on the list, strongest first. */
function reasonsOf(shown: Snapshot): CallListRow['reasons'] {
  const reasons: CallListRow['reasons'] = [];
  if (shown.promiseOn) reasons.push({ code: 'callback', params: { on: shown.promiseOn } });
  if (shown.band === 'hot') reasons.push({ code: 'hot', params: {} });
  if (shown.lastCall) reasons.push({ code: 'attempt', params: { n: shown.lastCall.times + 1 } });
  else reasons.push({ code: 'firstCall', params: {} });
  if (shown.coolsOn) reasons.push({ code: 'cools', params: { on: shown.coolsOn } });
  return reasons;
}
