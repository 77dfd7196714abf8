import { codeText } from '#renderer/lib/code-text.ts';
import type { CallDay } from '#shared/contract/call-day.ts';
import { formatDayLong } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';

/** The 日報 of a day as plain text: counts, results, what was notable, and a place for tomorrow. */
export function reportDraft(day: CallDay, t: Catalogue, lang: Lang): string {
  const { draft, meter } = t.callDay;
  const { mine } = day;
  const outcomes = Object.entries(day.outcomes).map(([code, count]) =>
    draft.count(codeText(t.calls.outcomes, code), count),
  );
  const notable = day.notable.map(({ companyName, name, outcome, note }) =>
    draft.item(
      [companyName, draft.honorific(name)].filter(text => text !== '').join(' '),
      codeText(t.calls.outcomes, outcome),
      note,
    ),
  );
  return [
    draft.head(formatDayLong(day.on, lang), day.memberName ?? ''),
    '',
    draft.count(meter.calls, mine.calls),
    draft.count(meter.reached, mine.reached),
    draft.count(meter.appointments, mine.appointments),
    draft.contacts(meter.firstContacts, mine.firstContacts.inTime, mine.firstContacts.due),
    ...(outcomes.length === 0 ? [] : ['', draft.outcomes, outcomes.join(' / ')]),
    '',
    draft.notable,
    ...(notable.length === 0 ? [draft.nothing] : notable),
    '',
    draft.tomorrow,
    '',
  ].join('\n');
}
