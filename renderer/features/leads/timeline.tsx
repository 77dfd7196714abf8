import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { eventText } from '#renderer/lib/event-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { TimelineEvent } from '#shared/contract/leads.ts';
import { moveOf } from '#shared/domain/journey/course.ts';
import { formatDateTime, formatDay } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';

const textIn = (data: TimelineEvent['data'], key: string): string => {
  const value = data[key];
  return typeof value === 'string' ? value : '';
};

const bands = ['hot', 'mid', 'low'] as const;

function bandIn(t: Catalogue, data: TimelineEvent['data']): string {
  const to = bands.find(band => band === data['to']);
  return to === undefined ? '' : t.common.band[to];
}

/** How somebody was in touch and whether the person was reached. */
function touchIn(t: Catalogue, data: TimelineEvent['data']): string {
  const way = textIn(data, 'way');
  if (way === '') return '';
  const from = data['direction'] === 'in' ? t.touches.directions.in : '';
  const reached = typeof data['reached'] === 'boolean' ? data['reached'] : null;
  const result = reached === null ? '' : reached ? t.touches.twoWay : t.touches.attempt;
  return [codeText(t.touches.ways, way), from, result].filter(text => text !== '').join('・');
}

/** What an entry is called: a change of hands by the two names, everything else by its kind. */
function titleOf(t: Catalogue, event: TimelineEvent): string {
  if (event.kind !== 'owner.changed') return eventText(t, event.kind);
  return t.leads.ownerChanged(textIn(event.data, 'from'), textIn(event.data, 'to'));
}

/** The small print of an event: outcome, event name, subject or note, whatever it carries. */
function detailOf(t: Catalogue, event: TimelineEvent): string {
  const outcome = textIn(event.data, 'outcome');
  return [
    outcome === '' ? '' : codeText(t.calls.outcomes, outcome),
    touchIn(t, event.data),
    bandIn(t, event.data),
    moveOf(event.kind) === null ? '' : codeText(t.journey.causes, textIn(event.data, 'cause')),
    event.kind === 'owner.changed' ? codeText(t.history.kinds, textIn(event.data, 'operation')) : '',
    textIn(event.data, 'eventName'),
    typeof event.data['minutes'] === 'number' ? t.leads.minutes(event.data['minutes']) : '',
    textIn(event.data, 'subject'),
    textIn(event.data, 'fileName'),
    textIn(event.data, 'note'),
    event.memberName ?? '',
    event.retracted ? t.leads.retracted : '',
  ]
    .filter(text => text !== '')
    .join('　');
}

/** Everything that happened with a lead, newest first, as stops on the line. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { t, lang } = useI18n();
  return (
    <Section title={t.leads.timeline} note={t.common.items(events.length)}>
      {events.length === 0 ? (
        <p className="muted">{t.leads.timelineEmpty}</p>
      ) : (
        <ol className="timeline">
          {events.map(event => (
            <li key={event.uid} data-kind={event.kind} data-retracted={event.retracted || undefined}>
              <span className="mono small">
                {event.occurredAt === null
                  ? formatDay(event.occurredOn, lang)
                  : formatDateTime(event.occurredAt, lang)}
              </span>
              <span className="stop" aria-hidden="true" />
              <span className="what">
                {titleOf(t, event)}
                <small>{detailOf(t, event)}</small>
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
