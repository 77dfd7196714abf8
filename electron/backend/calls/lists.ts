import type { Context } from '#electron/backend/context.ts';
import type { CallListHead, CallListRow, Outcome } from '#shared/contract/calls.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { dailyOf, weekOf } from '#shared/domain/calls/callers.ts';
import { weekToCall } from '#shared/domain/calls/list-settings.ts';
import { barrierOf } from './callable.ts';
import { listRowsOf } from './calls.repo.ts';
import { headOf, publicHead } from './heads.ts';
import { countResults, listHeads } from './lists.repo.ts';
import { type Snapshot, zSnapshot } from './snapshot.ts';

/** The newest lists, or those made together. */
export const listLists = async (ctx: Context, input: InputOf<'callLists', 'list'>): Promise<CallListHead[]> =>
  (await listHeads(ctx.read, input)).map(publicHead);

/** The lists of the week that is called now, with what is done today of what each day asks for. */
export async function weekLists(
  ctx: Context,
  { scope }: InputOf<'callLists', 'week'>,
): Promise<OutputOf<'callLists', 'week'>> {
  const on = dayOf(ctx.now());
  const { data: cal } = await activeVersion(ctx.read, calendar, on);
  const weekOn = weekToCall(cal, on);
  const mine = (head: CallListHead): boolean =>
    scope === 'team' || head.callerUid === null || head.callerUid === ctx.member?.uid;
  const heads = (await listHeads(ctx.read, { weekOn })).filter(mine);
  const ids = heads.map(head => head.id);
  const today = await countResults(ctx.read, ids, on);
  return {
    weekOn,
    lists: heads.map(head => ({
      ...publicHead(head),
      doneToday: today.get(head.id) ?? 0,
      goalToday: dailyOf(head.rows, weekOf(cal, weekOn, head.rows, head.callerUid).there),
    })),
  };
}

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
