import { dayOf, type Day, type Instant } from '#shared/domain/base/days.ts';
import type { Card } from '#shared/domain/opportunities/card.ts';
import { RETURN_REASONS } from '#shared/domain/opportunities/stages.ts';
import { criterionText } from '#shared/i18n/deal-text.ts';
import { formatDay, formatDayLong, formatTime } from '#shared/i18n/format.ts';
import { type Catalogue, catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { reasonLabel, whySentence } from '#shared/i18n/reasons.ts';
import { handoverCardCss } from './handover-card-style.ts';
import { html, type Markup } from './html.ts';
import { page, type PageOptions } from './page.ts';

export interface HandoverCardInput {
  readonly language: Lang;
  readonly fromName: string;
  readonly toName: string;
  readonly madeAt: Instant;
  readonly card: Card;
  readonly printedAt: Instant;
  readonly practice: boolean;
}

interface Words {
  readonly t: Catalogue;
  readonly language: Lang;
}

const block = (title: string, body: Markup | readonly Markup[], name = ''): Markup =>
  html`<section class="${name}"><h2>${title}</h2>${body}</section>
`;

function person({ t }: Words, card: Card): Markup {
  const tel = card.phone.replace(/[^\d+]/g, '');
  return block(
    t.opportunities.sheet.who,
    html`<div class="who"><div><p>${card.companyName}</p><p>${[card.department, card.title].filter(text => text !== '').join('　')}</p>
<p class="kana">${card.kana}</p><p class="name">${card.name}</p></div>
<div><p>${card.phone === '' ? t.leads.noPhone : html`<a class="phone" href="tel:${tel}">${card.phone}</a>`}</p>
<p>${card.email}</p><p>${card.eventName}</p></div></div>`,
  );
}

function why({ t }: Words, card: Card): Markup {
  const { sheet } = t.opportunities;
  if (card.why.length === 0) return block(sheet.why, html`<p>${sheet.whyNone}</p>`);
  const points = card.why.map(row => html`<li><b>+${row.points}</b><span>${reasonLabel(t, row)}</span></li>`);
  return block(sheet.why, [html`<p class="big">${whySentence(t, card.why)}</p>`, html`<ul>${points}</ul>`]);
}

function calls({ t, language }: Words, card: Card): Markup {
  const { sheet } = t.opportunities;
  const outcomes: Readonly<Record<string, string>> = t.calls.outcomes;
  const rows = card.calls.map(
    ({ on, outcome, note }) =>
      html`<li class="due"><span>${formatDay(on, language)}</span><span>${outcomes[outcome] ?? outcome}　${note}</span></li>`,
  );
  return block(sheet.calls, rows.length === 0 ? html`<p>${sheet.none}</p>` : html`<ul>${rows}</ul>`, 'calls');
}

function meeting({ t, language }: Words, { meetingOn, meetingAt, place }: Card): Markup {
  const { sheet } = t.opportunities;
  const when = (on: Day): string =>
    [formatDayLong(on, language), meetingAt === null ? '' : formatTime(meetingAt)].join(' ');
  return block(sheet.meeting, [
    html`<p class="big">${meetingOn === null ? sheet.meetingNone : when(meetingOn)}</p>`,
    html`<p>${place}</p>`,
  ]);
}

function tasks({ t, language }: Words, card: Card): Markup {
  const { sheet, taskKinds } = t.opportunities;
  const rows = card.tasks.map(
    task =>
      html`<li class="due"><span>${formatDay(task.dueOn, language)}</span><span><i class="box"></i>${taskKinds[task.kind]}：${task.text}</span></li>`,
  );
  return block(sheet.tasks, rows.length === 0 ? html`<p>${sheet.none}</p>` : html`<ul>${rows}</ul>`);
}

function criteria({ t }: Words, card: Card): Markup {
  const { sheet, required } = t.opportunities;
  const rows = card.criteria.map(
    line =>
      html`<li><b>${line.met ? sheet.met : sheet.unmet}</b><span>${criterionText(t, line)}${line.required ? html`（${required}）` : null}</span></li>`,
  );
  const reason =
    card.overrideReason === '' ? null : html`<p><b>${sheet.override}</b>　${card.overrideReason}</p>`;
  return block(sheet.criteria, [html`<ul>${rows}</ul>`, ...(reason ? [reason] : [])]);
}

function answer({ t, language }: Words, { answerDueAt }: Card): Markup {
  const { sheet, returnReasons } = t.opportunities;
  const by =
    answerDueAt === null
      ? sheet.answer
      : `${sheet.answerBy} ${formatDayLong(dayOf(answerDueAt), language)} ${formatTime(answerDueAt)}`;
  const codes = RETURN_REASONS.map((code, i) => `${i + 1} ${returnReasons[code]}`).join('　');
  return html`<section class="answer"><h2>${by}</h2>
<div class="boxes"><span><i class="box"></i>${sheet.boxes.accept}</span><span><i class="box"></i>${sheet.boxes.giveBack}</span></div>
<p class="codes">${codes}</p>
<div class="fill"><div>${sheet.reason}</div><div>${sheet.until}</div></div></section>
`;
}

/**
 * What field sales needs to act, on one A4 page: who, why now, what was said, when they meet, what was promised, and room
 * for the answer. Pure: the same input gives the same text; everything typed is escaped.
 */
export function handoverCardHtml(input: HandoverCardInput, options: PageOptions): string {
  const { language, card } = input;
  const words: Words = { t: catalogue(language), language };
  const { sheet } = words.t.opportunities;
  const day = (at: Instant): string => formatDayLong(dayOf(at), language);
  const body = html`<main class="sheet"><header><h1>${sheet.title}</h1>
${input.practice ? html`<span class="practice">${sheet.practice}</span>` : null}
<span class="made">${sheet.madeAt} ${day(input.madeAt)} ${formatTime(input.madeAt)}</span></header>
<div class="people"><div>${sheet.from}<b>${input.fromName}</b></div><div>${sheet.to}<b>${input.toName}</b></div></div>
${[person(words, card), why(words, card)]}${block(sheet.said, html`<p>${card.said}</p>`, 'said')}
${meeting(words, card)}<div class="two">${[tasks(words, card), calls(words, card)]}</div>
${[criteria(words, card), answer(words, card)]}
<footer>${sheet.printedAt(day(input.printedAt), formatTime(input.printedAt))}</footer></main>
`;
  return page({ language, title: sheet.title, css: handoverCardCss, body: [body] }, options);
}
