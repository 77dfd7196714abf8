import './calls.css';
import { Button, TextInput } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Meter } from '#renderer/components/meter.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { CallListHead } from '#shared/contract/calls.ts';
import { dayOf } from '#shared/domain/base/days.ts';
import { formatDay, formatDateTime } from '#shared/i18n/format.ts';
import { useCallLists, useImportsForLists } from './queries.ts';

const defaultPerCaller = 40;
const most = 200;

/** Full-width digits count too; anything else falls back to the default. */
function countOf(text: string): number {
  const value = Number.parseInt(text.normalize('NFKC'), 10);
  return Number.isNaN(value) ? defaultPerCaller : Math.min(most, Math.max(1, value));
}

/** The one question before a list: how many calls are possible this week. */
function MakeList() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [, navigate] = useLocation();
  const [perCaller, setPerCaller] = useState(String(defaultPerCaller));
  const imports = useImportsForLists();
  const latest = imports.data?.find(row => !row.undone);
  const make = useMutation(
    orpc.callLists.generate.mutationOptions({
      onSuccess: ({ lists }) => navigate(`/calls/${lists[0]?.uid ?? ''}`),
    }),
  );
  return (
    <>
      <div className="make-list">
        <TextInput
          className="per-caller"
          label={t.calls.perCaller}
          inputMode="numeric"
          value={perCaller}
          onChange={event => setPerCaller(event.currentTarget.value)}
          onBlur={() => setPerCaller(String(countOf(perCaller)))}
        />
        <Button
          variant="filled"
          leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate({ perCaller: countOf(perCaller) })}
        >
          {t.calls.make}
        </Button>
        {latest === undefined ? null : (
          <Button
            loading={make.isPending}
            title={latest.fileName}
            onClick={() => make.mutate({ importUid: latest.uid, perCaller: countOf(perCaller) })}
          >
            {t.imports.makeList}
          </Button>
        )}
        <span className="small muted">{t.calls.perCallerHint}</span>
      </div>
      <Failure error={make.error} />
    </>
  );
}

function Lists({ lists }: { readonly lists: readonly CallListHead[] }) {
  const { t, lang } = useI18n();
  return (
    <Section title={t.calls.lists} note={t.common.items(lists.length)}>
      <table className="table">
        <thead>
          <tr>
            <th>{t.calls.listNumber}</th>
            <th>{t.calls.title}</th>
            <th>{t.calls.made}</th>
            <th>{t.calls.print}</th>
            <th colSpan={2}>{t.calls.progress}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map(list => (
            <tr key={list.uid}>
              <td className="mono">
                <Link href={`/calls/${list.uid}`}>{list.number}</Link>
              </td>
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
  const open = (lists.data ?? []).reduce((sum, list) => sum + list.rows - list.done, 0);
  return (
    <Page
      title={t.calls.title}
      lead={t.calls.lead(open)}
      actions={
        hasLeads ? (
          <Button component={Link} href="/calls/work">
            {t.callWork.open}
          </Button>
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
      {hasLeads ? <MakeList /> : null}
      {lists.data && lists.data.length > 0 ? <Lists lists={lists.data} /> : null}
    </Page>
  );
}
