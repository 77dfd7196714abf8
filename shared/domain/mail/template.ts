import { type Day, weekday } from '#shared/domain/base/days.ts';
import { addBusinessDays, type BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { addressee, cleanValue, isMergeField, type MergeField, type MergeValues } from './fields.ts';

export type TemplateNode =
  | { kind: 'text'; text: string }
  | { kind: 'field'; field: MergeField; fallback: string | null }
  | { kind: 'date'; businessDays: number }
  | { kind: 'if'; field: MergeField; yes: TemplateNode[]; no: TemplateNode[] };

/** What keeps a template from being used. `text` is the piece of the template it is about. */
export type TemplateProblem = {
  code: 'unknownField' | 'unclosedField' | 'nestedIf' | 'strayElse' | 'strayEnd' | 'unclosedIf';
  text: string;
};
export type MissingValue = { code: 'missingValue'; field: MergeField };

export type Parsed = { ok: true; nodes: TemplateNode[] } | { ok: false; problems: TemplateProblem[] };
export type Rendered = { ok: true; text: string } | { ok: false; problems: MissingValue[] };

const TAG = /\{\{([^{}]*)\}\}/g;
const DATE = /^今日(?:\+(\d{1,2})営業日)?$/;
const MAX_DAYS = 30;

type OpenIf = Extract<TemplateNode, { kind: 'if' }>;

class Parser {
  readonly problems: TemplateProblem[] = [];
  readonly nodes: TemplateNode[] = [];
  private open: OpenIf | null = null;
  private target = this.nodes;

  text(text: string): void {
    if (text.includes('{{') || text.includes('}}')) this.fail('unclosedField', text.trim().slice(0, 40));
    if (text !== '') this.target.push({ kind: 'text', text });
  }

  /** Takes the inside of one `{{…}}`. True when it is a block tag, which does not print itself. */
  tag(inside: string): boolean {
    const source = inside.trim();
    const condition = /^#if\s+(.+)$/.exec(source);
    if (condition) this.begin((condition[1] ?? '').normalize('NFKC').trim());
    else if (source === 'else') this.otherwise();
    else if (source === '/if') this.end();
    else {
      this.field(source);
      return false;
    }
    return true;
  }

  finish(): Parsed {
    if (this.open) this.fail('unclosedIf', this.open.field);
    return this.problems.length ? { ok: false, problems: this.problems } : { ok: true, nodes: this.nodes };
  }

  private fail(code: TemplateProblem['code'], text: string): void {
    this.problems.push({ code, text });
  }

  private field(source: string): void {
    const bar = source.search(/[|｜]/);
    const name = (bar < 0 ? source : source.slice(0, bar)).normalize('NFKC').trim();
    const days = DATE.exec(name);
    if (days && Number(days[1] ?? 0) <= MAX_DAYS)
      this.target.push({ kind: 'date', businessDays: Number(days[1] ?? 0) });
    else if (isMergeField(name))
      this.target.push({
        kind: 'field',
        field: name,
        fallback: bar < 0 ? null : source.slice(bar + 1).trim(),
      });
    else this.fail('unknownField', name);
  }

  private begin(name: string): void {
    if (!isMergeField(name)) return this.fail('unknownField', name);
    if (this.open) return this.fail('nestedIf', name);
    this.open = { kind: 'if', field: name, yes: [], no: [] };
    this.nodes.push(this.open);
    this.target = this.open.yes;
  }

  private otherwise(): void {
    if (!this.open || this.target === this.open.no) return this.fail('strayElse', '{{else}}');
    this.target = this.open.no;
  }

  private end(): void {
    if (!this.open) return this.fail('strayEnd', '{{/if}}');
    this.open = null;
    this.target = this.nodes;
  }
}

/**
 * Reads a template: `{{会社名}}`, `{{会社名|貴社}}` with a fallback, `{{宛名}}`, `{{今日+3営業日}}`, and
 * `{{#if 部署}}…{{else}}…{{/if}}`, not nested. A block tag alone on its line takes the line with it.
 */
export function parseTemplate(source: string): Parsed {
  const parser = new Parser();
  const text = source.replace(/\r\n?/g, '\n');
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    if (match.index < at) continue;
    const before = text.slice(at, match.index);
    at = match.index + match[0].length;
    const lineStart = match.index === 0 || /(?:^|\n)[ \t]*$/.test(text.slice(0, match.index));
    const rest = /^[ \t]*(?:\n|$)/.exec(text.slice(at));
    const block = /^\s*(?:#if\s|else\s*$|\/if\s*$)/.test(match[1] ?? '');
    const alone = block && lineStart && rest !== null;
    parser.text(alone ? before.replace(/[ \t]+$/, '') : before);
    parser.tag(match[1] ?? '');
    if (alone) at += rest[0].length;
  }
  parser.text(text.slice(at));
  return parser.finish();
}

/** `11月26日(木)`, the way a date stands in a Japanese mail of the same year. */
export function mailDate(on: Day): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日(${'月火水木金土日'[weekday(on) - 1]})`;
}

/** The fields a template cannot do without: used, no fallback, in any branch. */
export function requiredFields(nodes: readonly TemplateNode[]): Set<MergeField> {
  const fields = new Set<MergeField>();
  for (const node of nodes) {
    if (node.kind === 'field' && node.fallback === null) fields.add(node.field);
    if (node.kind === 'if') for (const field of requiredFields([...node.yes, ...node.no])) fields.add(field);
  }
  return fields;
}

/**
 * Fills a template for one person. A value that is missing and has no fallback is a problem for this
 * person, never a blank in a mail that goes out. Values stay on one line and lose control characters.
 */
export function renderTemplate(
  nodes: readonly TemplateNode[],
  values: MergeValues,
  when: { today: Day; calendar: BusinessCalendar },
): Rendered {
  const missing = new Map<MergeField, MissingValue>();
  const valueOf = (field: MergeField): string =>
    field === '宛名' ? addressee(values) : cleanValue(values[field]);
  const one = (node: TemplateNode): string => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'date') return mailDate(addBusinessDays(when.calendar, when.today, node.businessDays));
    const value = valueOf(node.field);
    if (node.kind === 'if') return (value === '' ? node.no : node.yes).map(one).join('');
    if (value === '' && node.fallback === null)
      missing.set(node.field, { code: 'missingValue', field: node.field });
    return value === '' ? (node.fallback ?? '') : value;
  };
  const text = nodes.map(one).join('');
  return missing.size ? { ok: false, problems: [...missing.values()] } : { ok: true, text };
}
