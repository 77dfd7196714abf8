import type { Context } from '#electron/backend/context.ts';
import { calendar, callRules } from '#electron/backend/settings/agreements.ts';
import { preferences } from '#electron/backend/settings/settings.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { FileOut } from '#shared/contract/base.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { inFileName } from '#shared/domain/base/text.ts';
import { type BusinessCalendar, holidayOf } from '#shared/domain/calendar/calendar.ts';
import { type CallRules, reasonsFor } from '#shared/domain/calls/call-rules.ts';
import { CALL_RESULTS, type CallResult, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { lastDayOfWeek } from '#shared/domain/calls/selection.ts';
import { rowIdText } from '#shared/domain/calls/sheet.ts';
import { outcomeWord, reasonWord } from '#shared/i18n/call-words.ts';
import { formatWeek } from '#shared/i18n/format.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { barrierOf } from './callable.ts';
import { listRowsOf, type StoredListRow } from './calls.repo.ts';
import { headOf } from './heads.ts';
import { historyOf } from './history-lines.ts';
import { markPrinted, type StoredHead } from './lists.repo.ts';
import { sheetBytes, type SheetContent, type SheetLine } from './sheet-file.ts';
import { zSnapshot } from './snapshot.ts';
import { storedResult } from './stored-result.ts';

interface Written {
  readonly language: Lang;
  readonly cal: BusinessCalendar;
  readonly rules: CallRules;
  readonly head: StoredHead;
}

/**
 * A list as a sheet for Excel that comes back by `calls.recordSheet`: rows and order of the paper, results that are there
 * already filled in, people who may not be phoned any more left out. Pins the list like a print. Throws NOT_FOUND.
 */
export async function listSheet(ctx: Context, input: { uid: string }): Promise<FileOut & { rows: number }> {
  const head = await headOf(ctx, input.uid);
  const language: Lang = (await preferences(ctx.read)).language ?? 'ja';
  const { data: cal } = await activeVersion(ctx.read, calendar, head.weekOn);
  const { data: rules } = await activeVersion(ctx.read, callRules, dayOf(ctx.now()));
  const content = contentOf(await listRowsOf(ctx.read, head.id), { language, cal, rules, head });
  const texts = catalogue(language).callSheets;
  const bytes = await sheetBytes(content, texts);
  if (!ctx.store.readOnly) await ctx.write(null, async tx => await markPrinted(tx, head.id));
  const file = await ctx.ports.files.give({
    name: `${texts.fileName(head.number, inFileName(head.callerName ?? ''))}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  });
  return { ...file, rows: content.lines.length };
}

function contentOf(rows: readonly StoredListRow[], written: Written): SheetContent {
  const { language, cal, rules, head } = written;
  const t = catalogue(language);
  const week = formatWeek(
    head.weekOn,
    lastDayOfWeek(cal, head.weekOn),
    language,
    on => holidayOf(cal, on) !== null,
  );
  return {
    lines: rows.flatMap((row, i) =>
      barrierOf(row, head.rule.companyKinds) === null ? [lineOf(row, i + 1, written)] : [],
    ),
    codes: [
      ...CALL_RESULTS.map(code => ({
        key: OUTCOMES[code].key,
        word: outcomeWord(t, rules, code),
        needs: needsOf(t, code),
      })),
      { key: OUTCOMES.doNotCall.key, word: t.callSheets.doNotCall, needs: t.callSheets.codes.none },
    ],
    reasons: [...new Set(CALL_RESULTS.flatMap(code => reasonsFor(rules, code)))].map(code =>
      reasonWord(t, code),
    ),
    head: t.callSheets.pageHead(head.number, head.callerName ?? '', week),
  };
}

function needsOf({ callSheets: { codes } }: Catalogue, outcome: CallResult): string {
  const needs = OUTCOMES[outcome].requires.map(need => codes[need]);
  return needs.length === 0 ? codes.none : needs.join('、');
}

function lineOf(row: StoredListRow, no: number, { language, cal, rules, head }: Written): SheetLine {
  const t = catalogue(language);
  const shown = zSnapshot.parse(JSON.parse(row.snapshot));
  const result = storedResult(row);
  const numbers = [shown.phone, ...(shown.phone2 === null ? [] : [shown.phone2])];
  return {
    no,
    band: `${t.common.bandLetter[shown.band]} ${shown.total}`,
    company: [shown.companyName, shown.department, shown.title].filter(Boolean).join(' '),
    name: shown.name,
    phone: numbers
      .map(({ text, extension }) => (extension === null ? text : `${text} ${t.print.extension(extension)}`))
      .join('\n'),
    history: historyOf(shown, language, cal).join('\n'),
    calledOn: result?.calledOn ?? null,
    outcome: result === null ? null : wordOf(t, rules, result),
    reason: result?.reason ? reasonWord(t, result.reason) : null,
    nextOn: result?.nextOn ?? null,
    nextTime: typeof result?.nextMinute === 'number' ? result.nextMinute / 1440 : null,
    place: result?.place ?? null,
    memo: result?.note ?? null,
    listNumber: head.number,
    rowId: rowIdText(row.uid, result),
  };
}

const wordOf = (
  t: Catalogue,
  rules: CallRules,
  result: { outcome: CallResult; doNotCall: boolean },
): string => (result.doNotCall ? t.callSheets.doNotCall : outcomeWord(t, rules, result.outcome));
