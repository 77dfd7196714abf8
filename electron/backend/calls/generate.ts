import type { Context } from '#electron/backend/context.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import { AppError } from '#electron/backend/errors.ts';
import { scorerFor, today } from '#electron/backend/scoring/rescore.ts';
import { callListSettings, callRules } from '#electron/backend/settings/agreements.ts';
import { markListSerial } from '#electron/backend/settings/settings.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { mondayOf } from '#shared/domain/base/days.ts';
import { weekToCall } from '#shared/domain/calls/list-settings.ts';
import { lastDayOfWeek, type ListRow, type ListRule } from '#shared/domain/calls/selection.ts';
import { callersOf } from './callers.ts';
import { findImportId } from './calls.repo.ts';
import { publicHead } from './heads.ts';
import { listHeads, nextSerial } from './lists.repo.ts';
import { type Selected, selectLeads } from './select.ts';
import type { Snapshot } from './snapshot.ts';
import { snapshotsOf } from './snapshots.ts';

/** Makes the week's lists, one per caller, by the weekly rule or of the people of one import. Throws LIST_EMPTY, NOT_FOUND. */
export async function generateLists(
  ctx: Context,
  input: InputOf<'callLists', 'generate'>,
): Promise<OutputOf<'callLists', 'generate'>> {
  const importId = input.importUid === undefined ? null : await importIdOf(ctx, input.importUid);
  const on = today(ctx);
  const { cal, rules } = await scorerFor(ctx.read, on);
  const { data: agreed } = await activeVersion(ctx.read, callRules, on);
  const { n: settingsN, data: settings } = await activeVersion(ctx.read, callListSettings, on);
  const weekOn = mondayOf(input.weekOn ?? weekToCall(cal, on));
  const rule = ruleFor(settings.rule, input.perCaller, importId !== null);
  const callers = await callersOf(ctx, cal, weekOn, rule.maxRows);
  const lastOn = lastDayOfWeek(cal, weekOn);
  const terms = { rule, limits: agreed.limits, callers, lastOn, cal, on };
  const selected = await selectLeads(ctx.read, { importId }, terms);
  if (selected.lists.length === 0) throw new AppError('LIST_EMPTY', { listed: selected.excluded.listed });
  const batchUid = ctx.newId();
  const operationUid = await writeLists(ctx, await shown(ctx, selected), {
    batch_uid: batchUid,
    kind: importId === null ? 'weekly' : 'import',
    import_id: importId,
    week_on: weekOn,
    rule: JSON.stringify(rule),
    rules_n: rules.n,
    settings_n: settingsN,
    excluded: JSON.stringify(selected.excluded),
    listed_on: JSON.stringify(selected.listedOn),
    elsewhere: JSON.stringify(selected.elsewhere),
  });
  return { operationUid, batchUid, lists: (await listHeads(ctx.read, { batchUid })).map(publicHead) };
}

interface MadeList {
  readonly callerId: number | null;
  readonly rows: readonly (ListRow & { readonly id: number; readonly snapshot: Snapshot | undefined })[];
}

async function shown(ctx: Context, { lists, idOf }: Selected): Promise<MadeList[]> {
  const named = lists.map(list => ({
    callerId: list.callerId,
    rows: list.rows.map(row => ({ ...row, id: idOf.get(row.uid) ?? 0 })),
  }));
  const snapshots = await snapshotsOf(
    ctx.read,
    named.flatMap(list => list.rows),
    today(ctx),
  );
  return named.map(list => ({
    ...list,
    rows: list.rows.map(row => ({ ...row, snapshot: snapshots.get(row.id) })),
  }));
}

type Shared = Omit<RowOf<'call_lists'>, 'uid' | 'serial' | 'caller_id' | 'created_at' | 'printed_at'>;

async function writeLists(ctx: Context, made: readonly MadeList[], shared: Shared): Promise<string> {
  const rows = made.reduce((sum, list) => sum + list.rows.length, 0);
  const uid = ctx.newId();
  await ctx.write({ kind: 'callLists.generate', data: { rows }, uid }, async tx => {
    const serial = await nextSerial(tx);
    const lists = made.map(({ callerId }, i) => ({
      ...shared,
      uid: ctx.newId(),
      serial: serial + i,
      caller_id: callerId,
      created_at: tx.at,
      printed_at: null,
    }));
    const ids = await tx.insert('call_lists', lists);
    await markListSerial(tx, serial + lists.length - 1);
    await tx.insert(
      'call_list_rows',
      made.flatMap((list, i) => rowsOf(ctx, list, ids[i] ?? 0)),
    );
  });
  return uid;
}

const rowsOf = (ctx: Context, list: MadeList, listId: number): RowOf<'call_list_rows'>[] =>
  list.rows.map(row => ({
    uid: ctx.newId(),
    list_id: listId,
    caller_id: list.callerId,
    position: row.no,
    lead_id: row.id,
    snapshot: JSON.stringify(row.snapshot),
  }));

async function importIdOf(ctx: Context, uid: string): Promise<number> {
  const id = await findImportId(ctx.read, uid);
  if (id === undefined) throw new AppError('NOT_FOUND', { entity: 'import' });
  return id;
}

/** An import's own list takes everybody who can be called, best rank first; the weekly one as the team agreed. */
const ruleFor = (agreed: ListRule, perCaller = agreed.maxRows, ofImport = false): ListRule => ({
  ...agreed,
  maxRows: perCaller,
  fillTo: ofImport ? perCaller : Math.min(agreed.fillTo, perCaller),
});
