import { Link, Redirect, Route, Switch } from 'wouter';
import { Page } from '#renderer/components/page.tsx';
import { CalendarPage } from '#renderer/features/calendar/calendar-page.tsx';
import { EntryPage } from '#renderer/features/calls/entry-page.tsx';
import { SheetPage } from '#renderer/features/calls/sheet-page.tsx';
import { CallsPage } from '#renderer/features/calls/calls-page.tsx';
import { CallRulesPage } from '#renderer/features/calls/rules-page.tsx';
import { ScriptsPage } from '#renderer/features/calls/scripts-page.tsx';
import { ListPage } from '#renderer/features/calls/list-page.tsx';
import { DayPage } from '#renderer/features/calls/day-page.tsx';
import { WorkspacePage } from '#renderer/features/calls/workspace-page.tsx';
import { CompaniesPage } from '#renderer/features/companies/companies-page.tsx';
import { CompanyPage } from '#renderer/features/companies/company-page.tsx';
import { KindsPage } from '#renderer/features/companies/kinds-page.tsx';
import { CardPage } from '#renderer/features/imports/card-page.tsx';
import { DuplicatesPage } from '#renderer/features/duplicates/duplicates-page.tsx';
import { ImportsPage } from '#renderer/features/imports/imports-page.tsx';
import { PastePage } from '#renderer/features/imports/paste-page.tsx';
import { ResultPage } from '#renderer/features/imports/result.tsx';
import { InsightsPage } from '#renderer/features/insights/insights-page.tsx';
import { ErasePage } from '#renderer/features/leads/erase-page.tsx';
import { JourneyPage } from '#renderer/features/journey/journey-page.tsx';
import { LeadsPage } from '#renderer/features/leads/leads-page.tsx';
import { TrashPage } from '#renderer/features/leads/trash-page.tsx';
import { LeadsWherePage } from '#renderer/features/leads/where-page.tsx';
import { MailPage } from '#renderer/features/mail/mail-page.tsx';
import { CriteriaPage } from '#renderer/features/opportunities/criteria-page.tsx';
import { DealPage } from '#renderer/features/opportunities/deal-page.tsx';
import { DealHandOverPage } from '#renderer/features/opportunities/hand-over-page.tsx';
import { OpportunitiesPage } from '#renderer/features/opportunities/opportunities-page.tsx';
import { ReviewsPage } from '#renderer/features/reviews/reviews-page.tsx';
import { RulesPage } from '#renderer/features/scoring/rules-page.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { AgreementPage } from '#renderer/features/sla/agreement-page.tsx';
import { SlaPage } from '#renderer/features/sla/sla-page.tsx';
import { HandOverPage } from '#renderer/features/team/hand-over-page.tsx';
import { TeamPage } from '#renderer/features/team/team-page.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { TriagePage } from '#renderer/features/triage/triage-page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

function NotFound() {
  const { t } = useI18n();
  return (
    <Page title={t.nav.notFound}>
      <p className="prose">{t.nav.notFoundText}</p>
      <Link href="/">{t.nav.toToday}</Link>
    </Page>
  );
}

/** Which screen an address shows. */
export function Routes() {
  return (
    <Switch>
      <Route path="/imports" component={ImportsPage} />
      <Route path="/imports/paste" component={PastePage} />
      <Route path="/imports/card" component={CardPage} />
      <Route path="/imports/:uid" component={ResultPage} />
      <Route path="/" component={TodayPage} />
      <Route path="/calls" component={CallsPage} />
      <Route path="/calls/day" component={DayPage} />
      <Route path="/calls/work" component={WorkspacePage} />
      <Route path="/calls/entry/:uid?" component={EntryPage} />
      <Route path="/calls/sheets" component={SheetPage} />
      <Route path="/calls/:uid" component={ListPage} />
      <Route path="/mail" component={MailPage} />
      <Route path="/opportunities" component={OpportunitiesPage} />
      <Route path="/opportunities/criteria" component={CriteriaPage} />
      <Route path="/opportunities/hand-over/:leadUid" component={DealHandOverPage} />
      <Route path="/opportunities/:uid" component={DealPage} />
      <Route path="/insights" component={InsightsPage} />
      <Route path="/insights/journey" component={JourneyPage} />
      <Route path="/reviews" component={ReviewsPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="/settings/calendar" component={CalendarPage} />
      <Route path="/settings/scoring" component={RulesPage} />
      <Route path="/settings/calls" component={CallRulesPage} />
      <Route path="/settings/scripts" component={ScriptsPage} />
      <Route path="/sla" component={SlaPage} />
      <Route path="/sla/agreement" component={AgreementPage} />
      <Route path="/settings/members" component={TeamPage} />
      <Route path="/settings/members/:uid" component={HandOverPage} />
      <Route path="/triage/:importUid" component={TriagePage} />
      <Route path="/duplicates/:scope?/:uid?" component={DuplicatesPage} />
      <Route path="/leads/trash" component={TrashPage} />
      <Route path="/leads/where/:filter" component={LeadsWherePage} />
      <Route path="/leads/:uid/erase" component={ErasePage} />
      <Route path="/companies" component={CompaniesPage} />
      <Route path="/companies/kinds" component={KindsPage} />
      <Route path="/companies/:uid" component={CompanyPage} />
      <Route path="/leads/:uid?" component={LeadsPage} />
      <Route path="/today">
        <Redirect to="/" />
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
