import { addDays, type Day, daysBetween } from '#shared/domain/base/days.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import { type Outcome, OUTCOME_CODES, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { EXCLUSIONS } from '#shared/domain/calls/selection.ts';
import { BANDS } from '#shared/domain/scoring/band.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { boxLabel, monthDay, telLink } from './call-list-cells.ts';
import type { CallListInput, CallListRow } from './call-list-input.ts';
import { type PlacedScript, placeScript } from './call-script.ts';
import { html, type Markup } from './html.ts';

type Print = Catalogue['print'];

/** Best rank first, as on the list. */
const RANKS = BANDS.toReversed();

/** The frame of the script: its inside on paper across, and on upright paper (reference ux §2.3: 170 × 110 mm). */
const FRAME = { landscape: { width: 164, height: 99 }, portrait: { width: 176, height: 99 } } as const;
/** Promises the cover has lines for; the others are on their rows. */
const PROMISES = 9;

/** The script of a list as it stands on its cover. */
export const coverScript = ({ cover, layout }: CallListInput, texts: Catalogue): PlacedScript =>
  placeScript(cover.script, texts.callScripts, FRAME[layout.paper]);

const box = (title: string, body: Markup | readonly Markup[], kind: string): Markup =>
  html`<section class="box ${kind}"><h2>${title}</h2>${body}</section>`;

/** The script in its frame, or what of it did not fit on the cover. */
export function scriptBox(
  { cover }: CallListInput,
  texts: Catalogue,
  placed: Pick<PlacedScript, 'size'> & { readonly blocks: readonly Markup[] },
): Markup {
  const { title, kinds } = texts.callScripts;
  return box(
    texts.print.scriptTitle(title, kinds[cover.script.code]),
    placed.blocks,
    `script ${placed.size}`,
  );
}

const people = (rows: CallListInput['rows']): CallListRow[] =>
  rows.flatMap(row => ('isFree' in row ? [] : [row]));

/** How many of each rank are on the list, who is not on it, and where those are. */
function countsBox({ rows, cover }: CallListInput, texts: Catalogue): Markup {
  const { print, common } = texts;
  const called = people(rows);
  const ranks = RANKS.map(
    band =>
      html`<span><b>${common.bandLetter[band]}</b> ${print.people(called.filter(row => row.band === band).length)}</span>`,
  );
  const out = EXCLUSIONS.flatMap(reason => {
    const count = cover.excluded[reason] ?? 0;
    return count > 0
      ? [html`<li>${print.elsewhere(print.whereabouts[reason], count, print.exclusionReasons[reason])}</li>`]
      : [];
  });
  const left = out.length > 0 ? html`<h3>${print.exclusions}</h3><ul>${out}</ul>` : null;
  const total = html`<span>${print.total} ${print.people(called.length)}</span>`;
  return box(print.countsTitle, html`<p class="ranks">${ranks}${total}</p>${left}`, 'counts');
}

/** What each key means and when is called again, by the rules in force. */
function codesBox({ cover: { rules } }: CallListInput, texts: Catalogue): Markup {
  const { print } = texts;
  const next = nextRules(rules, print);
  const of = { texts, labels: rules.labels };
  const rows = OUTCOME_CODES.map(
    code =>
      html`<tr><td class="key">${OUTCOMES[code].key}</td><td class="word">${boxLabel(code, of)}</td><td>${print.meanings[code]}</td><td>${next[code]}</td></tr>`,
  );
  const limits = RANKS.map(band =>
    print.limit(texts.common.bandLetter[band], rules.limits[band].attempts, rules.limits[band].businessDays),
  );
  return box(
    print.codesTitle,
    html`<table class="codes-table"><colgroup><col class="k1"><col class="k2"><col class="k3"><col></colgroup><thead><tr><th></th><th>${print.resultHead}</th><th>${print.meaning}</th><th>${print.columns.next}</th></tr></thead><tbody>${rows}</tbody></table><p class="limits">${print.limits} ${limits.join('・')}</p>`,
    'coded',
  );
}

/** When the next call is due after each result: the numbers of the team's rules in words. */
function nextRules({ next }: CallRules, { nextRules: say }: Print): Record<Outcome, string> {
  return {
    noAnswer: say.noAnswer(next.noAnswer, next.silence.times, next.silence.businessDays),
    away: say.away(next.away),
    gatekeeper: say.gatekeeper(next.gatekeeper.businessDays, next.gatekeeper.times),
    callback: say.callback,
    material: say.material(next.material),
    appointment: say.appointment,
    declined: say.declined(next.nurtureDays),
    badNumber: say.badNumber(next.badNumber),
    notTarget: say.notTarget,
    other: say.other,
    doNotCall: say.doNotCall,
  };
}

const daysOf = ({ from, to }: CallListInput['week']): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));

/** 集計欄: a line for each working day, to be filled in by hand. */
function talliesBox({ cover, week, language }: CallListInput, { print }: Catalogue): Markup {
  const { calls, connected, reached, appointments } = print.tallies;
  const heads = [calls, connected, reached, appointments];
  const cells = heads.map(() => html`<td></td>`);
  const rows = daysOf(week).map(
    on =>
      html`<tr class="${cover.workdays.includes(on) ? '' : 'off'}"><th scope="row">${formatDay(on, language, week.holidays.includes(on))}</th>${cells}</tr>`,
  );
  return box(
    print.talliesTitle,
    html`<table class="sums"><thead><tr><th></th>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}<tr class="sum"><th scope="row">${print.total}</th>${cells}</tr></tbody></table>`,
    'tally',
  );
}

/** Minute of the day of a time as it is worded, `15:00` or `13時台`, in four digits; whenever comes last. */
function minuteOf(time: string | null): string {
  const [, hour, minute] = /(\d{1,2})(?::(\d\d))?/.exec(time ?? '') ?? [];
  return String(hour === undefined ? 9999 : Number(hour) * 60 + Number(minute ?? 0)).padStart(4, '0');
}

/** 約束一覧: whom a time was promised, the soonest first. */
function promisesBox({ rows }: CallListInput, { print }: Catalogue): Markup {
  const promised = people(rows)
    .filter(row => row.nextOn !== null)
    .map(row => ({ row, at: `${row.nextOn ?? ''} ${minuteOf(row.nextTime)}` }))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .map(({ row }) => row);
  const shown = promised.length > PROMISES ? promised.slice(0, PROMISES - 1) : promised;
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

/** What the one who checks the sheets ticks and signs. */
function supervisorBox({ print }: Catalogue): Markup {
  const ticks = print.supervisorTicks.map(text => html`<li><i></i>${text}</li>`);
  return box(
    print.supervisorTitle,
    html`<ul>${ticks}</ul><p class="sign">${print.supervisorSign}<u></u>／</p>`,
    'supervisor',
  );
}

/** Everything on the cover between its head and its foot. */
export function coverBody(input: CallListInput, texts: Catalogue, placed: PlacedScript): Markup {
  const promises = promisesBox(input, texts);
  // Across, the promises stand under the codes; upright there is more room beside them.
  const isAcross = input.layout.paper === 'landscape';
  return html`<div class="front">${scriptBox(input, texts, { size: placed.size, blocks: placed.first })}
<div class="lower">${talliesBox(input, texts)}${supervisorBox(texts)}${isAcross ? null : promises}</div>
<div class="side">${countsBox(input, texts)}${codesBox(input, texts)}${isAcross ? promises : null}</div></div>
`;
}
