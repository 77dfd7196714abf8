import { dayOf, isoWeek, minuteOf, weekday, type Day, type Instant } from '#shared/domain/base/days.ts';
import type { Lang } from './lang.ts';

const jaWeekdays = '月火水木金土日';
const enWeekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const enMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const partsOf = (on: Day): { y: number; m: number; d: number } => ({
  y: Number(on.slice(0, 4)),
  m: Number(on.slice(5, 7)),
  d: Number(on.slice(8, 10)),
});

/** One-letter Japanese or three-letter English weekday. */
export const formatWeekday = (on: Day, lang: Lang): string =>
  lang === 'ja' ? (jaWeekdays[weekday(on) - 1] ?? '') : (enWeekdays[weekday(on) - 1] ?? '');

/** A day in full: `2026年11月22日(日)`, on a public holiday `2026年11月23日(月・祝)`; `Sun, Nov 22, 2026`. */
export function formatDayLong(on: Day, lang: Lang, isHoliday = false): string {
  const { y, m, d } = partsOf(on);
  return lang === 'ja'
    ? `${y}年${m}月${d}日(${formatWeekday(on, lang)}${isHoliday ? '・祝' : ''})`
    : `${formatWeekday(on, lang)}, ${enMonths[m - 1]} ${d}, ${y}`;
}

/** A day in a list: `11/22(日)`, on a public holiday `11/23(月・祝)`; `Sun, Nov 22`. */
export function formatDay(on: Day, lang: Lang, isHoliday = false): string {
  const { m, d } = partsOf(on);
  const name = formatWeekday(on, lang);
  return lang === 'ja' ? `${m}/${d}(${name}${isHoliday ? '・祝' : ''})` : `${name}, ${enMonths[m - 1]} ${d}`;
}

/** The month of a day: `11月`, `Nov`. */
export const formatMonth = (on: Day, lang: Lang): string =>
  lang === 'ja' ? `${partsOf(on).m}月` : (enMonths[partsOf(on).m - 1] ?? '');

/** A day with its year, for dates that may lie far off: `2027/1/29`, `Jan 29, 2027`. */
export function formatDayYear(on: Day, lang: Lang): string {
  const { y, m, d } = partsOf(on);
  return lang === 'ja' ? `${y}/${m}/${d}` : `${enMonths[m - 1]} ${d}, ${y}`;
}

/** A day in a field to type in: `2026/11/24(火)`, `2026-11-24 (Tue)`. */
export function formatDayTyped(on: Day, lang: Lang): string {
  return lang === 'ja'
    ? `${on.replaceAll('-', '/')}(${formatWeekday(on, lang)})`
    : `${on} (${formatWeekday(on, lang)})`;
}

/** Minutes since midnight as `09:05`. */
export const formatMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Tokyo wall time of an instant, `09:05`. */
export const formatTime = (at: Instant): string => formatMinute(minuteOf(at));

/** Tokyo day and time of an instant: `11/22(日) 09:05`. */
export const formatDateTime = (at: Instant, lang: Lang): string =>
  `${formatDay(dayOf(at), lang)} ${formatTime(at)}`;

/** ISO week with its working span: `第48週 11/23(月・祝)〜11/27(金)`, `Week 48, Mon, Nov 23 – Fri, Nov 27`. */
export function formatWeek(monday: Day, friday: Day, lang: Lang, isHoliday: (on: Day) => boolean): string {
  const { week } = isoWeek(monday);
  const from = formatDay(monday, lang, isHoliday(monday));
  const to = formatDay(friday, lang, isHoliday(friday));
  return lang === 'ja' ? `第${week}週 ${from}〜${to}` : `Week ${week}, ${from} – ${to}`;
}

/** `1234567` as `1,234,567`. */
export const formatNumber = (n: number): string => n.toLocaleString('en-US');

/** A number and its unit without a gap, as Japanese sets it: `1,234件`. */
export const formatCount = (n: number, unit: string): string => `${formatNumber(n)}${unit}`;

/** A share as percent with one decimal: `6.3%`. `–` where there is nothing to divide by. */
export const formatPercent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`;

/** A share never stands without its counts: `6.3%(50/800)`. */
export const formatRate = (part: number, whole: number): string =>
  `${formatPercent(part, whole)}(${formatNumber(part)}/${formatNumber(whole)})`;

/** A difference of two shares in points, from a fraction: `0.0675` is `+6.8pt`. */
export function formatPoints(difference: number): string {
  const tenths = Math.round(difference * 1000);
  return `${tenths > 0 ? '+' : tenths < 0 ? '−' : '±'}${(Math.abs(tenths) / 10).toFixed(1)}pt`;
}

/** File sizes in decimal units: `188 KB`, `1.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
