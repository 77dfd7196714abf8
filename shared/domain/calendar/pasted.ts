import { addDays, type Day, daysBetween, isDay, weekday } from '#shared/domain/base/days.ts';
import { tidy } from '#shared/domain/base/text.ts';
import { type BusinessCalendar, isBusinessDay } from './calendar.ts';
import { type Mention, mentionsIn, type WrittenDay } from './day-text.ts';
import { closeDays, openDay } from './edit.ts';

/** Days a company calendar names: the company is closed, or everybody works. `line` counts from 1. */
export interface PastedDays {
  readonly line: number;
  readonly kind: 'off' | 'work';
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly name: string;
}
/**
 * A line nothing was taken from. `weekday`: the weekday beside the day is that of no such day; `unclear`: a day, but
 * neither a word for off nor for work; `noDay`: no day that exists; `tooLong`: it would close for weeks.
 */
export interface PastedRest {
  readonly line: number;
  readonly text: string;
  readonly reason: 'noDay' | 'weekday' | 'unclear' | 'tooLong';
}
export interface PastedCalendar {
  readonly days: PastedDays[];
  readonly notUnderstood: PastedRest[];
}

const WORK =
  /出勤|出社|営業日|営業開始|通常営業|稼働|仕事始め|仕事納め|御用始め|御用納め|始業|workday|working/i;
const OFF =
  /休|盆|年末年始|正月|創立|創業|開校|祝日?|メーデー|ゴールデンウィーク|\bGW\b|閉館|閉鎖|有給|holiday|closed|\boff\b|vacation/i;
/** Rows that only say what stands below them. */
const HEADS =
  /^(?:日付?|月日|曜日?|内容|名称|区分|種別|備考|理由|期間|開始日?|終了日?|から|まで|休日|休日名|休業日|行事|予定|date|day|name|from|to|start|end|note)$/i;
const YEAR_HEAD = /(?:(令和|R)\s*(\d{1,2}|元)|(20\d{2}))\s*年(度)?/i;
/** A closure longer than this is a mistake in reading more often than a holiday. */
const MAX_DAYS = 31;

/** What the lines above say: the year they speak of, and whether they are a list of days off. */
interface Surroundings {
  /** Days without a year are looked for from here on. */
  period: { from: Day; to: Day } | null;
  /** Without a period: the day the year is nearest to. */
  near: Day;
  /** Days read so far: a day beside them belongs to the same year. */
  readonly read: { fromOn: Day; toOn: Day }[];
  isListOfDaysOff: boolean;
}

/**
 * Reads a company calendar as somebody pastes it: lines of text or cells of a spreadsheet, with or without years and
 * weekdays, in Western or Japanese years, full-width or not. Nothing is guessed silently: what gives no clear day and no
 * clear meaning is listed with its line. `today` decides the year where nothing else does.
 */
export function readPastedCalendar(text: string, today: Day): PastedCalendar {
  const around: Surroundings = { period: null, near: today, read: [], isListOfDaysOff: false };
  const days: PastedDays[] = [];
  const notUnderstood: PastedRest[] = [];
  text.split(/\r\n|\n|\r/).forEach((source, i) => {
    const line = source.normalize('NFKC');
    if (tidy(line) === '') return;
    const mentions = mentionsIn(line);
    if (mentions.length === 0 && readHeading(line, around)) return;
    const read = mentions.length === 0 ? 'noDay' : readLine(line, mentions, around, i + 1);
    if (typeof read === 'string') notUnderstood.push({ line: i + 1, text: tidy(source), reason: read });
    else {
      days.push(...read);
      around.read.push(...read);
    }
  });
  return { days, notUnderstood };
}

/** Takes in a heading: a year, or the heads of columns. False when the line is neither. */
function readHeading(line: string, around: Surroundings): boolean {
  const year = YEAR_HEAD.exec(line);
  const isHeads = line.split(/\t|\s{2,}/).every(cell => cell.trim() === '' || HEADS.test(cell.trim()));
  if (!year && !isHeads && !/(?:カレンダー|一覧|calendar)\s*$/i.test(line)) return false;
  if (/休[日業]|休暇|holiday/i.test(line)) around.isListOfDaysOff = true;
  if (year) {
    const n = year[3] ? Number(year[3]) : 2018 + (year[2] === '元' ? 1 : Number(year[2]));
    const isFiscal = year[4] !== undefined;
    const from = `${n}-${isFiscal ? '04-01' : '01-01'}` as Day;
    around.period = { from, to: addDays(`${n + 1}-${isFiscal ? '04-01' : '01-01'}` as Day, -1) };
  }
  return true;
}

function readLine(
  line: string,
  mentions: readonly Mention[],
  around: Surroundings,
  number: number,
): PastedDays[] | PastedRest['reason'] {
  const found: PastedDays[] = [];
  const isNameFirst = tidyName(line.slice(0, mentions[0]?.start)) !== '';
  for (const [i, mention] of mentions.entries()) {
    const before = line.slice(mentions[i - 1]?.end ?? 0, mention.start);
    const after = line.slice(mention.end, mentions[i + 1]?.start);
    const isLast = i === mentions.length - 1;
    const name = tidyName(isNameFirst ? before + (isLast ? after : '') : after);
    const kind = kindOf(name, around);
    for (const { from, to } of mention.days) {
      const fromOn = resolve(from, around, null);
      const toOn = to === from ? fromOn : resolve(to, around, isDayText(fromOn) ? fromOn : null);
      if (!isDayText(fromOn)) return fromOn;
      if (!isDayText(toOn)) return toOn;
      if (daysBetween(fromOn, toOn) >= MAX_DAYS) return 'tooLong';
      if (kind === null) return 'unclear';
      around.near = fromOn;
      found.push({ line: number, kind, fromOn, toOn, name });
    }
  }
  return found;
}

const isDayText = (value: Day | 'noDay' | 'weekday'): value is Day =>
  value !== 'noDay' && value !== 'weekday';

/** What is left of a line beside its days: without brackets that are empty, bullets and marks at the ends. */
const tidyName = (rest: string): string =>
  tidy(rest.replace(/[(（[]\s*[)）\]]/g, ' '))
    .replace(/^(?:まで)?[\s:、,・*●■◆○◎※|は-]+(?=\S)|^まで/, '')
    .replace(/[\s:、,|]+$/, '')
    .replace(/^[-:・*●■◆○◎※|は、,]+$/, '')
    .slice(0, 60);

function kindOf(name: string, around: Surroundings): PastedDays['kind'] | null {
  if (WORK.test(name)) return 'work';
  return OFF.test(name) || name === '' || around.isListOfDaysOff ? 'off' : null;
}

const textOf = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** The day that is meant; the end of a range (`after`) is the first such day from its start on. */
function resolve(written: WrittenDay, around: Surroundings, after: Day | null): Day | 'noDay' | 'weekday' {
  const { date, weekday: said } = written;
  const month = written.month ?? (after ? Number(after.slice(5, 7)) : null);
  if (month === null) return 'noDay';
  const centre = Number((after ?? around.near).slice(0, 4));
  const period = after === null ? around.period : null;
  const years = written.year === null ? [-1, 0, 1, 2, 3].map(n => centre + n) : [written.year];
  const wide = period ? [...years, Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))] : years;
  const days = (written.year === null ? [...new Set(wide)] : years)
    .map(year => textOf(year, month, date))
    .filter(isDay)
    .filter(on => after === null || on >= after)
    .filter(on => written.year !== null || !period || (on >= period.from && on <= period.to));
  if (days.length === 0) return 'noDay';
  const nearest = days.sort((a, b) => distance(a, after ?? around.near) - distance(b, after ?? around.near));
  const beside =
    after === null ? nearest.find(on => around.read.some(days => isBeside(on, days))) : undefined;
  if (said === null) return beside ?? nearest[0] ?? 'noDay';
  const fitting = (after === null ? nearest : nearest.slice(0, 1)).find(on => weekday(on) === said);
  return fitting ?? 'weekday';
}

/** Within a week before or after, but not one of them: the day of cleaning before the holidays. */
const isBeside = (on: Day, { fromOn, toOn }: { fromOn: Day; toOn: Day }): boolean =>
  (on < fromOn && daysBetween(on, fromOn) <= 7) || (on > toOn && daysBetween(toOn, on) <= 7);

const distance = (a: Day, b: Day): number => Math.abs(daysBetween(a, b));

/** A calendar with these days: closures first, so that a day said to be worked stays worked. */
export function withPasted(cal: BusinessCalendar, days: readonly PastedDays[]): BusinessCalendar {
  let next = cal;
  for (const { kind, fromOn, toOn, name } of days)
    if (kind === 'off') next = closeDays(next, { fromOn, toOn, name, preset: null });
  for (const { fromOn, toOn } of days.filter(({ kind }) => kind === 'work'))
    for (let on = fromOn; on <= toOn; on = addDays(on, 1))
      if (!isBusinessDay(next, on)) next = openDay(next, on);
  return next;
}
