import './calls.css';
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Meter } from '#renderer/components/meter.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallListHead } from '#shared/contract/calls.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { formatDay, formatDateTime } from '#shared/i18n/format.ts';
import { MakeList } from './make-list.tsx';
import { useCallLists, useWeekLists } from './queries.ts';

function Lists({ lists }: { readonly lists: readonly CallListHead[] }) {
  const { t, lang } = useI18n();
  return (
    <Section title={t.calls.lists} note={t.common.items(lists.length)}>
      <table className="table">
        <thead>
          <tr>
            <th>{t.calls.listNumber}</th>
            <th>{t.callLists.caller}</th>
            <th>{t.calls.kind}</th>
            <th>{t.calls.made}</th>
            <th>{t.calls.paper}</th>
            <th colSpan={2}>{t.calls.progress}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map(list => (
            <tr key={list.uid}>
              <td className="mono">
                <Link href={`/calls/${list.uid}`}>{list.number}</Link>
              </td>
              <td>{list.callerName === null ? t.common.none : list.callerName || t.nav.member}</td>
              <td>{t.calls.listKind[list.kind]}</td>
              <td className="muted">{formatDateTime(list.createdAt, lang)}</td>
              <td className="muted">
                {list.printedAt === null
                  ? t.calls.notPrinted
                  : t.calls.printedAt(formatDay(dayOf(list.printedAt), lang))}
              </td>
              <td className="num">{t.calls.done(list.done, list.rows)}</td>
              <td className="list-meter">
                <Meter value={list.done} max={list.rows} label={t.calls.done(list.done, list.rows)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The lists of the team and the way to a new one. */
export function CallsPage() {
  const { t } = useI18n();
  const status = useStatus();
  const lists = useCallLists();
  const hasLeads = (status?.store?.leads ?? 0) > 0;
  const week = useWeekLists().data?.lists ?? [];
  const open = week.reduce((sum, list) => sum + list.rows - list.done, 0);
  return (
    <Page
      title={t.calls.title}
      lead={t.calls.lead(open)}
      actions={
        hasLeads ? (
          <>
            <Button component={Link} href="/calls/entry">
              {t.callEntry.title}
            </Button>
            <Button component={Link} href="/calls/sheets">
              {t.callSheets.read.open}
            </Button>
            <Button variant={open > 0 ? 'filled' : 'default'} component={Link} href="/calls/work">
              {t.callWork.open}
            </Button>
          </>
        ) : undefined
      }
    >
      <Failure error={lists.error} onRetry={() => void lists.refetch()} />
      {lists.data?.length === 0 ? (
        <EmptyState
          title={t.calls.emptyTitle}
          text={hasLeads ? t.calls.emptyText : t.calls.emptyNoLeads}
          other={hasLeads ? undefined : <Link href="/imports">{t.nav.importCards}</Link>}
        />
      ) : null}
      {hasLeads ? <MakeList isNext={open === 0} /> : null}
      {lists.data && lists.data.length > 0 ? <Lists lists={lists.data} /> : null}
    </Page>
  );
}
