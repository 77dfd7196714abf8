import { Button } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { TriageBatch } from '#shared/contract/triage.ts';
import { Section } from './section.tsx';

const refusedKey = 'dosen.triage.refused';
/** More than that nobody sorts in a sitting: it is a list, not a stack of cards. */
const mostCards = 1000;

/** Imports with cards left to sort. */
function useOpenBatches(): TriageBatch[] {
  const { orpc } = useBackend();
  const { data } = useQuery(orpc.triage.batches.queryOptions({ input: {} }));
  return (data ?? []).filter(batch => batch.judged < batch.total && batch.total <= mostCards);
}

/** 5分で精度を上げる, on the result of an import. */
export function TriageButton({ importUid }: { readonly importUid: string }) {
  const { t } = useI18n();
  const isOpen = useOpenBatches().some(batch => batch.importUid === importUid);
  return isOpen ? (
    <Button
      component={Link}
      href={`/triage/${importUid}`}
      leftSection={<IconId size={18} stroke={1.5} aria-hidden />}
    >
      {t.triage.offer}
    </Button>
  ) : null;
}

/** The newest stack of cards nobody has sorted, until it is sorted or refused. */
export function TriageOffer() {
  const { t } = useI18n();
  const [refused, setRefused] = useState(() => localStorage.getItem(refusedKey));
  const [batch] = useOpenBatches();
  if (!batch || batch.importUid === refused) return null;
  const refuse = (): void => {
    localStorage.setItem(refusedKey, batch.importUid);
    setRefused(batch.importUid);
  };
  return (
    <Section
      title={t.triage.offer}
      note={t.triage.offerWhy(batch.total - batch.judged)}
      action={
        <button type="button" className="link-button" onClick={refuse}>
          {t.triage.offerNot}
        </button>
      }
    >
      <Link href={`/triage/${batch.importUid}`} className="with-icon">
        <IconId size={16} stroke={1.5} aria-hidden />
        {batch.eventName || batch.fileName}
      </Link>
      <p className="muted">{t.triage.offerText}</p>
    </Section>
  );
}
