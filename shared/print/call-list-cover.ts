import { addDays, type Day, daysBetween } from '#shared/domain/base/days.ts';
import { type CallRules, reasonsFor } from '#shared/domain/calls/call-rules.ts';
import { type Outcome, OUTCOME_CODES, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { type Exclusion, EXCLUSIONS } from '#shared/domain/calls/selection.ts';
import { BANDS } from '#shared/domain/scoring/band.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { reasonWord } from '#shared/i18n/call-words.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { box, people } from './call-list-box.ts';
import { boxLabel } from './call-list-cells.ts';
import type { CallListInput } from './call-list-input.ts';
import { promisesBox } from './call-list-promises.ts';
import { type PlacedScript, placeScript } from './call-script.ts';
import { html, type Markup } from './html.ts';
import { linesOf } from './measure.ts';

type Print = Catalogue['print'];

/** Best rank first, as on the list. */
const RANKS = BANDS.toReversed();

/** The frame of the script: its inside on paper across, and on upright paper (reference ux §2.3: 170 × 110 mm). */
const FRAME = { landscape: { width: 164, height: 99 }, portrait: { width: 176, height: 99 } } as const;
/** Promises the cover has lines for; the others are on their rows. */
const PROMISES = 9;
/** Lines of the boxes above that many promises leave room for; each more takes most of a promise's line. */
const LINES_ABOVE = 6;
const PER_LINE = 0.6;
/** Inside of a box beside the script, in mm. */
const SIDE = 89;

/** The script of a list as it stands on its cover. */
export const coverScript = ({ cover, layout }: CallListInput, texts: Catalogue): PlacedScript =>
  placeScript(cover.script, texts.callScripts, FRAME[layout.paper]);

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

/** Why people are not on a list, `電話禁止 12件`, and where they all are, `メールで 312件`. */
function leftOut({ cover }: CallListInput, { print, callLists }: Catalogue): [string, string[]][] {
  const words: Readonly<Record<string, string>> = callLists.elsewhere;
  const counted = (what: string, count = 0): string[] => (count > 0 ? [print.counted(what, count)] : []);
  const named = (reason: Exclusion): string =>
    reason === 'listed' ? callLists.onLists(cover.listedOn) : print.exclusionReasons[reason];
  const why = EXCLUSIONS.flatMap(reason => counted(named(reason), cover.excluded[reason]));
  // Whoever is on another list is told above, with its number.
  const where = Object.entries(cover.elsewhere).flatMap(([code, count]) =>
    code === 'listed' ? [] : counted(words[code] ?? code, count),
  );
  const all: [string, string[]][] = [
    [print.exclusions, why],
    [callLists.elsewhereTitle, where],
  ];
  return all.filter(([, texts]) => texts.length > 0);
}

/** How many of each rank are on the list, who is not on it, and where those are. */
function countsBox(input: CallListInput, texts: Catalogue): Markup {
  const { print, common } = texts;
  const called = people(input.rows);
  const ranks = RANKS.map(
    band =>
      html`<span><b>${common.bandLetter[band]}</b> ${print.people(called.filter(row => row.band === band).length)}</span>`,
  );
  const left = leftOut(input, texts).map(
    ([title, lines]) => html`<h3>${title}</h3><ul>${lines.map(line => html`<li>${line}</li>`)}</ul>`,
  );
  const total = html`<span>${print.total} ${print.people(called.length)}</span>`;
  return box(print.countsTitle, html`<p class="ranks">${ranks}${total}</p>${left}`, 'counts');
}

/** The reasons a refusal is noted with. */
function declinedFor(rules: CallRules, t: Catalogue): string {
  return t.print.declinedFor(
    reasonsFor(rules, 'declined')
      .map(reason => reasonWord(t, reason))
      .join('・'),
  );
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
    html`<table class="codes-table"><colgroup><col class="k1"><col class="k2"><col class="k3"><col></colgroup><thead><tr><th></th><th>${print.resultHead}</th><th>${print.meaning}</th><th>${print.columns.next}</th></tr></thead><tbody>${rows}</tbody></table><p class="limits">${print.limits} ${limits.join('・')}</p><p class="limits">${declinedFor(rules, texts)}</p>`,
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

/** What the one who checks the sheets ticks and signs. */
function supervisorBox({ print }: Catalogue): Markup {
  const ticks = print.supervisorTicks.map(text => html`<li><i></i>${text}</li>`);
  return box(
    print.supervisorTitle,
    html`<ul>${ticks}</ul><p class="sign">${print.supervisorSign}<u></u>／</p>`,
    'supervisor',
  );
}

/** Promises there is room for: across, what the boxes above them say takes some of it. */
function roomForPromises(input: CallListInput, texts: Catalogue): number {
  if (input.layout.paper === 'portrait') return PROMISES;
  const left = leftOut(input, texts).map(([title, lines]) => [title, lines.join('　')]);
  const above = [...left.flat(), declinedFor(input.cover.rules, texts)];
  const lines = above.reduce((sum, text) => sum + linesOf(text, SIDE, 7.5), 0);
  // Bound at the top, a sheet is 6 mm lower inside.
  const most = input.layout.binding === 'top' ? PROMISES - 1 : PROMISES;
  return most - Math.ceil(Math.max(0, lines - LINES_ABOVE) * PER_LINE);
}

/** Everything on the cover between its head and its foot. */
export function coverBody(input: CallListInput, texts: Catalogue, placed: PlacedScript): Markup {
  const promises = promisesBox(input, texts, roomForPromises(input, texts));
  // Across, the promises stand under the codes; upright there is more room beside them.
  const isAcross = input.layout.paper === 'landscape';
  return html`<div class="front">${scriptBox(input, texts, { size: placed.size, blocks: placed.first })}
<div class="lower">${talliesBox(input, texts)}${supervisorBox(texts)}${isAcross ? null : promises}</div>
<div class="side">${countsBox(input, texts)}${codesBox(input, texts)}${isAcross ? promises : null}</div></div>
`;
}
