import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { DealEntry } from '#shared/contract/opportunities.ts';
import { isDay } from '#shared/domain/base/days.ts';
import { formatDateTime, formatDay } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';

/** What was done, as a sentence. */
function entryText(t: Catalogue, lang: Lang, { kind, data, occurredOn }: DealEntry): string {
  const { logText, stages, steps, lostReasons, returnReasons } = t.opportunities;
  const said = (key: string): string => (typeof data[key] === 'string' ? data[key] : '');
  const day = (text: string): string => (isDay(text) ? formatDay(text, lang) : text);
  switch (kind) {
    case 'opportunity.moved':
      return logText.moved(codeText(stages, said('from')), codeText(stages, said('to')));
    case 'opportunity.corrected':
      return logText.corrected(
        codeText(steps, said('step')),
        day(said('from')),
        day(said('to')),
        said('reason'),
      );
    case 'opportunity.lost':
      return logText.lost(codeText(lostReasons, said('reason')));
    case 'handover.returned':
      return logText.returned(codeText(returnReasons, said('reason')));
    default:
      return `${codeText(t.leads.eventKinds, kind)} ${formatDay(occurredOn, lang)}`;
  }
}

/** Who did what to a 商談, and when; the newest first. */
export function DealLog({ log }: { readonly log: readonly DealEntry[] }) {
  const { t, lang } = useI18n();
  return (
    <Section title={t.opportunities.log}>
      <ul className="deal-log">
        {log.map(entry => (
          <li key={entry.uid}>
            <span className="small muted">{formatDateTime(entry.recordedAt, lang)}</span>
            <span className="small">{entry.memberName || t.nav.member}</span>
            <span>{entryText(t, lang, entry)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
