import { Link } from 'wouter';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** Where the points are agreed on. */
export function ScoringSection() {
  const { t } = useI18n();
  return (
    <Section title={t.scoring.rules.title}>
      <p className="prose">{t.scoring.rules.sectionText}</p>
      <div className="settings-actions">
        <Link href="/settings/scoring">{t.scoring.rules.open}</Link>
      </div>
    </Section>
  );
}
