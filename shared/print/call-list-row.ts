import type { Day } from '#shared/domain/base/days.ts';
import { halfWidths } from '#shared/domain/base/text.ts';
import { type Outcome, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { CallListRow, PrintPhone } from './call-list-input.ts';
import { html, type Markup } from './html.ts';

type PrintTexts = Catalogue['print'];

/** The eight boxes in two rows of four. The mark in a box is the key that types the result in. */
const BOXES = [
  'noAnswer',
  'away',
  'callback',
  'material',
  'appointment',
  'declined',
  'doNotCall',
  'other',
] as const satisfies readonly Outcome[];

/** Rarer results share the last box: their key is written into it. */
export const WRITTEN_OUTCOMES = [
  'gatekeeper',
  'badNumber',
  'notTarget',
  'other',
] as const satisfies readonly Outcome[];

/** What fits at 11 pt in the 27 mm of the phone column: 13 half-width characters are 25.2 mm. */
const FULL_SIZE_PHONE = 13;
/** At 9 pt. */
const LONG_PHONE = 17;
/** At 7.5 pt, the size of the lines below. */
const SECOND_LINE = 20;

/** `11/24`: the weekday is on the head of the sheet, and the column is narrow. */
const monthDay = (on: Day): string => `${Number(on.slice(5, 7))}/${Number(on.slice(8, 10))}`;

function telLink(phone: PrintPhone): Markup {
  return phone.tel && /^\+\d{6,15}$/.test(phone.tel)
    ? html`<a href="tel:${phone.tel}">${phone.text}</a>`
    : html`${phone.text}`;
}

/** A number is never cut: what doesn't fit at 11 pt prints at 9, and what needs more than one line at 6.5. */
function phoneSize(lines: readonly string[]): 'full' | 'long' | 'tight' {
  const [first = 0, ...more] = lines.map(halfWidths);
  const fits = Math.max(0, ...more) <= SECOND_LINE && more.length <= 2;
  if (fits && first <= FULL_SIZE_PHONE) return 'full';
  return fits && first <= LONG_PHONE ? 'long' : 'tight';
}

function phoneCell(row: CallListRow, texts: PrintTexts): Markup {
  const { phone, secondPhone } = row;
  const extensionOf = (of: PrintPhone | null) =>
    of?.extension ? [{ label: texts.extension(of.extension), number: null }] : [];
  const second = secondPhone
    ? [{ label: `${texts.phoneKinds[secondPhone.kind]} `, number: secondPhone }]
    : [];
  const below = [...extensionOf(phone), ...second, ...extensionOf(secondPhone)];
  const size = phoneSize([phone.text, ...below.map(({ label, number }) => label + (number?.text ?? ''))]);
  const lines = below.map(
    ({ label, number }) => html`<div class="tel2">${label}${number ? telLink(number) : null}</div>`,
  );
  return html`<div class="${size}"><div class="tel">${telLink(phone)}</div>${lines}</div>`;
}

function companyCell(row: CallListRow, texts: PrintTexts): Markup {
  const place = [row.department, row.jobTitle].filter(Boolean).join(' ');
  const { index, of } = row.inCompany;
  const same = of > 1 ? html`<span>${texts.sameCompany(index, of)}</span>` : null;
  return html`<div><div class="strong">${row.company}</div><div class="sub"><span>${place}</span>${same}</div></div>`;
}

function nextCell(row: CallListRow | null): Markup {
  const day = row?.nextOn
    ? html`<div>${monthDay(row.nextOn)}</div>`
    : html`<div class="hint" aria-hidden="true">／</div>`;
  const time = row?.nextTime ?? null;
  return html`${day}${time ? html`<div class="${time.length > 5 ? 'small' : ''}">${time}</div>` : html`<div class="hint" aria-hidden="true">：</div>`}`;
}

/**
 * Boxes and hints are for a pen: kept out of the reading order, they don't make a screen reader repeat eight words a row,
 * and the tagged PDF stays half as large.
 */
const resultBoxes = (texts: PrintTexts): Markup =>
  html`<div class="boxes" aria-hidden="true">${BOXES.map(outcome =>
    outcome === 'other'
      ? html`<span class="wide">${texts.results.other}<i></i></span>`
      : html`<span><i>${OUTCOMES[outcome].key}</i>${texts.results[outcome]}</span>`,
  )}</div>`;

/** One lead as a table row; null gives a blank ruled row for calls that come in. */
export function callListRow(row: CallListRow | null, texts: Catalogue): Markup {
  const boxes = html`<td class="results">${resultBoxes(texts.print)}</td><td class="next">${nextCell(row)}</td><td></td>`;
  if (!row)
    return html`<tr class="blank" aria-hidden="true"><td class="no"></td><td></td><td></td><td></td><td></td><td></td>${boxes}</tr>\n`;
  return html`<tr class="lead"><td class="no">${row.no}</td>
<td class="rank"><span class="seal ${row.band}">${texts.common.bandLetter[row.band]}</span><div class="points">${texts.print.points(row.points)}</div></td>
<td>${companyCell(row, texts.print)}</td>
<td><div><div class="strong">${row.name}</div><div class="sub"><span>${row.kana}</span></div></div></td>
<td>${phoneCell(row, texts.print)}</td>
<td><div>${row.history.slice(0, 3).map(line => html`<div class="line">${line}</div>`)}</div></td>
${boxes}</tr>
`;
}
