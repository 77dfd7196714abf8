import { Link } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';

/** The line with its two stops and the name; leads to the first place. */
export function Logo() {
  const { t } = useI18n();
  return (
    <Link href="/" className="shell-logo" title={t.nav.toToday}>
      <svg width="24" height="24" viewBox="0 0 24 24" fill="none" aria-hidden="true">
        <path d="M5 19v-7a6 6 0 0 1 6-6h7" className="logo-line" />
        <circle cx="5" cy="19" r="2.6" className="logo-start" />
        <circle cx="19" cy="6" r="2.8" className="logo-end" />
      </svg>
      <b>導線</b>
      <span className="latin">Dosen</span>
      <span className="visually-hidden">{t.nav.toToday}</span>
    </Link>
  );
}
