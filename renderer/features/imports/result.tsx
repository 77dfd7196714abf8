import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPhone } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Redirect, useLocation, useParams } from 'wouter';
import { DuplicatesLink } from '#renderer/components/duplicates-link.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { TriageButton } from '#renderer/components/triage-offer.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useMakeList } from '#renderer/lib/use-make-list.ts';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { ImportRows } from './import-rows.tsx';
import { Outcomes } from './outcomes.tsx';
import { useImport } from './queries.ts';

/** What the import did, what to do with it next, and the way back. */
export function ResultPage() {
  const { uid } = useParams<{ uid: string }>();
  const found = useImport(uid);
  if (found.data) return <Result summary={found.data} />;
  return found.data === null && !found.isFetching ? (
    <Redirect to="/imports" />
  ) : (
    <Failure error={found.error} />
  );
}

function Result({ summary }: { readonly summary: ImportSummary }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [, navigate] = useLocation();
  const [isEditing, setIsEditing] = useState(false);
  const undo = useMutation(
    orpc.imports.undo.mutationOptions({
      onSuccess: done => {
        const kept = done.kept.length > 0 ? ` ${t.imports.kept(done.kept.length)}` : '';
        showToast({ message: `${t.imports.undone(done.restored)}${kept}` });
        navigate('/imports');
      },
    }),
  );
  const list = useMakeList();
  return (
    <Page
      title={t.imports.doneTitle}
      lead={`${t.imports.doneLead(summary.fileName)} ${t.imports.done(summary.counts.new)}`}
      sideLabel={t.imports.outcomesDone}
      side={
        <Section title={t.imports.outcomesDone}>
          <Outcomes caption={t.imports.outcomesDone} counts={summary.counts} />
        </Section>
      }
    >
      {summary.undone ? (
        <p role="status">{t.imports.wasUndone}</p>
      ) : (
        <div className="other-ways">
          <Button
            variant={isEditing ? 'default' : 'filled'}
            leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
            loading={list.isPending}
            onClick={() => list.mutate({ importUid: summary.uid })}
          >
            {t.imports.makeList}
          </Button>
          <TriageButton importUid={summary.uid} />
          <Button component={Link} href="/leads">
            {t.imports.showLeads}
          </Button>
          <Button
            leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden />}
            loading={undo.isPending}
            onClick={() => undo.mutate({ importUid: summary.uid })}
          >
            {t.imports.undo}
          </Button>
        </div>
      )}
      <Failure error={list.error ?? undo.error} />
      <p className="result-links">
        {summary.undone ? null : <DuplicatesLink importUid={summary.uid} />}
        <Link href="/imports">{t.imports.another}</Link>
      </p>
      <ImportRows summary={summary} onEditing={setIsEditing} />
    </Page>
  );
}
