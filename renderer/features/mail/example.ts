import type { Day } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import { mergeValues, practiceSender, type Sender } from '#shared/domain/mail/sender.ts';
import { parseTemplate, renderTemplate } from '#shared/domain/mail/template.ts';

/** An invented reader, so that a template can be read the way it will arrive. */
const reader = {
  company: '株式会社みなと架空物流',
  department: '業務部',
  title: '課長',
  name: '小川 直樹',
} as const;

/** A template filled for an invented reader; the template itself where it cannot be filled. */
export function exampleOf(
  template: string,
  sender: Sender | undefined,
  today: Day,
  calendar: BusinessCalendar,
): string {
  const parsed = parseTemplate(template);
  if (!parsed.ok) return template;
  const values = mergeValues(
    { ...reader, event: '展示会2026秋', basis: 'card', metOn: today },
    sender?.company ? sender : practiceSender,
    'A1B2C3',
  );
  const rendered = renderTemplate(parsed.nodes, values, { today, calendar });
  return rendered.ok ? rendered.text : template;
}
