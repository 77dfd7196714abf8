import './leads.css';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { DuplicatesLink } from '#renderer/components/duplicates-link.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { focusPageSearch, SearchField } from '#renderer/components/search-field.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { Band } from '#shared/contract/base.ts';
import { LeadDrawer } from './lead-drawer.tsx';
import { LeadTable } from './lead-table.tsx';
import { noFilter, sorts, views, type Filter } from './queries.ts';

const bands = ['hot', 'mid', 'low'] as const;
/** A search stops counting here. */
const searchLimit = 1000;

type FiltersProps = { readonly filter: Filter; readonly onChange: (filter: Filter) => void };

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useI18n();
  return (
    <div className="lead-filters">
      <SearchField
        key={filter.search === '' ? 'empty' : 'typed'}
        label={t.leads.searchLabel}
        placeholder={t.leads.searchHint}
        value={filter.search}
        onSearch={search => onChange({ ...filter, search })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t.leads.rankFilter}
        value={filter.band ?? 'all'}
        data={[
          { value: 'all', label: t.common.all },
          ...bands.map(band => ({ value: band, label: t.common.band[band] })),
        ]}
        onChange={value => onChange({ ...filter, band: bands.find((band: Band) => band === value) ?? null })}
      />
      <NativeSelect
        aria-label={t.leads.view}
        value={filter.view}
        data={views.map(view => ({ value: view, label: t.leads.views[view] }))}
        onChange={event =>
          onChange({ ...filter, view: views.find(view => view === event.currentTarget.value) ?? 'all' })
        }
      />
      <NativeSelect
        aria-label={t.leads.sort}
        value={filter.sort}
        data={sorts.map(sort => ({ value: sort, label: t.leads.sorts[sort] }))}
        onChange={event =>
          onChange({ ...filter, sort: sorts.find(sort => sort === event.currentTarget.value) ?? 'rank' })
        }
      />
    </div>
  );
}

function Nobody({ filter, onClear }: { readonly filter: Filter; readonly onClear: () => void }) {
  const { t } = useI18n();
  return (
    <EmptyState
      title={filter.search === '' ? t.leads.noneTitleFilter : t.leads.noneTitle(filter.search)}
      text={t.leads.noneText}
      action={<Button onClick={onClear}>{t.leads.clearFilter}</Button>}
    />
  );
}

function NoLeads() {
  const { t } = useI18n();
  return (
    <Page title={t.leads.title}>
      <EmptyState
        title={t.leads.emptyTitle}
        text={t.leads.emptyText}
        action={
          <Button variant="filled" component={Link} href="/imports">
            {t.nav.importCards}
          </Button>
        }
      />
    </Page>
  );
}

let kept: { filter: Filter; current: number } = { filter: noFilter, current: 0 };

/** Everybody, best first; the drawer of one person pushes the list aside. Filter and place survive leaving. */
export function LeadsPage() {
  const { t } = useI18n();
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const isSmall = useMediaQuery('(max-width: 900px)');
  const status = useStatus();
  const [filter, setFilterState] = useState(kept.filter);
  const [current, setCurrentState] = useState(kept.current);
  const [total, setTotal] = useState<number | null>(null);
  const setCurrent = (index: number): void => {
    kept = { ...kept, current: index };
    setCurrentState(index);
  };
  const setFilter = (next: Filter): void => {
    kept = { filter: next, current: 0 };
    setFilterState(next);
    setCurrentState(0);
  };
  useKeys([
    { keys: '/', label: t.common.search, run: focusPageSearch },
    { keys: 'Escape', label: t.common.close, run: () => navigate('/leads') },
  ]);
  const all = status?.store?.leads ?? 0;
  if (status?.store && all === 0) return <NoLeads />;
  return (
    <div className="leads-split">
      <Page
        title={t.leads.title}
        lead={
          total === null
            ? ''
            : total > searchLimit && filter.search !== ''
              ? t.leads.shownMany(all)
              : t.leads.shown(total, all)
        }
        isWide
        ownScroll
        actions={
          <>
            <DuplicatesLink />
            <Button
              component={Link}
              href="/imports/card"
              leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
            >
              {t.leads.addOne}
            </Button>
          </>
        }
        foot={
          <>
            <KeyHint keys={['ArrowUp', 'ArrowDown']} label={t.common.move} />
            <KeyHint keys={['Enter']} label={t.common.open} />
            <KeyHint keys={['/']} label={t.common.search} />
            <span className="end">
              {total === null ? '' : t.leads.position(Math.min(current + 1, total), total)}
            </span>
          </>
        }
      >
        <Filters filter={filter} onChange={setFilter} />
        {total === 0 ? <Nobody filter={filter} onClear={() => setFilter(noFilter)} /> : null}
        <LeadTable
          filter={filter}
          current={current}
          isNarrow={uid !== undefined || isSmall}
          isFollowed={uid !== undefined}
          onCurrent={setCurrent}
          onOpen={row => navigate(`/leads/${row.uid}`)}
          onTotal={setTotal}
        />
      </Page>
      {uid === undefined ? null : <LeadDrawer key={uid} uid={uid} onClose={() => navigate('/leads')} />}
    </div>
  );
}
