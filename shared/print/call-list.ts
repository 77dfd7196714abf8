import { dayOf } from '#shared/domain/base/days.ts';
import { listNumber, pageCode } from '#shared/domain/calls/list-number.ts';
import { OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import { EXCLUSIONS } from '#shared/domain/calls/selection.ts';
import { formatDayLong, formatTime, formatWeek } from '#shared/i18n/format.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import type { CallListInput, CallListPart, CallListRow } from './call-list-input.ts';
import { callListRow, WRITTEN_OUTCOMES } from './call-list-row.ts';
import { callListCss, ROWS_PER_SHEET } from './call-list-style.ts';
import { html, type Markup } from './html.ts';
import { page, type PageOptions } from './page.ts';
import { paginate } from './paginate.ts';
import { qrSvg } from './qr.ts';

type PrintTexts = Catalogue['print'];

/** One sheet: its rows and where it stands in the caller's part and in the whole print. */
interface Sheet {
  readonly part: CallListPart;
  readonly rows: readonly CallListRow[];
  readonly page: number;
  readonly pages: number;
  readonly overall: number;
  readonly overallPages: number;
}

/** The sheets of a print in order. A new caller always starts a new sheet, also with nobody to call. */
export function callListSheets(parts: readonly CallListPart[]): Sheet[] {
  const sheets = parts.flatMap(part => {
    const pages = paginate(part.rows, ROWS_PER_SHEET);
    return pages.map((rows, i) => ({ part, rows, page: i + 1, pages: pages.length }));
  });
  return sheets.map((sheet, i) => ({ ...sheet, overall: i + 1, overallPages: sheets.length }));
}

function weekText({ week, language }: CallListInput): string {
  if (!week) return '';
  return formatWeek(week.from, week.to, language, on => week.holidays.includes(on));
}

function sheetHead(sheet: Sheet, input: CallListInput, texts: PrintTexts): Markup {
  const { part } = sheet;
  const code = pageCode(part.serial, sheet.page);
  return html`<header class="head"><div class="what"><div class="title">
<h1>${input.name ?? texts.callListTitle}</h1><span class="week">${weekText(input)}</span>
${input.practice ? html`<span class="practice">${texts.practice}</span>` : null}</div>
<div class="order">${part.rows.length > 0 ? texts.order : texts.empty}</div></div>
<div class="who"><div class="caller"><span>${texts.caller}</span><b>${part.caller}</b><span>${texts.page(sheet.page, sheet.pages)}</span></div>
<div>${texts.listNumber} <b class="mono">${listNumber(part.serial)}</b></div></div>${qrSvg(code, texts.qr(code))}</header>
`;
}

function sheetTable(sheet: Sheet, texts: Catalogue): Markup {
  const heads = Object.values<string>(texts.print.columns);
  const blanks: null[] = Array.from({ length: ROWS_PER_SHEET - sheet.rows.length }, () => null);
  return html`<table><colgroup>${heads.map((_, i) => html`<col class="c${i + 1}">`)}</colgroup>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${[...sheet.rows, ...blanks].map(row => callListRow(row, texts))}</tbody></table>
`;
}

function sheetNotes(sheet: Sheet, input: CallListInput, texts: PrintTexts): Markup {
  const codes = WRITTEN_OUTCOMES.map(
    outcome => html`<span><b>${OUTCOMES[outcome].key}</b> ${texts.legendCodes[outcome]}</span>`,
  );
  const excluded = EXCLUSIONS.flatMap(reason => {
    const count = input.excluded[reason] ?? 0;
    return count > 0 ? [texts.exclusion(texts.exclusionReasons[reason], count)] : [];
  });
  const out =
    sheet.page === 1 && excluded.length > 0
      ? html`<div class="out">${texts.exclusions} ${excluded.join('・')}</div>`
      : null;
  return html`<div class="notes"><div class="codes"><span>${texts.legend}</span>${codes}<span>${texts.legendDoNotCall}</span></div>${out}</div>
`;
}

function sheetFoot(sheet: Sheet, input: CallListInput, texts: PrintTexts): Markup {
  const printed = texts.printedAt(
    formatDayLong(dayOf(input.printedAt), input.language),
    formatTime(input.printedAt),
  );
  const tallies = Object.values<string>(texts.tallies).map(label => html`<span>${label}<u></u></span>`);
  return html`<footer class="foot"><div class="tallies">${tallies}<span>${texts.typedBack}<i></i></span></div>
<div>${texts.privacy}</div><div>${printed}　${texts.overall(sheet.overall, sheet.overallPages)}</div></footer>
`;
}

/**
 * The weekly call list as one HTML document, A4 landscape, 12 rows of 13 mm a sheet; short sheets are filled up with
 * blank ruled rows. Pure: the same input gives the same text. Everything from the input is escaped.
 */
export function callListHtml(input: CallListInput, options: PageOptions): string {
  const texts = catalogue(input.language);
  const { print } = texts;
  const sheets = callListSheets(input.parts);
  const body = sheets.map(
    sheet =>
      html`<section class="sheet">${sheetHead(sheet, input, print)}${sheetTable(sheet, texts)}${sheetNotes(sheet, input, print)}${sheetFoot(sheet, input, print)}</section>
`,
  );
  const first = input.parts.at(0);
  const numbers = input.parts.map(part => listNumber(part.serial)).join(', ');
  const title = `${input.name ?? print.callListTitle} ${weekText(input)} ${input.parts.length === 1 ? (first?.caller ?? '') : ''} ${numbers}`;
  return page(
    { language: input.language, title: title.replace(/\s+/g, ' ').trim(), css: callListCss, body },
    options,
  );
}
