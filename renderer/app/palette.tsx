import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { paletteStore } from './palette-store.ts';
import { places } from './places.ts';

export type Command = {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly run: () => void;
};

type PaletteProps = {
  readonly commands: readonly Command[];
  /** Leads that fit the query, given by the caller; called with the text typed so far. */
  readonly renderLeads: (query: string) => ReactNode;
};

/** Ctrl+K: places, commands and leads by name, company or number. */
export function Palette({ commands, renderLeads }: PaletteProps) {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const [, navigate] = useLocation();
  const needle = query.normalize('NFKC').trim().toLowerCase();
  const fits = (label: string): boolean => label.toLowerCase().includes(needle);
  const goTo = places.filter(place => fits(t.nav[place.id]));
  const actions = commands.filter(command => fits(command.label));
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={400}
      centered={false}
      overlayProps={{ backgroundOpacity: 0.2, blur: 0 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      title={t.nav.search}
    >
      <Spotlight.Search
        placeholder={t.nav.search}
        aria-label={t.nav.search}
        leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {needle === '' ? null : renderLeads(query)}
        {goTo.map(place => (
          <Spotlight.Action
            key={place.id}
            onClick={() => navigate(place.path)}
            dimmedSections={false}
            leftSection={<place.icon size={18} stroke={1.5} aria-hidden />}
            label={t.nav[place.id]}
          />
        ))}
        {actions.map(command => (
          <Spotlight.Action
            key={command.id}
            onClick={command.run}
            leftSection={command.icon ?? <IconArrowRight size={18} stroke={1.5} aria-hidden />}
            label={command.label}
          />
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
