import { IconKeyboard, IconStack2 } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { places, type Place, type PlaceId } from './places.ts';

type SidebarProps = {
  /** Places to hide for this member's roles. */
  readonly hidden: ReadonlySet<PlaceId>;
  readonly showsAll: boolean;
  readonly onToggleAll: () => void;
  readonly onKeyHelp: () => void;
  readonly counts: Partial<Readonly<Record<PlaceId, number>>>;
};

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** Pairs of look-alikes are a matter of the leads. */
const isHere = (place: Place, path: string): boolean =>
  place.path === '/'
    ? path === '/'
    : isWithin(path, place.path) || (place.id === 'leads' && isWithin(path, '/duplicates'));

function PlaceLink({ place, count }: { readonly place: Place; readonly count: number | undefined }) {
  const { t } = useI18n();
  const [path] = useLocation();
  const Icon = place.icon;
  const name = t.nav[place.id];
  return (
    <Link
      href={place.path}
      aria-current={isHere(place, path) ? 'page' : undefined}
      aria-keyshortcuts={`g ${place.letter}`}
    >
      <Icon size={18} stroke={1.5} aria-hidden />
      <span className="label">{name}</span>
      {count === undefined ? null : <span className="count">{count.toLocaleString('en-US')}</span>}
    </Link>
  );
}

/** The places: everyday work first, managing behind a line, settings and keys at the bottom. */
export function Sidebar({ hidden, showsAll, onToggleAll, onKeyHelp, counts }: SidebarProps) {
  const { t } = useI18n();
  const group = (name: Place['group']) =>
    places
      .filter(place => place.group === name && (showsAll || !hidden.has(place.id)))
      .map(place => <PlaceLink key={place.id} place={place} count={counts[place.id]} />);
  const managing = group('manage');
  return (
    <nav className="shell-nav" aria-label={t.nav.main}>
      {group('work')}
      {managing.length > 0 ? <hr /> : null}
      {managing}
      <span className="push" />
      {hidden.size > 0 ? (
        <button type="button" className="quiet" onClick={onToggleAll} aria-pressed={showsAll}>
          <IconStack2 size={16} stroke={1.5} aria-hidden />
          <span className="label">{showsAll ? t.nav.showMine : t.nav.showAll}</span>
        </button>
      ) : null}
      {group('bottom')}
      <button type="button" className="quiet" onClick={onKeyHelp} aria-keyshortcuts="?">
        <IconKeyboard size={16} stroke={1.5} aria-hidden />
        <span className="label">{t.nav.keyHelp}</span>
        <span className="count">
          <Keycap keys="?" />
        </span>
      </button>
    </nav>
  );
}
