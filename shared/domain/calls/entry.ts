import { addDays, type Day } from '#shared/domain/base/days.ts';
import { tidy } from '#shared/domain/base/text.ts';
import { type BusinessCalendar, isBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { typedDay, typedMinute } from '#shared/domain/calendar/typed.ts';
import { isListNumberShaped, isPageCodeShaped, parseListNumber, parsePageCode } from './list-number.ts';
import { type CallResult, OUTCOMES } from './outcomes.ts';

/** The list, and the page of it, that somebody typed or scanned; else what is wrong with the text. */
export type ListCode =
  | { readonly serial: number; readonly page: number | null }
  | { readonly wrong: 'notNumber' | 'checkDigit' };

/**
 * Reads the number printed on a list, or what its QR code says, which a scanner types like a keyboard. Full-width digits
 * count, and the hyphen may be left out.
 */
export function readListCode(text: string): ListCode {
  const scanned = parsePageCode(text);
  if (scanned) return scanned;
  const serial = parseListNumber(text);
  if (serial !== null) return { serial, page: null };
  return { wrong: isListNumberShaped(text) || isPageCodeShaped(text) ? 'checkDigit' : 'notNumber' };
}

/** What stands behind a result on paper: the day and time to come back, and a memo. */
export type TypedLine = { readonly on: Day | null; readonly minute: number | null; readonly note: string };

/** `1125`, `905`; nothing but digits, so that a memo that begins with a number stays a memo. */
const BARE_DAY = /^(\d{1,2})(\d{2})$/;
/** `11251400`, typed without the space. */
const DAY_AND_TIME = /^(\d{4})(\d{4})$/;
const WITH_SIGN = /^(?:\d{1,4}[/.-])?\d{1,2}[/.-]\d{1,2}$|^\d{1,2}月\d{1,2}日$/;
const TIME = /^(?:\d{3,4}|\d{1,2}[:時].*|\d{1,2})$/;

/** The day a word of digits means, next to the day of the call; it lies ahead of it. */
function dayOfWord(word: string, calledOn: Day): Day | null {
  const bare = BARE_DAY.exec(word);
  const on = bare
    ? typedDay(`${bare[1]}/${bare[2]}`, calledOn)
    : WITH_SIGN.test(word)
      ? typedDay(word, calledOn)
      : null;
  return on !== null && on >= calledOn ? on : null;
}

/**
 * Reads one line typed behind a result: `1125 1400 稟議のあと`. A first word that is a day ahead is the day, the word after
 * it, if it is a time, the time; the rest is the memo. Full-width letters and spaces count.
 */
export function readTypedLine(text: string, calledOn: Day): TypedLine {
  const plain = tidy(text.normalize('NFKC'));
  const [first = '', ...rest] = plain.split(' ');
  const both = DAY_AND_TIME.exec(first);
  const words = both ? [both[1] ?? '', both[2] ?? '', ...rest] : [first, ...rest];
  const on = dayOfWord(words[0] ?? '', calledOn);
  // A memo stays as it was typed: only what is read is unified.
  if (on === null) return { on: null, minute: null, note: tidy(text) };
  const minute = TIME.test(words[1] ?? '') ? typedMinute(words[1] ?? '') : null;
  const taken = minute === null ? 1 : 2;
  if (both && minute === null) return { on: null, minute: null, note: tidy(text) };
  const note = tidy(text)
    .split(' ')
    .slice(both ? 1 : taken)
    .join(' ');
  return { on, minute, note };
}

/** What has to be typed behind a result before it can be saved: one of its reasons, or a line with a day. */
export function asksOf(outcome: CallResult): 'reason' | 'line' | null {
  const { requires } = OUTCOMES[outcome];
  if (requires.some(need => need === 'reason')) return 'reason';
  return requires.length > 0 || outcome === 'appointment' ? 'line' : null;
}

/** Whether a line holds what the result needs: a promise its time too. */
export const isEnough = (outcome: CallResult, { on, minute }: TypedLine): boolean =>
  on === null
    ? asksOf(outcome) !== 'line'
    : minute !== null || !OUTCOMES[outcome].requires.some(need => need === 'promise');

/** Days a call on a list can have been made on: from its making until today, weekends only where they are business days. */
export function paperDays(
  list: { readonly weekOn: Day; readonly createdOn: Day },
  today: Day,
  cal: BusinessCalendar,
): Day[] {
  const from = list.createdOn > list.weekOn ? list.createdOn : list.weekOn;
  const week = Array.from({ length: 7 }, (_, i) => addDays(list.weekOn, i));
  const days = week.filter(on => on >= from && on < today && isBusinessDay(cal, on));
  return [...days, today];
}
