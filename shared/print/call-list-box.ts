import type { CallListInput, CallListRow } from './call-list-input.ts';
import { html, type Markup } from './html.ts';

/** A framed part of the cover. */
export const box = (title: string, body: Markup | readonly Markup[], kind: string): Markup =>
  html`<section class="box ${kind}"><h2>${title}</h2>${body}</section>`;

/** The rows somebody is called in. */
export const people = (rows: CallListInput['rows']): CallListRow[] =>
  rows.flatMap(row => ('isFree' in row ? [] : [row]));
