import { Button } from '@mantine/core';
import { IconArrowBackUp, IconFileImport, IconSearch } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { Logo } from './logo.tsx';
import { MemberMenu } from './member-menu.tsx';
import { openPalette } from './palette.tsx';

type HeaderProps = {
  readonly week: string;
  readonly member: string;
  /** What 元に戻す would take back, or null when there is nothing. */
  readonly lastAction: string | null;
  readonly onUndo: () => void;
  readonly badges: readonly string[];
};

/** Logo, search, week, undo with the last action, import and the member. */
export function Header({ week, member, lastAction, onUndo, badges }: HeaderProps) {
  const { t } = useI18n();
  return (
    <header className="shell-header">
      <Logo />
      <button
        type="button"
        className="shell-search"
        onClick={openPalette}
        aria-label={t.nav.search}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span className="label clip">{t.nav.search}</span>
        <Keycap keys="mod+K" />
      </button>
      <span className="shell-week">{week}</span>
      <div className="shell-tools">
        {badges.map(badge => (
          <span key={badge} className="shell-badge">
            {badge}
          </span>
        ))}
        {lastAction === null ? null : (
          <button type="button" className="shell-undo" onClick={onUndo} aria-keyshortcuts="Control+Z">
            <IconArrowBackUp size={20} stroke={1.5} aria-hidden />
            {t.nav.undo}
            <span className="what clip">{lastAction}</span>
          </button>
        )}
        <Button
          component={Link}
          href="/imports"
          leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />}
        >
          {t.nav.importCards}
        </Button>
        <MemberMenu name={member} />
      </div>
    </header>
  );
}
