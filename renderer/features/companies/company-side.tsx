import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Company } from '#shared/contract/companies.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { ownerText } from './words.ts';

/** Deals, owners, sites, people who left, and names that look alike. */
export function CompanySide({ company }: { readonly company: Company }) {
  const { t, lang } = useI18n();
  const { deals, owners, branches, former, similar } = company;
  return (
    <>
      <Section title={t.companies.deals}>
        {deals.length === 0 ? <p className="muted">{t.companies.noDeals}</p> : null}
        <ul className="plain-list">
          {deals.map(deal => (
            <li key={deal.leadUid}>
              <Link href={`/leads/${deal.leadUid}`} className="deal-name">
                {deal.name || t.common.none}
              </Link>
              <span className="small muted">
                {[
                  deal.appointmentOn && t.companies.appointment(formatDay(deal.appointmentOn, lang)),
                  deal.meetingOn && t.companies.meeting(formatDay(deal.meetingOn, lang)),
                  deal.acceptedOn && t.companies.accepted(formatDay(deal.acceptedOn, lang)),
                  deal.ownerName || null,
                ]
                  .filter(text => text !== null)
                  .join('　')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.companies.owners}>
        <Counts rows={owners.map(owner => [ownerText(t, owner.name), owner.people])} />
      </Section>
      {branches.length === 0 ? null : (
        <Section title={t.companies.branches}>
          <Counts rows={branches.map(branch => [branch.name, branch.people])} />
        </Section>
      )}
      {former.length === 0 ? null : (
        <Section title={t.companies.former}>
          <ul className="plain-list">
            {former.map(person => (
              <li key={person.uid}>
                <Link href={`/leads/${person.uid}`}>{person.name}</Link>
                <span className="small muted">{person.title}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {similar.length === 0 ? null : (
        <Section title={t.companies.similar}>
          <ul className="plain-list">
            {similar.map(other => (
              <li key={other.uid}>
                <Link href={`/companies/${other.uid}`}>{other.name}</Link>
                <span className="small muted">
                  {t.leads.kinds[other.kind]}・{t.common.people(other.people)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Counts({ rows }: { readonly rows: readonly (readonly [string, number])[] }) {
  const { t } = useI18n();
  return (
    <ul className="plain-list">
      {rows.map(([name, people]) => (
        <li key={name}>
          {name}
          <span className="small muted">{t.common.people(people)}</span>
        </li>
      ))}
    </ul>
  );
}
