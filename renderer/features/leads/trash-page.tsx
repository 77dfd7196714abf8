import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { dayOf } from '#shared/domain/base/days.ts';
import { formatDay } from '#shared/i18n/format.ts';

/** ごみ箱: who was thrown away, how many days are left, and the way back. */
export function TrashPage() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const trash = useQuery(orpc.leads.trashed.queryOptions({ input: {} }));
  const restore = useMutation(
    orpc.leads.restore.mutationOptions({ onSuccess: () => showToast({ message: t.leadPage.restored }) }),
  );
  const rows = trash.data?.rows ?? [];
  const back = <Link href="/leads">{t.leadPage.backToLeads}</Link>;
  if (trash.data?.total === 0)
    return (
      <Page title={t.leadPage.trash}>
        <EmptyState title={t.leadPage.trashEmpty} text={t.leadPage.trashEmptyText} other={back} />
      </Page>
    );
  return (
    <Page title={t.leadPage.trash} lead={t.leadPage.trashLead(trash.data?.total ?? 0)} actions={back}>
      <Failure error={trash.error ?? restore.error} onRetry={() => void trash.refetch()} />
      <table className="table" aria-label={t.leadPage.trash}>
        <thead>
          <tr>
            <th>{t.leads.colCompany}</th>
            <th>{t.leads.colName}</th>
            <th>{t.leadPage.colTrashed}</th>
            <th>{t.leadPage.colDays}</th>
            <th aria-label={t.leadPage.restore} />
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.uid}>
              <td>{row.companyName}</td>
              <td>
                <Link href={`/leads/${row.uid}`}>{row.name || row.companyName}</Link>
              </td>
              <td>{formatDay(dayOf(row.trashedAt), lang)}</td>
              <td>{t.leadPage.days(row.daysLeft)}</td>
              <td className="num">
                <Button
                  size="xs"
                  loading={restore.isPending}
                  onClick={() => restore.mutate({ uids: [row.uid] })}
                >
                  {t.leadPage.restore}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
