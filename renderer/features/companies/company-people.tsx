import { Link } from 'wouter';
import { Due, NextKind } from '#renderer/components/next-action.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { eventText } from '#renderer/lib/event-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Company } from '#shared/contract/companies.ts';
import { formatDay, formatDateTime } from '#shared/i18n/format.ts';
import { ownerText } from './words.ts';

type CompanyProps = { readonly company: Company };

/** Everybody there, best first. */
export function CompanyPeople({ company }: CompanyProps) {
  const { t, lang } = useI18n();
  const more = company.people - company.leads.length;
  return (
    <Section title={t.companies.people} note={t.common.people(company.people)}>
      {company.leads.length === 0 ? (
        <p className="muted prose">{t.companies.noPeople}</p>
      ) : (
        <table className="table company-people">
          <thead>
            <tr>
              <th>{t.leads.colRank}</th>
              <th>{t.leads.colName}</th>
              <th>{t.leads.colNext}</th>
              <th className="num">{t.leads.colDue}</th>
              <th className="num">{t.companies.colTouch}</th>
              <th>{t.leads.colOwner}</th>
            </tr>
          </thead>
          <tbody>
            {company.leads.map(lead => (
              <tr key={lead.uid}>
                <td className="rank-cell">
                  <span className="with-icon">
                    <RankSeal band={lead.band} />
                    <b>{lead.total}</b>
                  </span>
                </td>
                <td className="two-line">
                  <Link href={`/leads/${lead.uid}`}>{lead.name || t.common.none}</Link>
                  <span className="second">
                    {[lead.department, lead.title].filter(text => text !== '').join(' ')}
                  </span>
                </td>
                <td>
                  <NextKind kind={lead.nextKind} />
                </td>
                <td className="num">
                  <Due on={lead.nextOn} />
                </td>
                <td className="num mono">
                  {lead.lastTouchOn === null ? t.common.none : formatDay(lead.lastTouchOn, lang)}
                </td>
                <td className={lead.ownerName === null ? 'muted' : undefined}>
                  {ownerText(t, lead.ownerName)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 ? <p className="muted">{t.companies.morePeople(more)}</p> : null}
    </Section>
  );
}

const textIn = (data: Readonly<Record<string, unknown>>, key: string): string =>
  typeof data[key] === 'string' ? data[key] : '';

/** What happened with its people, newest first, each with whom. */
export function CompanyTimeline({ company }: CompanyProps) {
  const { t, lang } = useI18n();
  if (company.timeline.length === 0) return null;
  return (
    <Section title={t.companies.timeline} note={t.common.items(company.timeline.length)}>
      <table className="table company-timeline">
        <thead>
          <tr>
            <th>{t.companies.colWhen}</th>
            <th>{t.companies.colWho}</th>
            <th>{t.companies.colWhat}</th>
          </tr>
        </thead>
        <tbody>
          {company.timeline.map(event => {
            const outcome = textIn(event.data, 'outcome');
            const small = [
              outcome === '' ? '' : codeText(t.calls.outcomes, outcome),
              textIn(event.data, 'eventName'),
              textIn(event.data, 'note'),
              event.memberName ?? '',
            ].filter(text => text !== '');
            return (
              <tr key={event.uid}>
                <td className="mono when">
                  {event.occurredAt === null
                    ? formatDay(event.occurredOn, lang)
                    : formatDateTime(event.occurredAt, lang)}
                </td>
                <td>
                  <Link href={`/leads/${event.leadUid}`}>{event.leadName || t.common.none}</Link>
                </td>
                <td>
                  {eventText(t, event.kind)}
                  <span className="muted small"> {small.join('　')}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
