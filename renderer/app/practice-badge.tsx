import { useI18n } from '#renderer/lib/i18n.tsx';
import { useOpenStore } from '#renderer/lib/use-open-store.ts';

/** Says that nothing here is real, and leads back to what is. */
export function PracticeBadge() {
  const { t } = useI18n();
  const open = useOpenStore();
  return (
    <>
      <span className="shell-badge">{t.nav.practice}</span>
      <button type="button" className="link-button" onClick={open.own}>
        {t.nav.leavePractice}
      </button>
    </>
  );
}
