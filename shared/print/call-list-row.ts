import type { Day } from '#shared/domain/base/days.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { CallListRow, PrintPhone } from './call-list-input.ts';
import { html, type Markup } from './html.ts';

type PrintTexts = Catalogue['print'];
type ResultLabel = keyof PrintTexts['results'];

/** The eight boxes in two rows of four; the mark in a box is the key that types the result in. */
const BOXES: readonly (readonly [ResultLabel, string])[] = [
  ['noAnswer', '1'],
  ['away', '2'],
  ['callback', '4'],
  ['material', '5'],
  ['appointment', '6'],
  ['declined', '7'],
  ['doNotCall', 'D'],
  ['other', ''],
];

/** Rarer results have no box: their key is written into the box of 他. */
export const WRITTEN_CODES = [
  ['refused', '3'],
  ['badNumber', '8'],
  ['notTarget', '9'],
  ['other', '0'],
] as const satisfies readonly (readonly [keyof PrintTexts['legendCodes'], string])[];

/** What fits at 11 pt in the 27 mm of the phone column: 13 half-width characters are 25.2 mm. */
const FULL_SIZE_PHONE = 13;

/** `11/24`: the weekday is on the head of the sheet, and the column is narrow. */
const monthDay = (on: Day): string => `${Number(on.slice(5, 7))}/${Number(on.slice(8, 10))}`;

function telLink(phone: PrintPhone): Markup {
  return phone.tel && /^\+\d{6,15}$/.test(phone.tel)
    ? html`<a href="tel:${phone.tel}">${phone.text}</a>`
    : html`${phone.text}`;
}

function phoneCell(row: CallListRow, texts: PrintTexts): Markup {
  const { phone, secondPhone } = row;
  const size = phone.text.length > FULL_SIZE_PHONE ? 'tel long' : 'tel';
  const extension = (of: PrintPhone): Markup | null =>
    of.extension ? html`<div class="tel2">${texts.extension(of.extension)}</div>` : null;
  const second = secondPhone
    ? html`<div class="tel2">${texts.phoneKinds[secondPhone.kind]} ${telLink(secondPhone)}</div>${extension(secondPhone)}`
    : null;
  return html`<div><div class="${size}">${telLink(phone)}</div>${extension(phone)}${second}</div>`;
}

function companyCell(row: CallListRow, texts: PrintTexts): Markup {
  const place = [row.department, row.jobTitle].filter(Boolean).join(' ');
  const same = row.sameCompany
    ? html`<span>${texts.sameCompany(row.sameCompany.n, row.sameCompany.of)}</span>`
    : null;
  return html`<div><div class="strong">${row.company}</div><div class="sub"><span>${place}</span>${same}</div></div>`;
}

function nextCell(row: CallListRow | null): Markup {
  const day = row?.nextOn ? html`<div>${monthDay(row.nextOn)}</div>` : html`<div class="hint">／</div>`;
  const time = row?.nextTime ?? null;
  return html`${day}${time ? html`<div class="${time.length > 5 ? 'small' : ''}">${time}</div>` : html`<div class="hint">：</div>`}`;
}

const resultBoxes = (texts: PrintTexts): Markup =>
  html`<div class="boxes">${BOXES.map(([label, key]) =>
    key
      ? html`<span><i>${key}</i>${texts.results[label]}</span>`
      : html`<span class="wide">${texts.results[label]}<i></i></span>`,
  )}</div>`;

/** One lead as a table row; null gives a blank ruled row for calls that come in. */
export function callListRow(row: CallListRow | null, texts: Catalogue): Markup {
  const boxes = html`<td class="results">${resultBoxes(texts.print)}</td><td class="next">${nextCell(row)}</td><td></td>`;
  if (!row)
    return html`<tr class="blank"><td class="no"></td><td></td><td></td><td></td><td></td><td></td>${boxes}</tr>\n`;
  return html`<tr class="lead"><td class="no">${row.position}</td>
<td class="rank"><span class="seal ${row.band}">${texts.common.bandLetter[row.band]}</span><div class="points">${texts.print.points(row.points)}</div></td>
<td>${companyCell(row, texts.print)}</td>
<td><div><div class="strong">${row.name}</div><div class="sub"><span>${row.kana}</span></div></div></td>
<td>${phoneCell(row, texts.print)}</td>
<td><div>${row.history.slice(0, 3).map(line => html`<div class="line">${line}</div>`)}</div></td>
${boxes}</tr>
`;
}
