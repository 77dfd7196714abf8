import './layout.css';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys, type KeyBinding } from '#renderer/lib/keys.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Header } from './header.tsx';
import { KeyHelp } from './key-help.tsx';
import { openPalette, Palette } from './palette.tsx';
import { places, type PlaceId } from './places.ts';
import { Routes } from './routes.tsx';
import { Sidebar } from './sidebar.tsx';

const none: ReadonlySet<PlaceId> = new Set();

/** Desk and sheet: header, places and the page that lies on them. */
export function Layout() {
  const { t } = useI18n();
  const [path, navigate] = useLocation();
  const [showsAll, setShowsAll] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const keys = useMemo<KeyBinding[]>(
    () => [
      { keys: 'mod+k', label: t.nav.search, run: openPalette, whileTyping: true },
      { keys: 'mod+i', label: t.nav.importCards, run: () => navigate('/imports') },
      { keys: '?', label: t.nav.keyHelp, run: () => setShowsKeys(true) },
      ...places.map(place => ({
        keys: `g ${place.letter}`,
        label: t.nav[place.id],
        run: () => navigate(place.path),
      })),
    ],
    [t, navigate],
  );
  useKeys(keys);
  return (
    <div className="shell">
      <a className="skip-link" href="#main" onClick={skipToMain}>
        {t.nav.skip}
      </a>
      <Header week="" member={t.nav.member} lastAction={null} onUndo={() => undefined} badges={[]} />
      <Sidebar
        hidden={none}
        showsAll={showsAll}
        onToggleAll={() => setShowsAll(value => !value)}
        onKeyHelp={() => setShowsKeys(true)}
        counts={{}}
      />
      <main id="main" className="shell-sheet" tabIndex={-1}>
        <ErrorBoundary resetKey={path}>
          <Routes />
        </ErrorBoundary>
      </main>
      <Palette commands={[]} renderLeads={() => null} />
      <KeyHelp opened={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}

/** Hash routes own the address, so the skip link moves the focus itself. */
function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
