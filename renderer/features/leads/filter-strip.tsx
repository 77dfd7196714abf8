import { Button, CloseButton, Popover, SegmentedControl } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { SearchField } from '#renderer/components/search-field.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Band } from '#shared/contract/base.ts';
import { zLeadFilter } from '#shared/contract/lead-filter.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { chipsOf } from './filter-words.ts';
import { type ListState, setFilter, setQuery } from './list-state.ts';
import { useFacets } from './queries.ts';
import { ViewMenu } from './view-menu.tsx';

const bands: readonly Band[] = ['hot', 'mid', 'low'];

/** View, search and conditions over the list; each condition is a chip that can be taken off. */
export function FilterStrip({ state }: { readonly state: ListState }) {
  const { t } = useI18n();
  const { filter } = state.query;
  const [isOpen, setIsOpen] = useState(false);
  const needsNames = filter.owner !== undefined || filter.importUid !== undefined;
  const facets = useFacets(isOpen || needsNames);
  const chips = chipsOf(t, filter, facets).filter(chip => chip.key !== 'band');
  const band = [filter.band ?? []].flat();
  const clear = (): void =>
    setQuery({ filter: zLeadFilter.parse({ view: filter.view, trash: filter.trash, search: '' }) });
  return (
    <div className="lead-filters">
      <ViewMenu state={state} />
      <SearchField
        key={filter.search === '' ? 'empty' : 'typed'}
        label={t.leads.searchLabel}
        placeholder={t.leads.searchHint}
        value={filter.search}
        onSearch={search => setFilter({ search })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t.leads.rankFilter}
        value={band.length === 1 ? (band[0] ?? 'all') : 'all'}
        data={[
          { value: 'all', label: t.common.all },
          ...bands.map(value => ({ value, label: t.common.band[value] })),
        ]}
        onChange={value => setFilter({ band: bands.find(one => one === value) })}
      />
      {chips.map(({ key, text }) => (
        <span key={key} className="chip">
          <span className="clip">{text}</span>
          <CloseButton
            size="sm"
            aria-label={t.leadList.removeChip(text)}
            onClick={() => setFilter({ [key]: undefined })}
          />
        </span>
      ))}
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={620} trapFocus>
        <Popover.Target>
          <Button
            variant="subtle"
            aria-expanded={isOpen}
            leftSection={<IconFilter size={16} stroke={1.5} aria-hidden />}
            onClick={() => setIsOpen(open => !open)}
          >
            {t.leadList.filter}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t.leadList.filter}>
          <FilterPanel filter={filter} facets={facets} onClear={clear} />
        </Popover.Dropdown>
      </Popover>
      <span className="end">
        <ColumnChooser query={state.query} />
      </span>
    </div>
  );
}
