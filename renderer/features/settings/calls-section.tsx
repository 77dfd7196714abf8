import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** What the team agrees on about its calls: the rules, and the scripts in its own words. */
export function CallsSection() {
  const { t } = useI18n();
  return (
    <Section title={t.nav.calls}>
      <p className="prose">{t.callRules.lead}</p>
      <div className="settings-actions">
        <Link href="/settings/calls">{t.callRules.edit}</Link>
        <Link href="/settings/scripts">{t.callScripts.edit}</Link>
      </div>
    </Section>
  );
}
