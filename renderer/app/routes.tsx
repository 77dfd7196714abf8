import { Link, Redirect, Route, Switch } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Page } from '#renderer/components/page.tsx';
import { CardPage } from '#renderer/features/imports/card-page.tsx';
import { ImportsPage } from '#renderer/features/imports/imports-page.tsx';
import { PastePage } from '#renderer/features/imports/paste-page.tsx';
import { LeadsPage } from '#renderer/features/leads/leads-page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

function NotFound() {
  const { t } = useI18n();
  return (
    <Page title={t.nav.notFound}>
      <EmptyState
        title={t.nav.notFound}
        text={t.nav.notFoundText}
        other={<Link href="/">{t.nav.toToday}</Link>}
      />
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
      <Route path="/leads/:uid?" component={LeadsPage} />
      <Route path="/today">
        <Redirect to="/" />
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
