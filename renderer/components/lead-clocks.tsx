import './lead-clocks.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { minutely } from '#renderer/lib/minutely.ts';
import type { SlaClock } from '#shared/contract/sla.ts';
import { formatDateTime } from '#shared/i18n/format.ts';
import { ClockState, Remaining } from './clock-state.tsx';
import { Section } from './section.tsx';

function LeadClock({ clock }: { readonly clock: SlaClock }) {
  const { t, lang } = useI18n();
  return (
    <li>
      <b>{t.sla.kinds[clock.kind]}</b>
      <span className="with-icon">
        <Remaining clock={clock} />
        <ClockState state={clock.state} />
      </span>
      <span className="small">
        <span>{t.sla.due(formatDateTime(clock.dueAt, lang))}</span>
        {clock.attemptedAt === null ? null : (
          <span>{t.sla.attempted(formatDateTime(clock.attemptedAt, lang))}</span>
        )}
        {clock.stopCode === null ? null : <span>{codeText(t.sla.stops, clock.stopCode)}</span>}
        {clock.raisedLate ? <span title={t.sla.raisedLateHint}>{t.sla.raisedLate}</span> : null}
      </span>
    </li>
  );
}

/** What is owed to a lead and until when, the running promises first; nothing where nothing ever was. */
export function LeadClocks({ uid }: { readonly uid: string }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { data } = useQuery({ ...orpc.sla.clocks.queryOptions({ input: { leadUid: uid } }), ...minutely });
  const clocks = data?.clocks ?? [];
  if (clocks.length === 0) return null;
  const running = clocks.filter(clock => clock.stoppedAt === null);
  const ended = clocks.filter(clock => clock.stoppedAt !== null).toReversed();
  return (
    <Section title={t.sla.clocksOfLead} action={<Link href="/sla">{t.sla.open}</Link>}>
      <ul className="lead-clocks">
        {[...running, ...ended].map(clock => (
          <LeadClock key={clock.uid} clock={clock} />
        ))}
      </ul>
    </Section>
  );
}
