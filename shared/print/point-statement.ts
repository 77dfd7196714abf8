import type { Explanation } from '#shared/contract/explanation.ts';
import { dayOf, type Instant } from '#shared/domain/base/days.ts';
import { formatDayLong, formatDayYear, formatTime } from '#shared/i18n/format.ts';
import { catalogue, type Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { reasonLabel, valueText, whySentence } from '#shared/i18n/reasons.ts';
import { html, type Markup } from './html.ts';
import { page, type PageOptions } from './page.ts';
import { statementCss } from './point-statement-style.ts';

/** Everything on a point statement. Texts are as the user wrote them; escaping happens here. */
export interface StatementInput {
  readonly language: Lang;
  readonly who: { readonly name: string; readonly companyName: string; readonly title: string };
  readonly explanation: Explanation;
  /** Where each event was recorded, by its uid. */
  readonly sources: ReadonlyMap<string, 'user' | 'import' | 'mail' | 'system'>;
  readonly printedAt: Instant;
  readonly practice: boolean;
}

type Row = Explanation['rows'][number];

function label(t: Catalogue, row: Row, cap: number): string {
  if (row.rule === 'cap') return t.leads.overCap(cap);
  if (row.rule === 'floor') return t.scoring.statement.floor;
  const name =
    row.side === 'fit' ? t.leads.attributes[row.rule as keyof typeof t.leads.attributes] : undefined;
  if (name !== undefined && row.value !== null) return `${name}　${valueText(t, row.rule, row.value)}`;
  const behaviour = reasonLabel(t, { ...row, value: null });
  return row.value === null ? behaviour : `${behaviour}　${row.value}`;
}

function pointRow(t: Catalogue, row: Row, input: StatementInput): Markup {
  const { statement } = t.scoring;
  const source = row.eventUid === null ? null : (input.sources.get(row.eventUid) ?? null);
  const from =
    source === null ? (row.value === null ? '' : statement.sources.field) : statement.sources[source];
  const on = row.occurredOn === null ? '' : formatDayYear(row.occurredOn, input.language);
  return html`<tr><td>${label(t, row, input.explanation.caps[row.side])}</td><td>${on}</td><td>${from}</td><td class="n">${row.base}</td><td class="n">${row.points}</td></tr>
`;
}

function sideRows(t: Catalogue, side: Row['side'], input: StatementInput): Markup {
  const { explanation } = input;
  const rows = explanation.rows.filter(row => row.side === side);
  return html`<tr class="side"><th scope="rowgroup" colspan="4">${t.leads[side]}（${t.leads.cap(explanation.caps[side])}）</th><td class="n">${explanation[side]}</td></tr>
${rows.map(row => pointRow(t, row, input))}`;
}

/** Which of the two views of a past day the page shows; on the day itself they are one. */
function viewText(t: Catalogue, { explanation, printedAt }: StatementInput): string {
  const { statement } = t.scoring;
  if (explanation.on >= dayOf(printedAt)) return statement.today;
  return explanation.known === 'then' ? statement.shown : statement.corrected;
}

/** 点数の明細: every point of one person on a day with rule version and source, A4 upright; the rows add up to the total. */
export function pointStatementHtml(input: StatementInput, options: PageOptions): string {
  const t = catalogue(input.language);
  const { statement } = t.scoring;
  const { explanation, who, language } = input;
  const heads = Object.values<string>(statement.columns);
  const missing = explanation.missing.map(
    ({ attribute, upTo }) =>
      html`<li>${t.leads.attributes[attribute as keyof typeof t.leads.attributes]} ${t.leads.missing(upTo)}</li>`,
  );
  const cools = explanation.coolsOn
    ? statement.coolsOn(formatDayLong(explanation.coolsOn, language))
    : statement.noCooling;
  const body = html`<section class="sheet"><header><h1>${statement.title}</h1>${input.practice ? html`<span class="practice">${t.print.practice}</span>` : null}<span class="day">${statement.asOf(formatDayLong(explanation.on, language))}</span></header>
<p class="who"><b>${who.name}</b> ${who.companyName} ${who.title}</p>
<p class="rank"><span class="seal ${explanation.band}">${t.common.bandLetter[explanation.band]}</span> ${t.common.bandWord[explanation.band]}　<b>${t.common.points(explanation.total)}</b>　${whySentence(t, explanation.rows, explanation.explicitInterest)}</p>
<p class="small">${viewText(t, input)}</p>
<p class="small">${statement.rules(explanation.rulesVersion)}　${statement.caps(explanation.caps.fit, explanation.caps.engagement)}</p>
<table><thead><tr>${heads.map((head, i) => html`<th scope="col" class="${i > 2 ? 'n' : ''}">${head}</th>`)}</tr></thead>
<tbody>${sideRows(t, 'fit', input)}${sideRows(t, 'engagement', input)}</tbody>
<tfoot><tr><th scope="row" colspan="4">${t.common.total}</th><td class="n">${explanation.total}</td></tr></tfoot></table>
<p class="small">${cools}</p><ul class="small">${missing}</ul>
<footer>${statement.privacy}　${statement.printedAt(formatDayLong(dayOf(input.printedAt), language), formatTime(input.printedAt))}</footer></section>
`;
  return page(
    { language, title: `${statement.title} ${who.name}`.trim(), css: statementCss, body: [body] },
    options,
  );
}
