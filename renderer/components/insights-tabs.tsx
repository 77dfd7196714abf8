import './insights-tabs.css';
import { Link, useLocation } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** The pages of 分析. */
export function InsightsTabs() {
  const { t } = useI18n();
  const [path] = useLocation();
  const tabs = [
    { href: '/insights', name: t.insights.beforeAfter },
    { href: '/insights/journey', name: t.journey.title },
  ];
  return (
    <nav className="insights-tabs" aria-label={t.insights.title}>
      {tabs.map(({ href, name }) => (
        <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
