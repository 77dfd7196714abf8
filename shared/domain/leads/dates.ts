import { addDays, type Day, dayOf, instant, isDay } from '#shared/domain/base/days.ts';

/** How `08/02/2026` is meant in a column: month first, day first, or not decided by the values. */
export type DateOrder = 'mdy' | 'dmy' | 'unknown';
export interface DateReading {
  on: Day | null;
  /** `unreadable`: text is there but no date in it. `ambiguous`: day and month could be swapped. */
  flag: 'yearAssumed' | 'ambiguous' | 'unreadable' | null;
}

const ERAS: Record<string, number> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  m: 1867,
  t: 1911,
  s: 1925,
  h: 1988,
  r: 2018,
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function make(year: number, month: number, date: number): Day | null {
  const full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
  const text = `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

type Reader = (text: string, year: number, order: DateOrder) => DateReading | undefined;
const sure = (on: Day | null): DateReading | undefined => (on === null ? undefined : { on, flag: null });

/** `2026-01-05T16:00:00Z`, also as databases print it: `2026-01-05 16:00:00 UTC`, `2026-01-05 16:00:00+00:00`. */
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::[\d.]+)?(?:Z| ?UTC| ?[+-]\d{2}:?\d{2})$/;
const readUtc: Reader = text =>
  ZONED.test(text)
    ? sure(
        dayOf(
          instant(
            text
              .replace(' ', 'T')
              .replace(/ ?UTC$/, 'Z')
              .replace(/ (?=[+-])/, ''),
          ),
        ),
      )
    : undefined;
const readYearFirst: Reader = text => {
  const m = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(text);
  return m ? sure(make(Number(m[1]), Number(m[2]), Number(m[3]))) : undefined;
};
const readEra: Reader = text => {
  const m =
    /^(明治|大正|昭和|平成|令和|[mtshr])\.?\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/i.exec(
      text,
    );
  const base = ERAS[m?.[1]?.toLowerCase() ?? ''];
  if (!m || base === undefined) return undefined;
  return sure(make(base + (m[2] === '元' ? 1 : Number(m[2])), Number(m[3]), Number(m[4])));
};
const readCompact: Reader = text => {
  const m = /^(\d{4})(\d{2})(\d{2})(?:\d{4,6})?$/.exec(text);
  return m ? sure(make(Number(m[1]), Number(m[2]), Number(m[3]))) : undefined;
};
/** Days since 1899-12-30, as Excel shows a date cell that lost its format (1954 … 2119). */
const readSerial: Reader = text =>
  /^\d{5}(?:\.\d+)?$/.test(text) && Number(text) >= 20_000 && Number(text) < 80_000
    ? sure(addDays('1899-12-30' as Day, Math.floor(Number(text))))
    : undefined;
const readWithoutYear: Reader = (text, year) => {
  const m = /^(\d{1,2})\s*(?:月|\/)\s*(\d{1,2})\s*日?\s*(?:[(（].{1,3}[)）])?(?:\s+\d{1,2}:\d{2}.*)?$/.exec(
    text,
  );
  const on = m ? make(year, Number(m[1]), Number(m[2])) : null;
  return on ? { on, flag: 'yearAssumed' } : undefined;
};
const readMonthName: Reader = text => {
  const dmy = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{2,4})\b/i.exec(text);
  if (dmy) return sure(make(Number(dmy[3]), monthOf(dmy[2] ?? ''), Number(dmy[1])));
  const mdy = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(text);
  return mdy ? sure(make(Number(mdy[3]), monthOf(mdy[1] ?? ''), Number(mdy[2]))) : undefined;
};
const readYearLast: Reader = (text, _year, order) => {
  const m = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(text);
  if (!m) return undefined;
  const [a, b, y] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (a > 12 || (order === 'dmy' && b <= 12)) return sure(make(y, b, a));
  const on = make(y, a, b);
  return on ? { on, flag: order === 'unknown' && b <= 12 && a !== b ? 'ambiguous' : null } : undefined;
};
const READERS = [
  readUtc,
  readYearFirst,
  readEra,
  readCompact,
  readSerial,
  readWithoutYear,
  readMonthName,
  readYearLast,
];

/** `Thu Nov 05 2026` */
const WEEKDAY = /^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?,?\s+/i;

/**
 * A day in any form cards, Excel and card apps write. `year` is taken for dates without one (the year of the event).
 * Instants with a zone become the Tokyo day. `00/0/0` and `--` count as empty.
 */
export function parseDate(cell: string, year: number, order: DateOrder = 'unknown'): DateReading {
  const text = cell.normalize('NFKC').trim().replace(WEEKDAY, '');
  if (/^(?:|0{1,4}[-/]0{1,2}[-/]0{1,2}|-+)$/.test(text)) return { on: null, flag: null };
  for (const read of READERS) {
    const reading = read(text, year, order);
    if (reading) return reading;
  }
  return { on: null, flag: 'unreadable' };
}

/** Decides month-first or day-first from a whole column: one value above 12 settles it. */
export function dateOrder(values: Iterable<string>): DateOrder {
  let first = false;
  let second = false;
  for (const value of values) {
    const m = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(value.normalize('NFKC'));
    if (m && Number(m[1]) > 12) first = true;
    if (m && Number(m[2]) > 12) second = true;
  }
  if (first === second) return 'unknown';
  return first ? 'dmy' : 'mdy';
}
