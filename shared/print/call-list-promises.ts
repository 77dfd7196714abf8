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

/** 約束一覧: whom a time was promised, the soonest first; of those there is no `room` for, how many there are. */
export function promisesBox({ rows }: CallListInput, { print }: Catalogue, room: number): Markup {
  const promised = people(rows)
    .filter(row => row.nextOn !== null)
    .map(row => ({ row, at: `${row.nextOn ?? ''} ${minuteOf(row.nextTime)}` }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .map(({ row }) => row);
  const shown = promised.length > room ? promised.slice(0, room - 1) : promised;
  const lines = shown.map(
    row =>
      html`<li><b>${row.nextOn ? monthDay(row.nextOn) : ''} ${row.nextTime ?? ''}</b><span>${print.no(row.no)}</span><span class="whom">${row.company} ${row.name}</span><span class="mono">${telLink(row.phone)}</span></li>`,
  );
  const more = promised.length - shown.length;
  return box(
    print.promisesTitle,
    promised.length === 0
      ? html`<p>${print.noPromises}</p>`
      : html`<ul>${lines}${more > 0 ? html`<li>${print.morePromises(more)}</li>` : null}</ul>`,
    'promises',
  );
}
