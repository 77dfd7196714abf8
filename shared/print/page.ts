import type { Lang } from '#shared/i18n/lang.ts';
import { html, type Markup } from './html.ts';

/** What the host that shows or prints a page decides. */
export interface PageOptions {
  /**
   * Folder URL the fonts come from, ending in `/`: `/fonts/` in the app, `fonts/` for `HtmlPrinter.toPdf`.
   * `print.css` in it declares the font families.
   */
  readonly fontBaseUrl: string;
  /** Nonce of the content security policy the page is shown under (a `srcdoc` frame inherits its owner's). */
  readonly styleNonce?: string;
}

interface PageParts {
  readonly language: Lang;
  readonly title: string;
  /** Our own constant CSS, never user text. */
  readonly css: string;
  readonly body: readonly Markup[];
}

/** One complete printable document: no script, no inline style attribute, nothing loaded but the fonts. */
export function page(parts: PageParts, options: PageOptions): string {
  const nonce = options.styleNonce ? html` nonce="${options.styleNonce}"` : null;
  return html`<!doctype html>
<html lang="${parts.language}"><head><meta charset="utf-8"><title>${parts.title}</title>
<link rel="stylesheet" href="${`${options.fontBaseUrl}print.css`}">
<style${nonce}>${{ markup: parts.css }}</style></head>
<body>${parts.body}</body></html>
`.markup;
}
