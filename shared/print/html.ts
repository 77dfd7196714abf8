/** A piece of HTML that is already escaped. Only `html` makes one, so text can't be mistaken for markup. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | null | Markup | readonly Markup[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place on paper, and a NUL would end up as a replacement character. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;

/** Text made safe for element content and quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(CONTROLS, '').replace(/[&<>"']/g, c => ENTITIES[c] ?? '');

function render(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(part => part.markup).join('');
}

/** Template tag: everything put in is escaped unless it is `Markup` itself; null leaves nothing. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return { markup: parts.map((part, i) => part + render(values[i] ?? null)).join('') };
}
