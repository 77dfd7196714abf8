import './duplicates.css';
import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap, KeyHint } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { MergeField, MergeSide } from '#shared/domain/duplicates/choices.ts';
import { isTicked } from '#shared/domain/duplicates/pairs.ts';
import { MergeMany, ScanButton } from './merge-many.tsx';
import { PairLedger } from './pair-ledger.tsx';
import { PairList } from './pair-list.tsx';
import { type Choices, type Scope, type State, states, usePairs } from './queries.ts';
import { useSettle } from './use-settle.ts';

const scopeOf = ({ scope, uid }: { scope?: string; uid?: string }): Scope =>
  uid === undefined ? {} : scope === 'import' ? { importUid: uid } : { leadUid: uid };

const first = { index: 0, uid: undefined };

/** The field of the radio that has the focus, if one has. */
const focusedField = (event: KeyboardEvent): string | null =>
  event.target instanceof HTMLInputElement && event.target.type === 'radio'
    ? (event.target.dataset['field'] ?? null)
    : null;

/** What was chosen and ticked on this screen, by pair. */
function useChosen(pairs: readonly DuplicatePair[]) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choices>>>({});
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  // Many at once are merged as proposed: who was chosen otherwise is merged for themselves.
  const ticked = new Set(
    pairs
      .filter(pair => isTicked(pair) && !unticked.has(pair.uid) && !choices[pair.uid])
      .map(pair => pair.uid),
  );
  return {
    ticked,
    of: (pair: DuplicatePair): Choices => choices[pair.uid] ?? {},
    choose: (pair: DuplicatePair, chosen: Choices): void =>
      setChoices(now => ({ ...now, [pair.uid]: { ...now[pair.uid], ...chosen } })),
    tick: (uid: string): void => {
      setUnticked(now =>
        now.has(uid) ? new Set([...now].filter(one => one !== uid)) : new Set([...now, uid]),
      );
      setChoices(({ [uid]: _chosen, ...rest }) => rest);
    },
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

function Hints({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useI18n();
  return (
    <span className="pair-hints small muted">
      <KeyHint keys={['ArrowUp', 'ArrowDown']} label={t.common.move} />
      {isOpen ? <KeyHint keys={['ArrowLeft', 'ArrowRight']} label={t.duplicates.chooseSide} /> : null}
      {isOpen ? <KeyHint keys={['Space']} label={t.duplicates.tick} /> : null}
    </span>
  );
}

/** Pairs of people who may be one: seen side by side, settled by keys, and taken back at any time. */
export function DuplicatesPage() {
  const { t } = useI18n();
  const scope = scopeOf(useParams());
  const [state, setStateOnly] = useState<State>('open');
  const [at, setAt] = useState<{ readonly index: number; readonly uid: string | undefined }>(first);
  const { data, error, refetch, isPlaceholderData } = usePairs(state, scope);
  const pairs = isPlaceholderData ? [] : (data?.pairs ?? []);
  // The same pair, wherever the list moved it; the one that took its place once it is settled.
  const found = pairs.findIndex(one => one.uid === at.uid);
  const current = found >= 0 ? found : Math.min(at.index, Math.max(0, pairs.length - 1));
  const pair = pairs[current];
  const chosen = useChosen(pairs);
  const settle = useSettle();
  const isOpen = state === 'open';
  const setState = (next: State): void => {
    setStateOnly(next);
    setAt(first);
  };
  const goTo = (index: number): void => setAt({ index, uid: pairs[index]?.uid });
  const move = (by: number): void => goTo(Math.min(Math.max(0, current + by), pairs.length - 1));
  const choose = (field: string | null, side: MergeSide): void => {
    const fields = pair?.fields.filter(one => one.differs && (field === null || one.field === field)) ?? [];
    if (!pair || !isOpen || fields.length === 0) return;
    const choices: Partial<Record<MergeField, MergeSide>> = {};
    for (const one of fields) choices[one.field] = side;
    chosen.choose(pair, choices);
  };
  const run = {
    merge: () => (pair && isOpen && !settle.isPending ? settle.merge(pair, chosen.of(pair)) : undefined),
    different: () => (pair && isOpen && !settle.isPending ? settle.answer(pair, 'different') : undefined),
    takeBack: () => (settle.isPending ? undefined : settle.takeBack(isOpen ? undefined : pair)),
  };
  const tick = ({ target }: KeyboardEvent): void => {
    if (target instanceof HTMLInputElement) target.click();
    else if (pair && isOpen && isTicked(pair)) chosen.tick(pair.uid);
  };
  useKeys([
    { keys: 'ArrowUp', label: t.common.move, run: () => move(-1) },
    { keys: 'ArrowDown', label: t.common.move, run: () => move(1) },
    {
      keys: 'ArrowLeft',
      label: t.duplicates.chooseSide,
      run: event => choose(focusedField(event), 'survivor'),
    },
    {
      keys: 'ArrowRight',
      label: t.duplicates.chooseSide,
      run: event => choose(focusedField(event), 'other'),
    },
    { keys: 'Space', label: t.duplicates.tick, run: tick },
    { keys: 'Enter', label: t.duplicates.merge, run: run.merge },
    { keys: 'd', label: t.duplicates.different, run: run.different },
    { keys: 'u', label: t.duplicates.takeBack, run: run.takeBack },
  ]);
  const further = (data?.total ?? 0) - pairs.length;
  return (
    <Page
      title={t.duplicates.title}
      lead={isOpen && data ? t.duplicates.lead(data.total) : undefined}
      isWide
      ownScroll
      actions={
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
            onChange={value => setState(states.find(known => known === value) ?? 'open')}
          />
          <ScanButton />
        </>
      }
      confirm={
        pair === undefined ? undefined : (
          <>
            {isOpen ? (
              <>
                <Button
                  variant="filled"
                  loading={settle.isPending}
                  onClick={run.merge}
                  rightSection={<Keycap keys="Enter" />}
                >
                  {t.duplicates.merge}
                </Button>
                <Button onClick={run.different} rightSection={<Keycap keys="d" />}>
                  {t.duplicates.different}
                </Button>
              </>
            ) : (
              <Button
                leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden />}
                loading={settle.isPending}
                onClick={run.takeBack}
                rightSection={<Keycap keys="u" />}
              >
                {state === 'different'
                  ? t.duplicates.reopen
                  : (pair.operation?.pairs ?? 1) > 1
                    ? t.duplicates.takeBackMany(pair.operation?.pairs ?? 1)
                    : t.duplicates.takeBack}
              </Button>
            )}
            <Hints isOpen={isOpen} />
            <Failure error={settle.error} />
            {isOpen ? (
              <span className="end">
                <MergeMany uids={[...chosen.ticked]} />
              </span>
            ) : null}
          </>
        )
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {scope.importUid === undefined && scope.leadUid === undefined ? null : (
        <div className="pair-scope">
          <span className="muted">
            {scope.importUid === undefined ? t.duplicates.ofOneLead : t.duplicates.ofImport}
          </span>
          <Link href="/duplicates">{t.duplicates.showAll}</Link>
        </div>
      )}
      {data && !isPlaceholderData && pairs.length === 0 ? <Nothing state={state} /> : null}
      {pair === undefined ? null : (
        <div className="pair-split">
          <div className="pair-inbox">
            <PairList
              pairs={pairs}
              current={current}
              ticked={chosen.ticked}
              canTick={isOpen}
              onChoose={goTo}
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
