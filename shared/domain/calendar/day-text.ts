/** A day as it stands in a text; what is not written is null and comes from its surroundings. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly date: number;
  /** ISO weekday written beside it, which tells the year or a mistake. */
  readonly weekday: number | null;
}
export interface WrittenDays {
  readonly from: WrittenDay;
  readonly to: WrittenDay;
}
/** A place in a line where days stand. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly days: readonly WrittenDays[];
}

const ERA = /(?<era>令和|平成|[RH])\s*\.?\s*(?<eraYear>\d{1,2}|元)\s*[年./-]\s*/i.source;
const YEAR = /(?<year>\d{4})\s*[年./-]\s*|(?<short>\d{2})\/(?=\d{1,2}\/\d)/.source;
const FULL = new RegExp(
  `(?:${ERA}|${YEAR})(?<month>\\d{1,2})\\s*[月./-]\\s*(?<date>\\d{1,2})(?!\\d)(?: *日)?`,
  'iy',
);
const NO_YEAR = /(?<month>\d{1,2})\s*[月/]\s*(?<date>\d{1,2})(?![\d/])(?: *日)?/y;
const COMPACT = /(?<year>20\d{2})(?<month>\d{2})(?<date>\d{2})(?!\d)/y;
const DATE_ONLY = /(?<date>\d{1,2})(?![\d/月:.時])(?!日[間目])(?: *日)?/y;
/** The time Excel puts behind a day. */
const TIME = /\s+0?0:00(?::00)?/y;
/** `(火)`, `(火・祝)`, `火曜日`, or a cell of its own. */
const WEEKDAY =
  /\s*(?:[([](?<inside>[月火水木金土日]|mon|tue|wed|thu|fri|sat|sun)[^)\]]{0,6}[)\]]|(?<long>[月火水木金土日])曜日?|\t(?<cell>[月火水木金土日])(?=\t|$))/iy;
const TO = /\s*(?:[〜~‐‑‒–—―−ー→⇒-]+|から|より)\s*(?:翌年?|来年)?\s*/y;
const AND = /\s*(?:[、,・&]|及び|および|と)\s*/y;
const CELL = /\t\s*/y;

const WEEKDAYS = '月火水木金土日';
const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };

/** Matches at one place of a text, and nowhere else. */
function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function yearIn(groups: Record<string, string | undefined>): number | null {
  const { era, eraYear, year, short } = groups;
  if (era) return (ERAS[era.toLowerCase()] ?? 0) + (eraYear === '元' ? 1 : Number(eraYear));
  if (year) return Number(year);
  return short ? 2000 + Number(short) : null;
}

function weekdayIn(groups: Record<string, string | undefined> = {}): number | null {
  const word = groups['inside'] ?? groups['long'] ?? groups['cell'];
  if (word === undefined) return null;
  const place = WEEKDAYS.includes(word) ? WEEKDAYS.indexOf(word) : ENGLISH.indexOf(word.toLowerCase());
  return place + 1;
}

/** The day written at this place with its weekday, and where it ends; null when none is. */
function readDay(
  text: string,
  index: number,
  allowDateOnly: boolean,
): { day: WrittenDay; end: number } | null {
  const match =
    at(FULL, text, index) ??
    at(COMPACT, text, index) ??
    at(NO_YEAR, text, index) ??
    (allowDateOnly ? at(DATE_ONLY, text, index) : null);
  if (!match?.groups) return null;
  const { groups } = match;
  const ended = index + match[0].length;
  const beside = at(WEEKDAY, text, ended) ?? at(TIME, text, ended);
  const day = {
    year: yearIn(groups),
    month: groups['month'] === undefined ? null : Number(groups['month']),
    date: Number(groups['date']),
    weekday: weekdayIn(beside?.groups),
  };
  return { day, end: ended + (beside?.[0].length ?? 0) };
}

/** A day that follows one of these marks, with where it ends. */
function readAfter(mark: RegExp, text: string, index: number, allowDateOnly: boolean) {
  const found = at(mark, text, index);
  return found ? readDay(text, index + found[0].length, allowDateOnly) : null;
}

function readMention(text: string, start: number): Mention | null {
  let head = readDay(text, start, false);
  if (head === null) return null;
  const days: WrittenDays[] = [];
  let end = start;
  while (head) {
    const last = days.at(-1)?.to;
    if (head.day.month === null && last) head.day = { ...head.day, year: last.year, month: last.month };
    const until: { day: WrittenDay; end: number } | null =
      readAfter(TO, text, head.end, true) ?? readAfter(CELL, text, head.end, false);
    days.push({ from: head.day, to: until?.day ?? head.day });
    end = until?.end ?? head.end;
    head = readAfter(AND, text, end, true);
  }
  return { start, end, days };
}

/** All places of a line where days stand. The line is in normal form (NFKC); tabs divide cells. */
export function mentionsIn(line: string): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < line.length; i++) {
    const isInside = /\d/.test(line[i] ?? '') && /[\d/]/.test(line[i - 1] ?? '');
    const mention = isInside ? null : readMention(line, i);
    if (!mention) continue;
    mentions.push(mention);
    i = mention.end - 1;
  }
  return mentions;
}
