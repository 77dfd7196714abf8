import { dayOf, type Day, type Instant } from '#shared/domain/base/days.ts';
import { tidy } from '#shared/domain/base/text.ts';
import type { Sla } from '#shared/domain/sla/agreement.ts';
import { formatDayLong, formatTime } from '#shared/i18n/format.ts';
import { type Catalogue, catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import {
  type HotRule,
  hotSentences,
  marketingRows,
  reviewSentence,
  salesRows,
  timingRows,
} from '#shared/i18n/sla-text.ts';
import { html, type Markup } from './html.ts';
import { page, type PageOptions } from './page.ts';
import { slaSheetCss } from './sla-sheet-style.ts';

export interface SlaSheetInput {
  readonly language: Lang;
  readonly n: number;
  readonly activeFromOn: Day;
  readonly sla: Sla;
  readonly hot: HotRule;
  readonly printedAt: Instant;
  readonly practice: boolean;
}

const noteOf = (note: string): Markup | null =>
  tidy(note) === '' ? null : html`<p class="note">${tidy(note)}</p>`;

const rowsOf = (rows: readonly (readonly [string, string])[]): Markup =>
  html`<dl>${rows.map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>`;

const block = (title: string, body: readonly Markup[], note: string): Markup =>
  html`<section class="block"><h2>${title}</h2>${body}${noteOf(note)}</section>
`;

/** The article's five blocks, in its order. */
function blocks(t: Catalogue, { sla, hot }: SlaSheetInput): Markup[] {
  const titles = t.sla.blocks;
  const sentence = (text: string): Markup => html`<p>${text}</p>`;
  return [
    block(titles.definition, hotSentences(t, hot).map(sentence), sla.definition.note),
    block(titles.timing, [rowsOf(timingRows(t, sla.timing))], ''),
    block(titles.marketing, [rowsOf(marketingRows(t, sla.marketing))], sla.marketing.note),
    block(titles.sales, [rowsOf(salesRows(t, sla.sales))], sla.sales.note),
    block(titles.review, [sentence(reviewSentence(t, sla.review))], sla.review.note),
  ];
}

function signature(t: Catalogue, label: string, name: string, on: string): Markup {
  return html`<div class="sign"><div class="as">${label}</div>
<div class="line"><span>${t.sla.sheetDate}</span><b>${on}</b></div>
<div class="line"><span>${t.sla.sheetName}</span><b>${name}</b></div></div>`;
}

function signatures(t: Catalogue, { sla: { signed }, language }: SlaSheetInput): Markup[] {
  const on = signed.agreedOn === null ? '' : formatDayLong(signed.agreedOn, language);
  if (signed.isOnePerson) return [signature(t, t.sla.signBoth, signed.marketing, on)];
  return [
    signature(t, t.sla.signMarketing, signed.marketing, on),
    signature(t, t.sla.signSales, signed.sales, on),
  ];
}

/**
 * The agreement between marketing and sales as one A4 page with room to sign: two signatures, or one where one person does
 * both. Pure: the same input gives the same text; everything typed is escaped.
 */
export function slaSheetHtml(input: SlaSheetInput, options: PageOptions): string {
  const t = catalogue(input.language);
  const from = formatDayLong(input.activeFromOn, input.language);
  const printed = t.sla.printedAt(
    formatDayLong(dayOf(input.printedAt), input.language),
    formatTime(input.printedAt),
  );
  const body = html`<main class="sheet"><header><h1>${t.sla.sheetTitle}</h1>
${input.practice ? html`<span class="practice">${t.sla.practice}</span>` : null}
<span class="version">${t.sla.sheetVersion(input.n, from)}</span></header>
<p class="lead">${t.sla.sheetLead}</p>
${blocks(t, input)}<div class="signs">${signatures(t, input)}</div><footer>${printed}</footer></main>
`;
  return page({ language: input.language, title: t.sla.sheetTitle, css: slaSheetCss, body: [body] }, options);
}
