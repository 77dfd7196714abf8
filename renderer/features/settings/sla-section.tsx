import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** The agreement on deadlines, and what notifications may name. */
export function SlaSection({ notifyCompany }: { readonly notifyCompany: boolean }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
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
    </Section>
  );
}
