import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** Where the scripts are put into the team's own words. */
export function ScriptsSection() {
  const { t } = useI18n();
  return (
    <Section title={t.callScripts.title}>
      <p className="prose">{t.callScripts.sectionText}</p>
      <div className="settings-actions">
        <Link href="/settings/scripts">{t.callScripts.edit}</Link>
      </div>
    </Section>
  );
}
