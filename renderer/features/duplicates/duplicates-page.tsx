import './duplicates.css';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import { ScanButton } from './merge-many.tsx';
import { PairActions } from './pair-actions.tsx';
import { PairLedger } from './pair-ledger.tsx';
import { PairList } from './pair-list.tsx';
import { type Scope, type State, states, usePairs } from './queries.ts';
import { useChosen } from './use-chosen.ts';
import { usePairKeys } from './use-pair-keys.ts';
import { useSettle } from './use-settle.ts';

const scopeOf = ({ scope, uid }: { scope?: string; uid?: string }): Scope =>
  uid === undefined ? {} : scope === 'import' ? { importUid: uid } : { leadUid: uid };

const first: { readonly index: number; readonly uid: string | undefined } = { index: 0, uid: undefined };

/** The pair in view: the same one wherever the list moved it; once it is settled, the one that took its place. */
function usePlace(pairs: readonly DuplicatePair[]) {
  const [at, setAt] = useState(first);
  const found = pairs.findIndex(one => one.uid === at.uid);
  const current = found >= 0 ? found : Math.min(at.index, Math.max(0, pairs.length - 1));
  const goTo = (index: number): void => setAt({ index, uid: pairs[index]?.uid });
  return {
    current,
    goTo,
    move: (by: number): void => goTo(Math.min(Math.max(0, current + by), pairs.length - 1)),
    reset: (): void => setAt(first),
  };
}

function Nothing({ state }: { readonly state: State }) {
  const { t } = useI18n();
  const titles = {
    open: t.duplicates.emptyTitle,
    merged: t.duplicates.emptyMerged,
    different: t.duplicates.emptyDifferent,
  };
  return (
    <EmptyState
      title={titles[state]}
      text={state === 'open' ? t.duplicates.emptyText : t.duplicates.emptyOther}
      other={<Link href="/leads">{t.imports.showLeads}</Link>}
    />
  );
}

function ScopeNote({ scope }: { readonly scope: Scope }) {
  const { t } = useI18n();
  if (scope.importUid === undefined && scope.leadUid === undefined) return null;
  return (
    <div className="pair-scope">
      <span className="muted">
        {scope.importUid === undefined ? t.duplicates.ofOneLead : t.duplicates.ofImport}
      </span>
      <Link href="/duplicates">{t.duplicates.showAll}</Link>
    </div>
  );
}

function Tools({ state, onState }: { readonly state: State; readonly onState: (state: State) => void }) {
  const { t } = useI18n();
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t.duplicates.state}
        // Its own arrow keys, not those of the pairs.
        onKeyDown={event => {
          if (event.key === ' ' || event.key.startsWith('Arrow')) event.stopPropagation();
        }}
        value={state}
        data={states.map(value => ({ value, label: t.duplicates.states[value] }))}
        onChange={value => onState(states.find(known => known === value) ?? 'open')}
      />
      <ScanButton />
    </>
  );
}

/** Pairs of people who may be one: seen side by side, settled by keys, and taken back at any time. */
export function DuplicatesPage() {
  const { t } = useI18n();
  const scope = scopeOf(useParams());
  const [state, setState] = useState<State>('open');
  const { data, error, refetch, isPlaceholderData } = usePairs(state, scope);
  const pairs = isPlaceholderData ? [] : (data?.pairs ?? []);
  const place = usePlace(pairs);
  const pair = pairs[place.current];
  const open = state === 'open' ? pair : undefined;
  const chosen = useChosen(pairs);
  const settle = useSettle();
  const merge = (): void => (open ? settle.merge(open, chosen.of(open)) : undefined);
  const different = (): void => (open ? settle.answer(open, 'different') : undefined);
  const takeBack = (): void => settle.takeBack(state === 'open' ? undefined : pair);
  usePairKeys({
    open,
    chosen,
    onMove: place.move,
    onMerge: merge,
    onDifferent: different,
    onTakeBack: takeBack,
  });
  const further = (data?.total ?? 0) - pairs.length;
  return (
    <Page
      title={t.duplicates.title}
      lead={state === 'open' && data ? t.duplicates.lead(data.total) : undefined}
      isWide
      ownScroll
      actions={
        <Tools
          state={state}
          onState={next => {
            setState(next);
            place.reset();
          }}
        />
      }
      confirm={
        pair === undefined ? undefined : (
          <PairActions
            pair={pair}
            ticked={chosen.ticked}
            isPending={settle.isPending}
            error={settle.error}
            onMerge={merge}
            onDifferent={different}
            onTakeBack={takeBack}
          />
        )
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      <ScopeNote scope={scope} />
      {data && !isPlaceholderData && pairs.length === 0 ? <Nothing state={state} /> : null}
      {pair === undefined ? null : (
        <div className="pair-split">
          <div className="pair-inbox">
            <PairList
              pairs={pairs}
              current={place.current}
              ticked={chosen.ticked}
              canTick={state === 'open'}
              onChoose={place.goTo}
              onTick={chosen.tick}
            />
            {further > 0 ? <p className="small muted">{t.duplicates.further(further)}</p> : null}
          </div>
          <PairLedger
            key={pair.uid}
            pair={pair}
            choices={chosen.of(pair)}
            onChoose={(field, side) => chosen.choose(pair, { [field]: side })}
          />
        </div>
      )}
    </Page>
  );
}
