import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { askToNotify, canAskToNotify } from '#renderer/platform/notices.ts';

/** The agreement on deadlines, and what notifications may name. */
export function SlaSection({ notifyCompany }: { readonly notifyCompany: boolean }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [isAsked, setIsAsked] = useState(!canAskToNotify());
  const save = useMutation(orpc.settings.savePreferences.mutationOptions());
  return (
    <Section title={t.sla.sectionTitle}>
      <p className="prose">{t.sla.sectionText}</p>
      <div className="settings-actions">
        <Link href="/sla">{t.sla.open}</Link>
        <Link href="/sla/agreement">{t.sla.edit}</Link>
      </div>
      <Checkbox
        label={t.alerts.notifyCompany}
        description={t.alerts.notifyCompanyHint}
        checked={notifyCompany}
        onChange={event => save.mutate({ notifyCompany: event.currentTarget.checked })}
      />
      {isAsked ? null : (
        <div className="settings-actions">
          <Button size="xs" onClick={() => void askToNotify().then(() => setIsAsked(true))}>
            {t.alerts.allow}
          </Button>
        </div>
      )}
    </Section>
  );
}
