import { Link } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useOpenStore } from '#renderer/lib/use-open-store.ts';

/** Says that nothing here is real, and leads to the clock of practice and back to what is. */
export function PracticeBadge() {
  const { t } = useI18n();
  const open = useOpenStore();
  return (
    <>
      <Link href="/settings" className="shell-badge" title={t.settings.clock}>
        {t.nav.practice}
      </Link>
      <button type="button" className="link-button" onClick={open.own}>
        {t.nav.leavePractice}
      </button>
    </>
  );
}
