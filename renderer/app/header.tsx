import { Button } from '@mantine/core';
import { IconArrowBackUp, IconFileImport, IconSearch } from '@tabler/icons-react';
import { Link } from 'wouter';
import { Bell } from '#renderer/components/bell.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { Logo } from './logo.tsx';
import { MemberMenu } from './member-menu.tsx';
import { openPalette } from './palette-store.ts';
import { PracticeBadge } from './practice-badge.tsx';
import { WeekLabel } from './week-label.tsx';

type HeaderProps = {
  /** What 元に戻す would take back, or null when there is nothing. */
  readonly lastAction: string | null;
  readonly onUndo: () => void;
};

/** Logo, search, week, undo with the last action, import and the member. */
export function Header({ lastAction, onUndo }: HeaderProps) {
  const { t } = useI18n();
  const status = useStatus();
  return (
    <header className="shell-header">
      <Logo />
      <button type="button" className="shell-search" onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span className="label clip">{t.nav.search}</span>
        <Keycap keys="mod+K" />
      </button>
      <WeekLabel />
      <div className="shell-tools">
        {status?.store?.readOnly ? <span className="shell-badge">{t.nav.readOnly}</span> : null}
        {status?.store?.practice ? <PracticeBadge /> : null}
        {lastAction === null ? null : (
          <button
            type="button"
            className="shell-undo"
            title={lastAction}
            onClick={onUndo}
            aria-keyshortcuts="Control+Z"
          >
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
        {status?.store ? <Bell /> : null}
        <MemberMenu name={status?.member?.name || t.nav.member} />
      </div>
    </header>
  );
}
