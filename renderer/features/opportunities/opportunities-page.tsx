import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Due } from '#renderer/components/next-action.tsx';
import { Page } from '#renderer/components/page.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

const shown = 500;

/** The people with an appointment: those whose next step is the hand-over to field sales. */
export function OpportunitiesPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const list = useQuery(
    orpc.leads.list.queryOptions({ input: { view: 'appointment', sort: 'next', limit: shown } }),
  );
  const rows = list.data?.rows ?? [];
  return (
    <Page
      title={t.opportunities.title}
      lead={rows.length > 0 ? t.opportunities.lead(rows.length, 0) : undefined}
    >
      <Failure error={list.error} onRetry={() => void list.refetch()} />
      {list.data && rows.length === 0 ? (
        <EmptyState
          title={t.opportunities.emptyTitle}
          text={t.opportunities.emptyText}
          action={
            <Button component={Link} href="/calls">
              {t.opportunities.toCalls}
            </Button>
          }
        />
      ) : null}
      {rows.length > 0 ? (
        <table className="table" aria-label={t.opportunities.list}>
          <thead>
            <tr>
              <th>{t.leads.colRank}</th>
              <th>{t.leads.colCompany}</th>
              <th>{t.leads.colName}</th>
              <th>{t.leads.colOwner}</th>
              <th className="num">{t.leads.colDue}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(lead => (
              <tr key={lead.uid}>
                <td>
                  <RankSeal band={lead.band} /> {lead.total}
                </td>
                <td>{lead.companyName}</td>
                <td>
                  <Link href={`/leads/${lead.uid}`}>{lead.name}</Link>
                </td>
                <td className="muted">{lead.ownerName ?? t.common.none}</td>
                <td className="num">
                  <Due on={lead.nextOn} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Page>
  );
}
