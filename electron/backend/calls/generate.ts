import type { Context } from '#electron/backend/context.ts';
import type { RowOf } from '#electron/backend/db/access.ts';
import { AppError } from '#electron/backend/errors.ts';
import { reasonsOf } from '#electron/backend/scoring/reasons.ts';
import { scorerFor, today } from '#electron/backend/scoring/rescore.ts';
import { callRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { addDays, type Day, dayOf, minuteOf, mondayOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import { attemptsInCycle, type Outcome, type PastCall } from '#shared/domain/calls/outcomes.ts';
import {
  type CallerList,
  type Candidate,
  type ListRow,
  type ListRule,
  selectForList,
  weeklyRule,
} from '#shared/domain/calls/selection.ts';
import type { Band } from '#shared/domain/scoring/band.ts';
import {
  type CandidateRow,
  findImportId,
  listCallsSince,
  listCandidates,
  listNumbers,
  listPrintFields,
  type StoredCall,
} from './calls.repo.ts';
import { phoneable } from './callable.ts';
import { callersOf } from './callers.ts';
import { publicHead } from './heads.ts';
import { listHeads, nextSerial } from './lists.repo.ts';
import type { Snapshot } from './snapshot.ts';

/** Attempts count within 30 business days at most, so calls of this many days back are enough. */
const CYCLE_DAYS = 60;
/** Next actions whose date is a deadline, not an earliest day: they may be called at once. */
const DUE_BY = new Set(['firstContact', 'stepMail', 'findNumber', 'none']);

/** Makes the week's lists, one per caller, by the weekly rule or of the people of one import. Throws LIST_EMPTY, NOT_FOUND. */
export async function generateLists(
  ctx: Context,
  input: InputOf<'callLists', 'generate'>,
): Promise<OutputOf<'callLists', 'generate'>> {
  const importId = input.importUid === undefined ? null : await importIdOf(ctx, input.importUid);
  const { cal, rules } = await scorerFor(ctx.read, today(ctx));
  const { data: agreed } = await activeVersion(ctx.read, callRules, today(ctx));
  const weekOn = mondayOf(input.weekOn ?? weekToCall(cal, today(ctx)));
  const rule = ruleFor(input.perCaller, importId !== null);
  const rows = await listCandidates(ctx.read, importId);
  const calls = Map.groupBy(
    await listCallsSince(ctx.read, addDays(today(ctx), -CYCLE_DAYS)),
    call => call.leadId,
  );
  const candidates = rows.map(row =>
    candidateOf(row, calls.get(row.id) ?? [], { cal, rules: agreed }, today(ctx)),
  );
  const callers = await callersOf(ctx, cal, weekOn, rule.maxRows);
  const selection = selectForList(candidates, rule, { cal, rules: agreed }, weekOn, callers);
  if (selection.lists.length === 0) throw new AppError('LIST_EMPTY', {});
  const idOf = new Map(rows.map(row => [row.uid, row.id]));
  const made: MadeList[] = [];
  for (const list of selection.lists)
    made.push({ ...list, idOf, snapshots: await snapshotsOf(ctx, list.rows, idOf, calls) });
  const batchUid = ctx.newId();
  await writeLists(ctx, made, {
    batch_uid: batchUid,
    kind: importId === null ? 'weekly' : 'import',
    import_id: importId,
    week_on: weekOn,
    rule: JSON.stringify(rule),
    rules_n: rules.n,
    settings_n: null,
    excluded: JSON.stringify(selection.excluded),
    elsewhere: '{}',
  });
  return { batchUid, lists: (await listHeads(ctx.read, { batchUid })).map(publicHead) };
}

interface MadeList extends CallerList {
  readonly idOf: ReadonlyMap<string, number>;
  readonly snapshots: readonly Snapshot[];
}
type Shared = Omit<RowOf<'call_lists'>, 'uid' | 'serial' | 'caller_id' | 'created_at' | 'printed_at'>;

async function writeLists(ctx: Context, made: readonly MadeList[], shared: Shared): Promise<void> {
  const rows = made.reduce((sum, list) => sum + list.rows.length, 0);
  await ctx.write({ kind: 'callLists.generate', data: { rows } }, async tx => {
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
    await tx.insert(
      'call_list_rows',
      made.flatMap((list, i) => rowsOf(ctx, list, ids[i] ?? 0)),
    );
  });
}

const rowsOf = (ctx: Context, list: MadeList, listId: number): RowOf<'call_list_rows'>[] =>
  list.rows.map((row, i) => ({
    uid: ctx.newId(),
    list_id: listId,
    caller_id: list.callerId,
    position: row.no,
    lead_id: list.idOf.get(row.uid) ?? null,
    snapshot: JSON.stringify(list.snapshots[i]),
  }));

async function importIdOf(ctx: Context, uid: string): Promise<number> {
  const id = await findImportId(ctx.read, uid);
  if (id === undefined) throw new AppError('NOT_FOUND', { entity: 'import' });
  return id;
}

/** This week while a business day of it is left, today included; else the next one. */
function weekToCall(cal: BusinessCalendar, on: Day): Day {
  const sunday = addDays(mondayOf(on), 6);
  for (let day = on; day <= sunday; day = addDays(day, 1)) if (isBusinessDay(cal, day)) return day;
  return addDays(sunday, 1);
}

/** An import's own list takes everybody who can be called, best rank first; the weekly one hot and mid. */
const ruleFor = (perCaller: number, ofImport: boolean): ListRule => ({
  ...weeklyRule,
  maxRows: perCaller,
  fillTo: ofImport ? perCaller : Math.min(weeklyRule.fillTo, perCaller),
});

const pastCall = (call: StoredCall): PastCall => ({
  outcome: (call.data.outcome ?? 'other') as Outcome,
  on: call.occurredOn,
  minute: call.occurredAt ? minuteOf(call.occurredAt) : 0,
});

function candidateOf(
  row: CandidateRow,
  calls: readonly StoredCall[],
  { cal, rules }: { readonly cal: BusinessCalendar; readonly rules: CallRules },
  on: Day,
): Candidate {
  const promised = row.next_kind === 'callback' && row.next_on !== null;
  return {
    uid: row.uid,
    companyKey: row.company_id === null ? null : String(row.company_id),
    ownerId: row.owner_id,
    promisedBy: promised
      ? (calls.findLast(call => call.data.outcome === 'callback')?.memberId ?? null)
      : null,
    companyKana: row.company_kana ?? '',
    ...phoneable(row),
    band: row.band as Band,
    total: row.total,
    attempts: attemptsInCycle(calls.map(pastCall), rules.limits[row.band as Band], on, cal),
    promise:
      promised && row.next_on
        ? { on: row.next_on, minute: row.next_at ? minuteOf(row.next_at) : null }
        : null,
    nextOn: DUE_BY.has(row.next_kind) ? null : row.next_on,
  };
}

async function snapshotsOf(
  ctx: Context,
  rows: readonly ListRow[],
  idOf: ReadonlyMap<string, number>,
  calls: ReadonlyMap<number, StoredCall[]>,
): Promise<Snapshot[]> {
  const ids = rows.flatMap(row => idOf.get(row.uid) ?? []);
  const fields = await listPrintFields(ctx.read, ids);
  const numbers = await listNumbers(ctx.read, ids);
  const reasons = await reasonsOf(ctx.read, ids, today(ctx));
  return rows.flatMap(row => {
    const lead = fields.get(idOf.get(row.uid) ?? -1);
    if (!lead) return [];
    const points = numbers.get(lead.id) ?? [];
    const first = points.find(point => point.value === lead.phone) ?? points[0];
    const second = points.find(point => point !== first);
    const past = calls.get(lead.id) ?? [];
    const last = past.at(-1);
    return [
      {
        band: lead.band as Band,
        total: lead.total,
        companyName: [lead.company_name, lead.branch].filter(Boolean).join(' '),
        department: lead.department,
        title: lead.title,
        name: lead.name,
        kana: lead.kana,
        phone: first ? phoneOf(first) : { text: lead.phone, tel: null, extension: null },
        phone2: second ? { ...phoneOf(second), kind: shortKind(second.kind) } : null,
        inCompany: row.inCompany,
        eventName: lead.event_name,
        acquiredOn: lead.acquired_on,
        lastCall: last
          ? {
              on: last.occurredOn,
              outcome: last.data.outcome ?? 'other',
              times: past.length,
              note: last.data.note ?? '',
            }
          : null,
        coolsOn: lead.cools_on,
        promiseAt: lead.next_kind === 'callback' ? lead.next_at : null,
        promiseOn: lead.next_kind === 'callback' ? (lead.next_at ? dayOf(lead.next_at) : lead.next_on) : null,
        reasons: reasons.get(lead.id) ?? [],
      },
    ];
  });
}

const phoneOf = (point: { value: string; key: string; ext: string }) => ({
  text: point.value,
  tel: point.key === '' ? null : point.key,
  extension: point.ext === '' ? null : point.ext,
});

const shortKind = (kind: string): 'mobile' | 'direct' | 'main' | 'other' =>
  kind === 'mobile' || kind === 'direct' || kind === 'main' ? kind : 'other';
