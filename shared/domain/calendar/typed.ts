import { addDays, type Day, isDay } from '#shared/domain/base/days.ts';
import { parseDate } from '#shared/domain/leads/dates.ts';

/** A day without a year lies at most this far back; further back the next year is meant. */
const BACK_DAYS = 183;

/**
 * A day as somebody types it: `2026/11/24(火)`, `11/24`, `11月24日`, `20261124`, full-width digits too.
 * Without a year the nearest one around `today` is meant. Null when it is no day or could be two.
 */
export function typedDay(text: string, today: Day): Day | null {
  const { on, flag } = parseDate(text, Number(today.slice(0, 4)));
  if (on === null || flag === 'ambiguous') return null;
  if (flag !== 'yearAssumed' || on >= addDays(today, -BACK_DAYS)) return on;
  const later = `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`;
  return isDay(later) ? later : null;
}

/** A time as somebody types it: `9:05`, `0905`, `9`, `9時`, `9時半`, `9時5分`. Minutes since midnight or null. */
export function typedMinute(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace(/半$/, '30分');
  const match = /^(\d{1,2})(?:[:時](\d{1,2})?分?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
