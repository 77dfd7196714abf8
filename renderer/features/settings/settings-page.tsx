import './settings.css';
import { Appearance } from '#renderer/components/appearance.tsx';
import { Page } from '#renderer/components/page.tsx';
import { PracticeClock } from '#renderer/components/practice-clock.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { CallsSection } from './calls-section.tsx';
import { FormatsSection } from './formats-section.tsx';
import { HistorySection } from './history-section.tsx';
import { MembersSection } from './members-section.tsx';
import { ScoringSection } from './scoring-section.tsx';
import { SlaSection } from './sla-section.tsx';
import { StoreSection } from './store-section.tsx';

/** What can be changed, and what the app knows about itself. */
export function SettingsPage() {
  const { t } = useI18n();
  const status = useStatus();
  return (
    <Page title={t.settings.title} lead={t.settings.lead}>
      {status ? (
        <div className="settings-grid">
          <Section title={t.settings.display}>
            <Appearance />
          </Section>
          {status.store ? (
            <StoreSection store={status.store} />
          ) : (
            <p className="late">{t.settings.noStore}</p>
          )}
          {status.store?.practice ? <PracticeClock now={status.now} today={status.today} /> : null}
          <MembersSection />
          {status.store ? <ScoringSection /> : null}
          <CalendarSection today={status.today} />
          {status.store ? <SlaSection notifyCompany={status.preferences.notifyCompany} /> : null}
          {status.store ? <CallsSection /> : null}
          <FormatsSection />
          <HistorySection />
          <Section title={t.settings.secrets}>
            <p>{t.settings.secretsKind[status.secrets]}</p>
            <p className="small muted">
              {t.settings.version} {status.appVersion}
            </p>
          </Section>
        </div>
      ) : null}
    </Page>
  );
}
