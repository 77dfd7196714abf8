import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { SumTable } from '#renderer/components/sum-table.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { mondayOf } from '#shared/domain/base/days.ts';
import { formatDateTime, formatDay } from '#shared/i18n/format.ts';
import './reviews.css';

function useRankCounts() {
  const { orpc } = useBackend();
  const hot = useQuery(orpc.leads.list.queryOptions({ input: { band: 'hot', limit: 1 } }));
  const mid = useQuery(orpc.leads.list.queryOptions({ input: { band: 'mid', limit: 1 } }));
  const low = useQuery(orpc.leads.list.queryOptions({ input: { band: 'low', limit: 1 } }));
  return {
    hot: hot.data?.total,
    mid: mid.data?.total,
    low: low.data?.total,
    error: hot.error ?? mid.error ?? low.error,
  };
}

function Ranks() {
  const { t } = useI18n();
  const { hot = 0, mid = 0, low = 0, error } = useRankCounts();
  return (
    <Section title={t.reviews.ranks}>
      <Failure error={error} />
      <SumTable
        caption={t.reviews.ranks}
        totalLabel={t.reviews.total}
        total={hot + mid + low}
        rows={[
          { key: 'hot', label: t.common.band.hot, value: hot },
          { key: 'mid', label: t.common.band.mid, value: mid },
          { key: 'low', label: t.common.band.low, value: low },
        ]}
      />
    </Section>
  );
}

function Lists() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const lists = useQuery(orpc.callLists.list.queryOptions({ input: {} }));
  return (
    <Section title={t.reviews.calls}>
      <Failure error={lists.error} />
      {lists.data?.length === 0 ? <p className="muted">{t.reviews.noLists}</p> : null}
      <table className="table">
        <tbody>
          {(lists.data ?? []).map(list => (
            <tr key={list.uid}>
              <td className="mono">
                <Link href={`/calls/${list.uid}`}>{list.number}</Link>
              </td>
              <td>{t.calls.listKind[list.kind]}</td>
              <td className="num">{t.calls.done(list.done, list.rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Mails() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const outbox = useQuery(orpc.outbox.list.queryOptions({ input: { limit: 1 } }));
  const counts = outbox.data?.counts ?? {};
  const planned = (counts['planned'] ?? 0) + (counts['ready'] ?? 0) + (counts['deferred'] ?? 0);
  return (
    <Section title={t.reviews.mails}>
      <Failure error={outbox.error} />
      <table className="table">
        <tbody>
          <tr>
            <td>{t.reviews.planned}</td>
            <td className="num">{t.common.items(planned)}</td>
          </tr>
          <tr>
            <td>{t.reviews.sent}</td>
            <td className="num">
              {t.common.items((counts['accepted'] ?? 0) + (counts['settledSent'] ?? 0))}
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}

function Imports() {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const imports = useQuery(orpc.imports.list.queryOptions({ input: {} }));
  return (
    <Section title={t.reviews.imports}>
      <Failure error={imports.error} />
      {imports.data?.length === 0 ? <p className="muted">{t.reviews.noImports}</p> : null}
      <table className="table">
        <tbody>
          {(imports.data ?? []).map(row => (
            <tr key={row.uid}>
              <td>{row.fileName}</td>
              <td className="muted">{formatDateTime(row.finishedAt, lang)}</td>
              <td className="num">{t.common.people(row.counts.new)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The week at a glance: ranks, lists, mails and what came in. */
export function ReviewsPage() {
  const { t, lang } = useI18n();
  const today = useStatus()?.today;
  return (
    <Page
      title={t.reviews.title}
      lead={
        <>
          {today === undefined ? '' : `${t.reviews.weekOf(formatDay(mondayOf(today), lang))}　`}
          {t.reviews.lead}
        </>
      }
    >
      <div className="review-grid">
        <Ranks />
        <Mails />
        <Lists />
        <Imports />
      </div>
    </Page>
  );
}
