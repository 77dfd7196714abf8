import type { Context } from '#electron/backend/context.ts';
import { calendar } from '#electron/backend/settings/agreements.ts';
import { isPractice, preferences } from '#electron/backend/settings/settings.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { FileOut } from '#shared/contract/base.ts';
import type { CallListHead, CallListRow, Outcome } from '#shared/contract/calls.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { addDays, type Day, minuteOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, holidayOf } from '#shared/domain/calendar/calendar.ts';
import { lastDayOfWeek } from '#shared/domain/calls/selection.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { formatDay, formatTime } from '#shared/i18n/format.ts';
import { reasonLine } from '#shared/i18n/reasons.ts';
import { callListHtml, callListSheets } from '#shared/print/call-list.ts';
import type { CallListInput, CallListRow as PrintRow } from '#shared/print/call-list-input.ts';
import { barrierOf } from './callable.ts';
import { listRowsOf, type StoredListRow } from './calls.repo.ts';
import { withoutPerson } from './forget.ts';
import { headOf, publicHead } from './heads.ts';
import { listHeads, markPrinted, type StoredHead } from './lists.repo.ts';
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

/** The pages for the app's own preview: the very pages that are printed. */
export async function listHtml(
  ctx: Context,
  input: { uid: string },
): Promise<{ html: string; pages: number }> {
  const printed = await printInput(ctx, await headOf(ctx, input.uid));
  return {
    html: callListHtml(printed, { fontBaseUrl: '/fonts/' }),
    pages: callListSheets(printed.parts).length,
  };
}

/** The pages as PDF; the first print pins the list. Throws NOT_FOUND, PDF_ENGINE_MISSING, PDF_FAILED. */
export async function printList(ctx: Context, input: { uid: string }): Promise<FileOut & { pages: number }> {
  const head = await headOf(ctx, input.uid);
  const printed = await printInput(ctx, head);
  const bytes = await ctx.ports.printer.toPdf(callListHtml(printed, { fontBaseUrl: 'fonts/' }));
  if (!ctx.store.readOnly) await ctx.write(null, async tx => await markPrinted(tx, head.id));
  const file = await ctx.ports.files.give({
    name: `${catalogue(printed.language).print.fileName(head.number)}.pdf`,
    mediaType: 'application/pdf',
    bytes,
  });
  return { ...file, pages: callListSheets(printed.parts).length };
}

async function printInput(ctx: Context, head: StoredHead): Promise<CallListInput> {
  const language: Lang = (await preferences(ctx.read)).language ?? 'ja';
  const { data: cal } = await activeVersion(ctx.read, calendar, head.weekOn);
  const to = lastDayOfWeek(cal, head.weekOn);
  const days = Array.from({ length: 7 }, (_, i) => addDays(head.weekOn, i)).filter(on => on <= to);
  const rows = await listRowsOf(ctx.read, head.id);
  const byCaller = Map.groupBy(rows, row => row.caller_name ?? '');
  return {
    language,
    name: head.kind === 'import' ? catalogue(language).print.importListTitle : null,
    week: { from: head.weekOn, to, holidays: days.filter(on => holidayOf(cal, on) !== null) },
    parts: [...byCaller].map(([caller, own]) => ({
      caller: caller === '' ? catalogue(language).print.nobody : caller,
      serial: head.serial,
      rows: own.map((row, i) => printRow(printable(row, head), i + 1, language, cal)),
    })),
    excluded: head.excluded,
    printedAt: ctx.now(),
    practice: await isPractice(ctx.read),
  };
}

/** What paper may show of a row: of somebody who may not be phoned any more only the number of the row is left. */
function printable(row: StoredListRow, head: StoredHead): Snapshot {
  const shown = zSnapshot.parse(JSON.parse(row.snapshot));
  return barrierOf(row, head.rule.companyKinds) === null ? shown : withoutPerson(shown);
}

function printRow(shown: Snapshot, no: number, language: Lang, cal: BusinessCalendar): PrintRow {
  return {
    no,
    band: shown.band,
    points: shown.total,
    company: shown.companyName,
    department: shown.department,
    jobTitle: shown.title,
    inCompany: shown.inCompany,
    name: shown.name,
    kana: shown.kana,
    phone: shown.phone,
    secondPhone: shown.phone2,
    history: historyOf(shown, language, cal),
    nextOn: shown.promiseOn,
    nextTime: shown.promiseAt && minuteOf(shown.promiseAt) > 0 ? formatTime(shown.promiseAt) : null,
  };
}

/** `11/21`: a third of the line is all the day may take. */
const monthDay = (on: Day): string => `${Number(on.slice(5, 7))}/${Number(on.slice(8))}`;

/** 前回・経緯 in three lines: the last call, why the person is worth calling, and the note or where they come from. */
export function historyOf(shown: Snapshot, language: Lang, cal: BusinessCalendar): string[] {
  const { print } = catalogue(language);
  const day = (on: Day): string => formatDay(on, language, holidayOf(cal, on) !== null);
  const { lastCall } = shown;
  const outcomes: Readonly<Record<string, string>> = { ...print.results, ...print.legendCodes };
  const first = lastCall
    ? print.history.last(day(lastCall.on), outcomes[lastCall.outcome] ?? lastCall.outcome, lastCall.times)
    : print.history.firstCall(monthDay(shown.acquiredOn));
  const reasons = reasonLine(catalogue(language), shown.reasons);
  const why = reasons === '' ? [] : [reasons];
  // A first call has room for the name of the event on a line of its own; a long one would be cut off beside the day.
  if (lastCall === null) {
    const event = shown.eventName === '' ? [] : [shown.eventName];
    return [first, ...event, ...why];
  }
  const note = lastCall.note === '' ? [] : [lastCall.note];
  return [first, ...why, ...note, print.history.met(day(shown.acquiredOn), shown.eventName)].slice(0, 3);
}
