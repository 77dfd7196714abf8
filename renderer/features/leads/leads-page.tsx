import './leads.css';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { DuplicatesLink } from '#renderer/components/duplicates-link.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { focusPageSearch } from '#renderer/components/search-field.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import type { ViewQuery } from '#shared/contract/views.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FilterStrip } from './filter-strip.tsx';
import { LeadDrawer } from './lead-drawer.tsx';
import { LeadTable } from './lead-table.tsx';
import { openBase, setCurrent, useListState } from './list-state.ts';
import { countSelected, nobody, type Selection } from './selection.ts';

/** A search stops counting here. */
const searchLimit = 1000;

function Nobody({ filter: { search, trash } }: { readonly filter: LeadFilter }) {
  const { t } = useI18n();
  const isEmptyTrash = trash && search === '';
  const title = search === '' ? t.leads.noneTitleFilter : t.leads.noneTitle(search);
  return (
    <EmptyState
      title={isEmptyTrash ? t.leadPage.trashEmpty : title}
      text={isEmptyTrash ? t.leadPage.trashEmptyText : t.leads.noneText}
      action={
        <Button onClick={() => openBase({ kind: 'standard', view: 'all' })}>
          {isEmptyTrash ? t.leadPage.backToLeads : t.leads.clearFilter}
        </Button>
      }
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

function KeyHints({ current, total }: { readonly current: number; readonly total: number | null }) {
  const { t } = useI18n();
  return (
    <>
      <KeyHint keys={['ArrowUp', 'ArrowDown']} label={t.common.move} />
      <KeyHint keys={['Enter']} label={t.common.open} />
      <KeyHint keys={['F2']} label={t.leadPage.edit} />
      <KeyHint keys={['Space']} label={t.leadList.select} />
      <KeyHint keys={['mod+a']} label={t.common.all} />
      <KeyHint keys={['mod+c']} label={t.leadList.copy} />
      <KeyHint keys={['r']} label={t.leadPage.record} />
      <KeyHint keys={['/']} label={t.common.search} />
      <span className="end">
        {total === null ? '' : t.leads.position(Math.min(current + 1, total), total)}
      </span>
    </>
  );
}

/** What else can be done from the list. */
function ListActions() {
  const { t } = useI18n();
  return (
    <>
      <DuplicatesLink />
      <Link href="/companies" className="with-icon">
        <IconBuilding size={16} stroke={1.5} aria-hidden />
        {t.companies.title}
      </Link>
      <Button
        component={Link}
        href="/imports/card"
        leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
      >
        {t.leads.addOne}
      </Button>
    </>
  );
}

type CountProps = { readonly query: ViewQuery; readonly total: number | null; readonly isMore: boolean };

/** How many are shown, and of how many. */
function Count({ query, total, isMore }: CountProps) {
  const { t } = useI18n();
  const all = useStatus()?.store?.leads ?? 0;
  if (total === null) return null;
  if (query.filter.trash) return t.leadPage.trashLead(total);
  return isMore ? t.leads.shownMany(all) : t.leads.shown(total, all);
}

/** The selection belongs to the question it was made for. */
function useSelection({ filter }: ViewQuery): [Selection, (selection: Selection) => void] {
  const [kept, setKept] = useState({ filter, selection: nobody });
  const selection = kept.filter === filter ? kept.selection : nobody;
  return [selection, next => setKept({ filter, selection: next })];
}

/** Everybody, best first; the drawer of one person pushes the list aside. View and place survive leaving. */
export function LeadsPage() {
  const { t } = useI18n();
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const isSmall = useMediaQuery('(max-width: 900px)');
  const status = useStatus();
  const state = useListState();
  const { query, current } = state;
  const [selection, setSelection] = useSelection(query);
  const [total, setTotal] = useState<number | null>(null);
  /** For whom 対応を記録 is open. */
  const [recorded, setRecorded] = useState<string | null>(null);
  const isMore = total !== null && total > searchLimit && query.filter.search !== '';
  const selected = countSelected(selection, total ?? 0);
  const leave = (): void => {
    if (selected > 0) setSelection(nobody);
    else navigate('/leads');
  };
  useKeys([
    { keys: '/', label: t.common.search, run: focusPageSearch },
    { keys: 'Escape', label: t.common.close, run: leave },
  ]);
  const all = status?.store?.leads ?? 0;
  if (status?.store && all === 0 && !query.filter.trash) return <NoLeads />;
  return (
    <div className="leads-split">
      <Page
        title={t.leads.title}
        lead={<Count query={query} total={total} isMore={isMore} />}
        isWide
        ownScroll
        actions={<ListActions />}
        foot={<KeyHints current={current} total={total} />}
      >
        <FilterStrip state={state} />
        {total === 0 ? <Nobody filter={query.filter} /> : null}
        <LeadTable
          query={query}
          current={current}
          isNarrow={uid !== undefined || isSmall}
          isFollowed={uid !== undefined}
          selection={selection}
          onSelect={setSelection}
          onCurrent={setCurrent}
          onOpen={row => navigate(`/leads/${row.uid}`)}
          onRecord={row => {
            setRecorded(row.uid);
            navigate(`/leads/${row.uid}`);
          }}
          onTotal={setTotal}
        />
        {selected > 0 ? (
          <BulkBar
            selection={selection}
            query={query}
            total={total ?? 0}
            isMore={isMore}
            onClear={() => setSelection(nobody)}
          />
        ) : null}
      </Page>
      {uid === undefined ? null : (
        <LeadDrawer
          key={uid}
          uid={uid}
          isRecording={recorded === uid}
          onRecording={isRecording => setRecorded(isRecording ? uid : null)}
          onClose={() => navigate('/leads')}
        />
      )}
    </div>
  );
}
