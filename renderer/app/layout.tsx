import './layout.css';
import { IconClock, IconFileImport, IconPencil, IconPhone, IconUsers, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ExportStrip } from '#renderer/components/export-strip.tsx';
import { LeaveDialog } from '#renderer/components/leave-dialog.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys, type KeyBinding } from '#renderer/lib/keys.ts';
import { useLastOperation, useUndo } from '#renderer/lib/use-undo.ts';
import { DropAnywhere } from '#renderer/features/imports/drop-anywhere.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Header } from './header.tsx';
import { KeyHelp } from './key-help.tsx';
import { LeadActions } from './lead-actions.tsx';
import { Notices } from './notices.tsx';
import { openPalette } from './palette-store.ts';
import { Palette, type Command } from './palette.tsx';
import { places } from './places.ts';
import { Routes } from './routes.tsx';
import { Sidebar } from './sidebar.tsx';
import { hiddenPlaces, useShowsAll } from './visible-places.ts';

/** Hash routes own the address, so the skip link moves the focus itself. */
function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** Desk and sheet: header, places and the page that lies on them. */
export function Layout() {
  const { t } = useI18n();
  const [path, navigate] = useLocation();
  const [showsAll, setShowsAll] = useShowsAll();
  const [showsKeys, setShowsKeys] = useState(false);
  const status = useStatus();
  const undo = useUndo();
  const last = useLastOperation();
  const keys: KeyBinding[] = [
    { keys: 'mod+k', label: t.nav.search, run: openPalette, whileTyping: true },
    { keys: 'mod+i', label: t.nav.importCards, run: () => navigate('/imports') },
    { keys: 'mod+z', label: t.nav.undo, run: () => (last ? undo.run(last.uid) : undefined) },
    { keys: '?', label: t.nav.keyHelp, run: () => setShowsKeys(true) },
    ...places.map(place => ({
      keys: `g ${place.letter}`,
      label: t.nav[place.id],
      run: () => navigate(place.path),
    })),
  ];
  useKeys(keys);
  const icon = { size: 18, stroke: 1.5, 'aria-hidden': true };
  const commands: Command[] = [
    {
      id: 'import',
      label: t.nav.importCards,
      icon: <IconFileImport {...icon} />,
      run: () => navigate('/imports'),
    },
    {
      id: 'card',
      label: t.imports.byHand,
      icon: <IconPencil {...icon} />,
      run: () => navigate('/imports/card'),
    },
    {
      id: 'duplicates',
      label: t.duplicates.title,
      icon: <IconUsers {...icon} />,
      run: () => navigate('/duplicates'),
    },
    {
      id: 'trash',
      label: t.leadPage.trash,
      icon: <IconTrash {...icon} />,
      run: () => navigate('/leads/trash'),
    },
    { id: 'sla', label: t.sla.title, icon: <IconClock {...icon} />, run: () => navigate('/sla') },
    { id: 'list', label: t.calls.make, icon: <IconPhone {...icon} />, run: () => navigate('/calls') },
  ];
  return (
    <div className="shell">
      <a className="skip-link" href="#main" onClick={skipToMain}>
        {t.nav.skip}
      </a>
      <Header
        lastAction={last === null ? null : codeText(t.history.kinds, last.kind)}
        onUndo={() => undo.run(last?.uid)}
      />
      <Sidebar
        hidden={hiddenPlaces(status?.member ?? null)}
        showsAll={showsAll}
        onToggleAll={() => setShowsAll(!showsAll)}
        onKeyHelp={() => setShowsKeys(true)}
        counts={status?.store && status.store.leads > 0 ? { leads: status.store.leads } : {}}
      />
      <main id="main" className="shell-sheet" tabIndex={-1}>
        <ErrorBoundary resetKey={path}>
          <ConnectionNote />
          <Routes />
        </ErrorBoundary>
        <ExportStrip />
      </main>
      <DropAnywhere />
      <LeaveDialog />
      <Notices />
      <Palette commands={commands} renderLeads={query => <LeadActions query={query} />} />
      <KeyHelp opened={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}
