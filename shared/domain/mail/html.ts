const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside HTML elements and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, c => ENTITIES[c] ?? c);

/** An https address up to the first space, bracket or Japanese character; closing punctuation stays outside. */
const LINK = /https:\/\/[\w.~:/?#@!$&*+,;=%-]*[\w/#=&~-]/g;

/**
 * The HTML part of a mail, made from the same text: nothing a person typed is ever markup, the link
 * text is the address itself, and there is no image to track with.
 */
export function htmlFromText(text: string): string {
  let body = '';
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    const url = escapeHtml(match[0]);
    body += `${escapeHtml(text.slice(at, match.index))}<a href="${url}">${url}</a>`;
    at = match.index + match[0].length;
  }
  body += escapeHtml(text.slice(at));
  const lines = body.replace(/\r\n?|\n/g, '<br>\n');
  return `<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"></head><body style="font-size:14px;line-height:1.7">\n${lines}\n</body></html>\n`;
}
