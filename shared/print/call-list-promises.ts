import type { Catalogue } from '#shared/i18n/index.ts';
import { box, people } from './call-list-box.ts';
import { monthDay, telLink } from './call-list-cells.ts';
import type { CallListInput } from './call-list-input.ts';
import { html, type Markup } from './html.ts';

/** Minute of the day of a time as it is worded, `15:00` or `13時台`, in four digits; whenever comes last. */
function minuteOf(time: string | null): string {
  const [, hour, minute] = /(\d{1,2})(?::(\d\d))?/.exec(time ?? '') ?? [];
  return String(hour === undefined ? 9999 : Number(hour) * 60 + Number(minute ?? 0)).padStart(4, '0');
}

/** A line to write on takes so many printed ones. */
const BLANK = 1.5;

/**
 * 約束一覧: whom a time was promised, the soonest first; of those there is no `room` for, how many there are. Room that is
 * left is ruled, for what is promised during the week.
 */
export function promisesBox({ rows }: CallListInput, { print }: Catalogue, room: number): Markup {
  const promised = people(rows)
    .filter(row => row.nextOn !== null)
    .map(row => ({ row, at: `${row.nextOn ?? ''} ${minuteOf(row.nextTime)}` }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .map(({ row }) => row);
  const shown = promised.length > room ? promised.slice(0, room - 1) : promised;
  const lines = shown.map(
    row =>
      html`<li><b>${row.nextOn ? monthDay(row.nextOn) : ''} ${row.nextTime ?? ''}</b><span>${print.no(row.no)}</span><span class="whom">${row.name} ${row.company}</span><span class="mono">${telLink(row.phone)}</span></li>`,
  );
  const more = promised.length - shown.length;
  const last = promised.length === 0 ? print.noPromises : more > 0 ? print.morePromises(more) : null;
  const left = room - lines.length - (last === null ? 0 : 1);
  const blanks = Array.from({ length: Math.floor(left / BLANK) }, () => html`<li class="blank"></li>`);
  return box(
    print.promisesTitle,
    html`<ul>${lines}${last === null ? null : html`<li>${last}</li>`}${blanks}</ul>`,
    'promises',
  );
}
