import { codeText } from '#renderer/lib/code-text.ts';
import { eventText } from '#renderer/lib/event-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { TimelineEvent } from '#shared/contract/leads.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';

/** What happened, in a word: a call by its outcome, a touch by its way, all else by its kind. */
function nameOf(t: Catalogue, { kind, data }: TimelineEvent): string {
  const { outcome, way } = data;
  if (kind === 'call' && typeof outcome === 'string') return codeText(t.calls.outcomes, outcome);
  return typeof way === 'string' ? codeText(t.touches.ways, way) : eventText(t, kind);
}

/** One thing that happened with a person: day, what, the note, who. */
export function HistoryLine({ event }: { readonly event: TimelineEvent }) {
  const { t, lang } = useI18n();
  const { note } = event.data;
  return (
    <>
      <span className="mono">{formatDay(event.occurredOn, lang)}</span> {nameOf(t, event)}
      {typeof note === 'string' && note !== '' ? <span>「{note}」</span> : null}
      {event.memberName === null ? null : <span className="muted"> {event.memberName}</span>}
    </>
  );
}
