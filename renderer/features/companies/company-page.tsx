import './companies.css';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { CompanyFacts } from './company-facts.tsx';
import { CompanyPeople, CompanyTimeline } from './company-people.tsx';
import { CompanySide } from './company-side.tsx';
import { useCompany } from './queries.ts';

/** One company: its people, what happened with them, who of the team is in charge, and what is known of it. */
export function CompanyPage() {
  const { t } = useI18n();
  const { uid } = useParams<{ uid: string }>();
  const { data: company, error, refetch } = useCompany(uid);
  return (
    <Page
      title={company?.name ?? t.companies.title}
      lead={company ? `${t.leads.kinds[company.kind]}・${t.common.people(company.people)}` : ''}
      isWide
      actions={
        <Link href="/companies" className="with-icon">
          <IconArrowLeft size={16} stroke={1.5} aria-hidden />
          {t.companies.back}
        </Link>
      }
      sideLabel={t.companies.facts}
      side={
        company ? (
          <>
            <CompanyFacts key={company.uid} company={company} />
            <CompanySide company={company} />
          </>
        ) : undefined
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {company ? <CompanyPeople company={company} /> : null}
      {company ? <CompanyTimeline company={company} /> : null}
    </Page>
  );
}
