import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { OutputOf } from '#shared/contract/index.ts';

type Outside = OutputOf<'leads', 'erase'>['outside'];

/** What the app could not reach, so that somebody does. */
function OutsideList({ outside }: { readonly outside: Outside }) {
  const { t } = useI18n();
  const lines = [
    outside.printedLists.length === 0 ? '' : t.leadPage.outsideLists(outside.printedLists.join('、')),
    outside.sentMails === 0 ? '' : t.leadPage.outsideMails(outside.sentMails),
    outside.copies.length === 0
      ? ''
      : t.leadPage.outsideCopies(outside.copies.length, outside.copies.join('、')),
  ].filter(line => line !== '');
  if (lines.length === 0) return <p className="prose">{t.leadPage.outsideNone}</p>;
  return (
    <>
      <h2>{t.leadPage.outside}</h2>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Erasure on request: what goes, what stays, the name typed to confirm, and what is left outside. */
export function ErasePage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const { uid } = useParams<{ uid: string }>();
  const [typed, setTyped] = useState('');
  // Not read again: once erased there is nobody to read.
  const lead = useQuery(orpc.leads.get.queryOptions({ input: { uid }, meta: { isStatic: true }, gcTime: 0 }));
  const erase = useMutation(orpc.leads.erase.mutationOptions());
  const back = (
    <Button component={Link} href={erase.data ? '/leads' : `/leads/${uid}`} size="lg">
      {erase.data ? t.leadPage.backToLeads : t.common.cancel}
    </Button>
  );
  if (erase.data)
    return (
      <Page title={t.leadPage.erased} confirm={back}>
        <OutsideList outside={erase.data.outside} />
      </Page>
    );
  if (!lead.data)
    return (
      <Page title={t.leadPage.eraseTitle} confirm={back}>
        <Failure error={lead.error} />
      </Page>
    );
  return (
    <Page
      title={t.leadPage.eraseTitle}
      confirm={
        <>
          <Button
            size="lg"
            className="late"
            disabled={typed.trim() === ''}
            loading={erase.isPending}
            onClick={() => erase.mutate({ uid, confirm: typed })}
          >
            {t.leadPage.eraseRun}
          </Button>
          {back}
        </>
      }
    >
      <p className="prose">{t.leadPage.eraseText}</p>
      <p className="prose">{t.leadPage.eraseStays}</p>
      <div className="erase-confirm">
        <TextInput
          label={t.leadPage.eraseConfirm(lead.data.name || lead.data.companyName)}
          autoComplete="off"
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      </div>
      <Failure error={erase.error} />
    </Page>
  );
}
