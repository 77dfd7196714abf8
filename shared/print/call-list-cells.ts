import type { Day } from '#shared/domain/base/days.ts';
import { halfWidths } from '#shared/domain/base/text.ts';
import type { CallRules } from '#shared/domain/calls/call-rules.ts';
import { type Outcome, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { CallListRow, PrintPhone } from './call-list-input.ts';
import { html, type Markup } from './html.ts';

/** What the cells of a row need besides the row. */
export interface CellTexts {
  readonly texts: Catalogue;
  /** Own words of the team for results. */
  readonly labels: CallRules['labels'];
}

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
const WRITTEN_OUTCOMES = [
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
export const monthDay = (on: Day): string => `${Number(on.slice(5, 7))}/${Number(on.slice(8, 10))}`;

/** A number that dials when it is tapped in the PDF. */
export function telLink(phone: PrintPhone): Markup {
  return phone.tel && /^\+\d{6,15}$/.test(phone.tel)
    ? html`<a href="tel:${phone.tel}">${phone.text}</a>`
    : html`${phone.text}`;
}

/** A number is never cut: what doesn't fit at 11 pt prints at 9, and what needs more room smaller still. */
function phoneSize(lines: readonly string[]): 'full' | 'two' | 'long' | 'tight' {
  const [first = 0, ...more] = lines.map(halfWidths);
  const fits = Math.max(0, ...more) <= SECOND_LINE && more.length <= 2;
  if (fits && first <= FULL_SIZE_PHONE) return more.length === 2 ? 'two' : 'full';
  return fits && first <= LONG_PHONE ? 'long' : 'tight';
}

/** 電話番号 with what stands below it: 内線, and a second number. */
export function phoneCell(row: CallListRow, { texts: { print } }: CellTexts): Markup {
  const { phone, secondPhone } = row;
  const extensionOf = (of: PrintPhone | null) =>
    of?.extension ? [{ label: print.extension(of.extension), number: null }] : [];
  const second = secondPhone
    ? [{ label: `${print.phoneKinds[secondPhone.kind]} `, number: secondPhone }]
    : [];
  const below = [...extensionOf(phone), ...second, ...extensionOf(secondPhone)];
  const size = phoneSize([phone.text, ...below.map(({ label, number }) => label + (number?.text ?? ''))]);
  const lines = below.map(
    ({ label, number }) => html`<div class="tel2">${label}${number ? telLink(number) : null}</div>`,
  );
  return html`<div class="phone ${size}"><div class="tel">${telLink(phone)}</div>${lines}</div>`;
}

/** 会社名／部署・役職 */
export function companyCell(row: CallListRow, { texts: { print } }: CellTexts): Markup {
  const place = [row.department, row.jobTitle].filter(Boolean).join(' ');
  const { index, of } = row.inCompany;
  const same = of > 1 ? html`<span>${print.sameCompany(index, of)}</span>` : null;
  return html`<div><div class="strong">${row.company}</div><div class="sub"><span>${place}</span>${same}</div></div>`;
}

/** 氏名 */
export const nameCell = (row: CallListRow): Markup =>
  html`<div><div class="strong">${row.name}</div><div class="sub"><span>${row.kana}</span></div></div>`;

/** ランク, to be told apart without colour: filled, thick, thin. */
export const rankCell = (row: CallListRow, { texts }: CellTexts): Markup =>
  html`<span class="seal ${row.band}">${texts.common.bandLetter[row.band]}</span><div class="points">${texts.print.points(row.points)}</div>`;

/** 前回・経緯 */
export const historyCell = (row: CallListRow): Markup =>
  html`<div>${row.history.slice(0, 3).map(line => html`<div class="line">${line}</div>`)}</div>`;

/** 次回: the promised day and time, or marks to write on. */
export function nextCell(row: CallListRow | null): Markup {
  const day = row?.nextOn
    ? html`<div>${monthDay(row.nextOn)}</div>`
    : html`<div class="hint" aria-hidden="true">／</div>`;
  const time = row?.nextTime ?? null;
  return html`${day}${time ? html`<div class="${time.length > 5 ? 'small' : ''}">${time}</div>` : html`<div class="hint" aria-hidden="true">：</div>`}`;
}

/** The word for a result on paper: the team's own, else that of the catalogue. */
export const boxLabel = (outcome: Outcome, { texts: { print }, labels }: CellTexts): string =>
  (outcome === 'doNotCall' ? undefined : labels[outcome]) ?? print.results[outcome];

/**
 * Boxes and hints are for a pen: kept out of the reading order, they don't make a screen reader repeat eight words a row,
 * and the tagged PDF stays half as large.
 */
export const resultBoxes = (of: CellTexts): Markup =>
  html`<div class="boxes" aria-hidden="true">${BOXES.map(outcome =>
    outcome === 'other'
      ? html`<span class="wide">${boxLabel('other', of)}<i></i></span>`
      : html`<span><i>${OUTCOMES[outcome].key}</i>${boxLabel(outcome, of)}</span>`,
  )}</div>`;

/** What the rarer keys mean, in one line. */
export function legend({ texts: { print }, labels }: CellTexts): Markup {
  const codes = WRITTEN_OUTCOMES.map(
    outcome =>
      html`<span><b>${OUTCOMES[outcome].key}</b> ${labels[outcome] ?? print.legendCodes[outcome]}</span>`,
  );
  return html`<span>${print.legend}</span>${codes}<span>${print.legendDoNotCall}</span>`;
}
