import { dayOf } from '#shared/domain/base/days.ts';
import { listNumber, pageCode } from '#shared/domain/calls/list-number.ts';
import { geometryOf, type Geometry } from '#shared/domain/calls/print-layout.ts';
import { formatDayLong, formatTime, formatWeek } from '#shared/i18n/format.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import { type CellTexts, legend } from './call-list-cells.ts';
import { coverBody, coverScript, scriptBox } from './call-list-cover.ts';
import { coverCss } from './call-list-cover-style.ts';
import type { CallListInput } from './call-list-input.ts';
import { blockHeads, callListBlock, callListRow, rowHeads } from './call-list-row.ts';
import { callListCss } from './call-list-style.ts';
import { html, type Markup } from './html.ts';
import { page, type PageOptions } from './page.ts';
import { paginate } from './paginate.ts';
import { qrSvg } from './qr.ts';

/** One sheet: what is on it, and where it stands among the pages of the list. Covers have no page number of their own. */
interface Sheet {
  readonly body: Markup;
  readonly kind: 'cover' | 'list';
  /** Page of the list, 0 on a cover: the code is read as "the list as a whole". */
  readonly page: number;
  readonly order: Markup;
}

/** Everything the parts of a sheet are made from. */
interface Printing {
  readonly input: CallListInput;
  readonly texts: Catalogue;
  readonly cells: CellTexts;
  readonly geometry: Geometry;
}

function weekText({ week, language }: CallListInput): string {
  return formatWeek(week.from, week.to, language, on => week.holidays.includes(on));
}

function covers({ input, texts }: Printing): Sheet[] {
  const placed = coverScript(input, texts);
  const order = html`${texts.print.coverOrder}`;
  const more = { size: placed.size, blocks: placed.rest };
  const bodies = [
    coverBody(input, texts, placed),
    ...(placed.rest.length > 0 ? [html`<div class="front more">${scriptBox(input, texts, more)}</div>`] : []),
  ];
  return bodies.map(body => ({ body, kind: 'cover', page: 0, order }));
}

function tableOf(rows: CallListInput['rows'], { input, cells, geometry }: Printing): Markup {
  const isAcross = input.layout.paper === 'landscape';
  const blanks: null[] = Array.from({ length: geometry.rows - rows.length }, () => null);
  const line = isAcross ? callListRow : callListBlock;
  const lines = [...rows, ...blanks].map(row => line(row, cells));
  return html`<table class="${isAcross ? 'rows' : 'blocks'}">${isAcross ? rowHeads(cells) : blockHeads(cells)}
${isAcross ? html`<tbody>${lines}</tbody>` : lines}</table>
`;
}

function listPages(printing: Printing): Sheet[] {
  const { input, texts, cells, geometry } = printing;
  const codes = html`<div class="codes">${legend(cells)}</div>`;
  const order = input.rows.length > 0 ? texts.print.order : texts.print.empty;
  return paginate(input.rows, geometry.rows).map((rows, i) => {
    const table = tableOf(rows, printing);
    return {
      body: geometry.hasNotes ? html`${table}<div class="notes">${codes}</div>` : table,
      kind: 'list',
      page: i + 1,
      order: geometry.hasNotes ? html`${order}` : codes,
    };
  });
}

/** The sheets of a list in order: its cover, a second one for a long script, then its pages. */
function sheetsOf(input: CallListInput): { readonly sheets: readonly Sheet[]; readonly printing: Printing } {
  const texts = catalogue(input.language);
  const cells = { texts, labels: input.cover.rules.labels };
  const printing = { input, texts, cells, geometry: geometryOf(input.layout) };
  return { sheets: [...covers(printing), ...listPages(printing)], printing };
}

/** Pages a list takes, covers included. */
export const callListPages = (input: CallListInput): number => sheetsOf(input).sheets.length;

function sheetHead(sheet: Sheet, pages: number, { input, texts: { print } }: Printing): Markup {
  const code = pageCode(input.serial, sheet.page);
  const place = sheet.kind === 'cover' ? print.cover : print.page(sheet.page, pages);
  return html`<header class="head"><div class="what"><div class="title">
<h1>${input.name ?? print.callListTitle}</h1><span class="week">${weekText(input)}</span>
${input.practice ? html`<span class="practice">${print.practice}</span>` : null}</div>
<div class="order">${sheet.order}</div></div>
<div class="who"><div class="caller"><span>${print.caller}</span><b>${input.caller}</b><span>${place}</span></div>
<div>${print.listNumber} <b class="mono">${listNumber(input.serial)}</b></div></div>${qrSvg(code, print.qr(code))}</header>
`;
}

function sheetFoot(sheet: Sheet, at: number, of: number, { input, texts: { print } }: Printing): Markup {
  const printed = print.printedAt(
    formatDayLong(dayOf(input.printedAt), input.language),
    formatTime(input.printedAt),
  );
  const tallies = Object.values<string>(print.tallies).map(label => html`<span>${label}<u></u></span>`);
  const left = sheet.kind === 'list' ? html`${tallies}<span>${print.typedBack}<i></i></span>` : null;
  return html`<footer class="foot"><div class="tallies">${left}</div>
<div>${print.privacy}</div><div>${printed}　${print.overall(at, of)}</div></footer>
`;
}

/**
 * The weekly call list of one caller as one HTML document: a cover, then rows to the millimetre, as many a sheet as the
 * layout holds; short sheets are filled up with blank ruled rows. Pure: the same input gives the same text. Everything
 * from the input is escaped.
 */
export function callListHtml(input: CallListInput, options: PageOptions): string {
  const { sheets, printing } = sheetsOf(input);
  const { print } = printing.texts;
  const pages = sheets.filter(sheet => sheet.kind === 'list').length;
  const body = sheets.map(
    (sheet, i) =>
      html`<section class="sheet ${sheet.kind}">${sheetHead(sheet, pages, printing)}${sheet.body}${sheetFoot(sheet, i + 1, sheets.length, printing)}</section>
`,
  );
  const title = `${input.name ?? print.callListTitle} ${weekText(input)} ${input.caller} ${listNumber(input.serial)}`;
  const css = `${callListCss(input.layout)}${coverCss(input.layout)}`;
  return page({ language: input.language, title: title.replace(/\s+/g, ' ').trim(), css, body }, options);
}
