import './opportunities.css';
import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconListCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { KeyHint } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';
import { OPEN_STAGES } from '#shared/domain/opportunities/stages.ts';
import { Board } from './board.tsx';
import { DealTable } from './deal-table.tsx';
import { ToComplete, Waiting } from './hand-over-lines.tsx';
import { type Scope, useDealBoard, useDeals, useToComplete, type Which } from './queries.ts';
import { Returns } from './returns.tsx';
import { useBoard } from './use-board.tsx';

const whichs = ['open', 'won', 'lost', 'returned'] as const;
const shapes = ['board', 'table'] as const;
type Shape = (typeof shapes)[number];

function Actions() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const file = useMutation(
    orpc.opportunities.export.mutationOptions({
      onSuccess: made =>
        void saveFile(made).then(() => showToast({ message: t.opportunities.exported(made.rows) })),
    }),
  );
  return (
    <>
      <Button
        component={Link}
        href="/opportunities/criteria"
        leftSection={<IconListCheck size={18} stroke={1.5} aria-hidden />}
      >
        {t.opportunities.criteria}
      </Button>
      <Button
        leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
        loading={file.isPending}
        onClick={() => file.mutate({ which: 'all', format: 'xlsx' })}
      >
        {t.opportunities.export}
      </Button>
      <Failure error={file.error} />
    </>
  );
}

type ToolsProps = {
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly shape: Shape;
  readonly onShape: (shape: Shape) => void;
  readonly which: Which;
  readonly onWhich: (which: Which) => void;
};

function Tools({ scope, onScope, shape, onShape, which, onWhich }: ToolsProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const members = useQuery(orpc.members.list.queryOptions({ input: {} })).data ?? [];
  const { opportunities: words } = t;
  const choices = <V extends string>(all: readonly V[], texts: Readonly<Record<V, string>>) =>
    all.map(value => ({ value, label: texts[value] }));
  return (
    <div className="deal-tools">
      <SegmentedControl<Which>
        aria-label={words.which}
        value={which}
        data={choices(whichs, words.whichs)}
        onChange={onWhich}
      />
      {which === 'open' ? (
        <SegmentedControl<Shape>
          aria-label={words.shape}
          value={shape}
          data={choices(shapes, words.shapes)}
          onChange={onShape}
        />
      ) : null}
      {members.length < 2 ? null : (
        <SegmentedControl<Scope>
          aria-label={words.whose}
          value={scope}
          data={choices(['team', 'mine'] as const, words.scopes)}
          onChange={onScope}
        />
      )}
    </div>
  );
}

/** 商談: what is to be handed over and answered, the board of what is under way, and what returns teach. */
export function OpportunitiesPage() {
  const { t } = useI18n();
  const [scope, setScope] = useState<Scope>('team');
  const [shape, setShape] = useState<Shape>('board');
  const [which, setWhich] = useState<Which>('open');
  const isBoard = which === 'open' && shape === 'board';
  const board = useDealBoard(scope);
  const list = useDeals(which, scope, !isBoard);
  const listed = list.data?.pages.flatMap(page => page.rows) ?? [];
  const { to, dialog } = useBoard(isBoard ? (board.data?.rows ?? []) : listed);
  const stages = board.data?.stages;
  const sum = (of: 'count' | 'amount'): number =>
    OPEN_STAGES.reduce((all, stage) => all + (stages?.[stage][of] ?? 0), 0);
  const ever = Object.values(stages ?? {}).reduce((all, { count }) => all + count, 0);
  const isEmpty = useToComplete().data?.total === 0 && board.data !== undefined && ever === 0;
  const isManager = useStatus()?.member?.roles.includes('manager') ?? true;
  return (
    <Page
      title={t.opportunities.title}
      lead={ever > 0 ? t.opportunities.lead(sum('count'), sum('amount')) : undefined}
      actions={<Actions />}
      isWide
      foot={
        <>
          <KeyHint keys={['ArrowUp', 'ArrowDown']} label={t.opportunities.keys.move} />
          <KeyHint keys={['shift+ArrowRight']} label={t.opportunities.next} />
          <KeyHint keys={['w']} label={t.opportunities.win} />
          <KeyHint keys={['l']} label={t.opportunities.lose} />
        </>
      }
    >
      {dialog}
      <Failure error={board.error} onRetry={() => void board.refetch()} />
      <Failure error={list.error} onRetry={() => void list.refetch()} />
      {isEmpty ? (
        <EmptyState
          title={t.opportunities.emptyTitle}
          text={t.opportunities.emptyText}
          action={
            <Button component={Link} href="/calls">
              {t.opportunities.toCalls}
            </Button>
          }
        />
      ) : (
        <>
          <ToComplete />
          <Waiting deals={board.data?.waiting ?? []} />
          <Tools
            scope={scope}
            onScope={setScope}
            shape={shape}
            onShape={setShape}
            which={which}
            onWhich={setWhich}
          />
          {isBoard && board.data ? (
            <Board {...board.data} onMove={to} onTable={() => setShape('table')} />
          ) : null}
          {isBoard ? null : (
            <DealTable
              deals={listed}
              total={list.data?.pages[0]?.total ?? 0}
              isLoading={list.isFetchingNextPage}
              onMore={list.fetchNextPage}
            />
          )}
          {isManager ? <Returns /> : null}
        </>
      )}
    </Page>
  );
}
