import type { Context } from '#electron/backend/context.ts';
import { activeSender } from '#electron/backend/mail/agreements.ts';
import { calendar, callRules, callScripts } from '#electron/backend/settings/agreements.ts';
import { isPractice, preferences } from '#electron/backend/settings/settings.ts';
import { activeVersion } from '#electron/backend/settings/versions.ts';
import type { PrintChoice } from '#shared/contract/calls.ts';
import { addDays, type Day, dayOf, minuteOf } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, holidayOf, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import {
  type CallScripts,
  daysToOffer,
  fillScript,
  SCRIPT_CODES,
  type ScriptCode,
  scriptFor,
  type ScriptValues,
} from '#shared/domain/calls/scripts.ts';
import { lastDayOfWeek } from '#shared/domain/calls/selection.ts';
import { scriptText } from '#shared/i18n/call-scripts.ts';
import { formatDay, formatTime } from '#shared/i18n/format.ts';
import { type Catalogue, catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import type { CallListInput, CallListRow as PrintRow } from '#shared/print/call-list-input.ts';
import { barrierOf } from './callable.ts';
import { listRowsOf } from './calls.repo.ts';
import { historyOf } from './history-lines.ts';
import type { StoredHead } from './lists.repo.ts';
import { type Snapshot, zSnapshot } from './snapshot.ts';

/** Everything a list shows on paper, its cover included. */
export async function printInput(
  ctx: Context,
  head: StoredHead,
  choice: PrintChoice,
): Promise<CallListInput> {
  const language: Lang = (await preferences(ctx.read)).language ?? 'ja';
  const texts = catalogue(language);
  const { data: cal } = await activeVersion(ctx.read, calendar, head.weekOn);
  const to = lastDayOfWeek(cal, head.weekOn);
  const days = Array.from({ length: 7 }, (_, i) => addDays(head.weekOn, i)).filter(on => on <= to);
  const rows = await shownRows(ctx, head);
  const shown = rows.filter(row => row !== null);
  const on = dayOf(ctx.now());
  // Whoever works alone need not have given a name.
  const caller = head.callerName || texts.print.nobody;
  const { data: scripts } = await activeVersion(ctx.read, callScripts, on);
  const [first, second] = daysToOffer(cal, to);
  const offered = (day: Day): string => formatDay(day, language, holidayOf(cal, day) !== null);
  return {
    language,
    name: head.kind === 'import' ? texts.print.importListTitle : null,
    week: { from: head.weekOn, to, holidays: days.filter(day => holidayOf(cal, day) !== null) },
    caller,
    serial: head.serial,
    rows: rows.map((row, i) =>
      row === null ? { no: i + 1, isFree: true } : printRow(row, i + 1, language, cal),
    ),
    cover: {
      script: filledScript(choice.script ?? scriptOfMost(shown, head.weekOn), scripts, texts, {
        ownCompany: (await activeSender(ctx.read, on)).company,
        caller: head.callerName,
        event: commonEvent(shown),
        firstDate: texts.callScripts.offered.first(offered(first)),
        secondDate: texts.callScripts.offered.second(offered(second)),
      }),
      rules: (await activeVersion(ctx.read, callRules, on)).data,
      excluded: head.excluded,
      elsewhere: head.elsewhere,
      listedOn: head.listedOn.map(({ number }) => number),
      workdays: days.filter(day => isBusinessDay(cal, day)),
    },
    layout: choice.layout,
    printedAt: ctx.now(),
    practice: await isPractice(ctx.read),
  };
}

/** The rows as they were when the list was made; null where the person may not be phoned any more. */
async function shownRows(ctx: Context, head: StoredHead): Promise<(Snapshot | null)[]> {
  const rows = await listRowsOf(ctx.read, head.id);
  return rows.map(row =>
    barrierOf(row, head.rule.companyKinds) === null ? zSnapshot.parse(JSON.parse(row.snapshot)) : null,
  );
}

/** The script that suits the most people of a list; with equal numbers the earlier of the four. */
function scriptOfMost(shown: readonly Snapshot[], on: Day): ScriptCode {
  const codes = shown.map(row =>
    scriptFor(
      {
        isPromised: row.promiseOn !== null,
        askedForMaterial: row.reasons.some(({ rule }) => rule === 'material.requested'),
        wasAtEvent: row.channel === '' ? row.eventName !== '' : row.channel === 'event',
        acquiredOn: row.acquiredOn,
      },
      on,
    ),
  );
  const count = (code: ScriptCode): number => codes.filter(one => one === code).length;
  return SCRIPT_CODES.reduce((best, code) => (count(code) > count(best) ? code : best));
}

/** The event of a list if there is only one; several leave a blank to say. */
function commonEvent(shown: readonly Snapshot[]): string | null {
  const events = new Set(shown.flatMap(row => (row.eventName === '' ? [] : [row.eventName])));
  return events.size === 1 ? ([...events][0] ?? null) : null;
}

function filledScript(
  code: ScriptCode,
  own: CallScripts,
  texts: Catalogue,
  values: ScriptValues,
): CallListInput['cover']['script'] {
  const script = scriptText(own, code, texts);
  const fill = (text: string): string => fillScript(text, values, texts.callScripts.blank);
  return {
    code,
    opening: fill(script.opening),
    questions: script.questions.map(fill),
    objections: script.objections.map(({ said, answer }) => ({ said: fill(said), answer: fill(answer) })),
    closing: fill(script.closing),
  };
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
