import type { Day } from '#shared/domain/base/days.ts';
import { type BusinessCalendar, holidayOf } from '#shared/domain/calendar/calendar.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { reasonLine } from '#shared/i18n/reasons.ts';
import type { Snapshot } from './snapshot.ts';

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
