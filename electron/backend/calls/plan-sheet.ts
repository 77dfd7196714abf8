import type { ReadDb } from '#electron/backend/db/access.ts';
import { callRules } from '#electron/backend/settings/agreements.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { SheetRow } from '#shared/contract/call-sheets.ts';
import { type Day, dayOf } from '#shared/domain/base/days.ts';
import { type CallRules, reasonsFor } from '#shared/domain/calls/call-rules.ts';
import { listNumber } from '#shared/domain/calls/list-number.ts';
import { lacks } from '#shared/domain/calls/next-action.ts';
import type { ListRule } from '#shared/domain/calls/selection.ts';
import { compareRow, readSheetRow, type SheetWords, type WrittenResult } from '#shared/domain/calls/sheet.ts';
import { barrierOf } from './callable.ts';
import { listRowsByUid } from './calls.repo.ts';
import type { SheetFile, SheetFileRow } from './read-sheet.ts';
import { sheetWords } from './sheet-words.ts';
import { zSnapshot } from './snapshot.ts';
import { storedResult } from './stored-result.ts';
import { hasConsequences, type ListRow } from './written-call.ts';

/** A row of a sheet with what reading it back would do, and the row of the list it is. */
export interface PlannedRow {
  readonly shown: SheetRow;
  readonly row: ListRow | null;
}

interface Planning {
  readonly words: SheetWords;
  readonly today: Day;
  readonly rules: CallRules;
}

const WHY_LACKING = { promise: 'lacksPromise', next: 'lacksNext', reason: 'lacksReason' } as const;

/** Says of every row of a sheet what it means for the store as it stands; writes nothing. */
export async function planSheet(db: ReadDb, file: SheetFile, today: Day): Promise<PlannedRow[]> {
  const uids = [...new Set(file.rows.flatMap(({ id }) => id?.uid ?? []))];
  const known = new Map((await listRowsByUid(db, uids)).map(row => [row.uid, row]));
  const { data: rules } = await activeVersion(db, callRules, today);
  const planning: Planning = { words: await sheetWords(db), today, rules };
  const planned = file.rows.map(line => planRow(line, known.get(line.id?.uid ?? '') ?? null, planning));
  return onceEach(planned);
}

function planRow(line: SheetFileRow, row: ListRow | null, planning: Planning): PlannedRow {
  const base: SheetRow = {
    line: line.line,
    rowUid: row?.uid ?? null,
    listNumber: row === null ? line.listNumber : listNumber(row.serial),
    position: row?.position ?? null,
    ...personOf(row),
    state: 'aside',
    why: null,
    written: null,
    stored: row === null ? null : storedResult(row),
  };
  if (row === null)
    return { row, shown: { ...base, why: { code: 'rowUnknown', column: null, text: line.listNumber } } };
  return { row, shown: { ...base, ...verdictOn(line, row, base.stored, planning) } };
}

function personOf(row: ListRow | null): { company: string; name: string } {
  if (row === null || row.lead_id === null) return { company: '', name: '' };
  const { companyName, name } = zSnapshot.parse(JSON.parse(row.snapshot));
  return { company: companyName, name };
}

type Verdict = Pick<SheetRow, 'state' | 'why' | 'written'>;

function verdictOn(
  line: SheetFileRow,
  row: ListRow,
  stored: WrittenResult | null,
  { words, today, rules }: Planning,
): Verdict {
  const aside = (code: NonNullable<SheetRow['why']>['code'], written: WrittenResult | null): Verdict => ({
    state: 'aside',
    why: { code, column: null, text: '' },
    written,
  });
  const reading = readSheetRow(line.cells, words, { from: dayOf(row.created_at), today });
  if (reading !== 'empty' && 'why' in reading) {
    const { why: code, column, text } = reading;
    return { state: 'aside', why: { code, column, text }, written: null };
  }
  const written = reading === 'empty' ? null : reading;
  const state = compareRow(line.id?.mark ?? null, stored, written);
  if (written === null || state === 'empty' || state === 'entered') return { state, why: null, written };
  if (stored !== null && hasConsequences(stored)) return aside('undoFirst', written);
  const barrier = barrierOf(row, (JSON.parse(row.rule) as ListRule).companyKinds);
  if (barrier !== null) return aside(barrier, written);
  const { outcome, reason, nextOn, nextMinute, doNotCall } = written;
  if (reason !== null && !reasonsFor(rules, outcome).includes(reason))
    return { state: 'aside', why: { code: 'unknown', column: 'reason', text: line.cells.reason }, written };
  const missing = lacks({
    outcome,
    reason,
    asked: nextOn === null ? null : { on: nextOn, minute: nextMinute },
  });
  if (missing !== null && !doNotCall) return aside(WHY_LACKING[missing], written);
  return { state, why: null, written };
}

/** A row that was copied counts once; where its copies differ, none of them does. */
function onceEach(planned: readonly PlannedRow[]): PlannedRow[] {
  const copies = Map.groupBy(planned, ({ shown }) => shown.rowUid);
  return planned.flatMap(one => {
    const same = copies.get(one.shown.rowUid) ?? [one];
    if (one.shown.rowUid === null || same.length === 1) return [one];
    const texts = new Set(same.map(({ shown }) => JSON.stringify(shown.written)));
    if (texts.size === 1) return same[0] === one ? [one] : [];
    const why = { code: 'twice', column: null, text: '' } as const;
    return [{ ...one, shown: { ...one.shown, state: 'aside' as const, why } }];
  });
}
