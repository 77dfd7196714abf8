import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Opportunity } from '#shared/contract/opportunities.ts';
import { isOpenStage, OPEN_STAGES, type Stage } from '#shared/domain/opportunities/stages.ts';
import { formatDay, formatTime } from '#shared/i18n/format.ts';
import type { Target } from './use-board.tsx';

function Card({ deal }: { readonly deal: Opportunity }) {
  const { t, lang } = useI18n();
  const meeting =
    deal.meetingOn === null || deal.metOn !== null
      ? ''
      : `${formatDay(deal.meetingOn, lang)}${deal.meetingAt === null ? '' : ` ${formatTime(deal.meetingAt)}`}`;
  return (
    <Link
      href={`/opportunities/${deal.uid}`}
      className="deal-card"
      data-deal={deal.uid}
      draggable
      onDragStart={event => event.dataTransfer.setData('text/plain', deal.uid)}
    >
      <span className="deal-card-head">
        <RankSeal band={deal.band} />
        <b className="clip">{deal.companyName || deal.name}</b>
      </span>
      <span className="small clip">{deal.companyName === '' ? deal.department : deal.name}</span>
      <span className="small deal-card-foot">
        <span title={t.opportunities.daysNote}>{t.opportunities.days(deal.daysInStage)}</span>
        {deal.amount === null ? null : <span>{t.opportunities.yen(deal.amount)}</span>}
      </span>
      {meeting === '' ? null : <span className="small muted">{meeting}</span>}
      {deal.handover.state === 'accepted' ? null : (
        <span className="small warn">{t.opportunities.states[deal.handover.state]}</span>
      )}
      {deal.overrideReason === '' ? null : (
        <span className="small muted clip" title={deal.overrideReason}>
          {t.opportunities.overridden}
        </span>
      )}
    </Link>
  );
}

type ColumnProps = {
  readonly stage: Stage;
  readonly onTable: () => void;
  readonly deals: readonly Opportunity[];
  readonly sum: { readonly count: number; readonly amount: number };
  /** A card is held over it. */
  readonly isOver: boolean;
};

/** A stage and its cards. */
function Column({ stage, deals, sum, isOver, onTable }: ColumnProps) {
  const { t } = useI18n();
  const name = t.opportunities.stages[stage];
  const rest = isOpenStage(stage) ? sum.count - deals.length : 0;
  return (
    <section className="deal-column" aria-label={name} data-stage={stage} data-over={isOver || undefined}>
      <header>
        <h2>{name}</h2>
        <span className="small muted">{t.opportunities.column(sum.count, sum.amount)}</span>
      </header>
      {deals.map(deal => (
        <Card key={deal.uid} deal={deal} />
      ))}
      {deals.length === 0 && sum.count === 0 ? (
        <p className="small muted">{t.opportunities.noCards}</p>
      ) : null}
      {rest > 0 ? (
        <button type="button" className="link-button small" onClick={onTable}>
          {t.opportunities.restInTable(rest)}
        </button>
      ) : null}
    </section>
  );
}

const ends = ['won', 'lost'] as const;
const targets: readonly Target[] = [...OPEN_STAGES, ...ends];

/** The stage a pointer with a card is over, or null. */
function targetOf({ target }: Event): Target | null {
  const stage =
    target instanceof Element ? target.closest<HTMLElement>('[data-stage]')?.dataset['stage'] : null;
  return targets.find(known => known === stage) ?? null;
}

/** Takes cards dropped on a stage; gives the stage one is held over. */
function useDrop(onMove: (uid: string, to: Target) => void) {
  const board = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<Target | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const hold = (event: DragEvent): void => {
      const target = targetOf(event);
      if (target !== null) event.preventDefault();
      setOver(target);
    };
    const drop = (event: DragEvent): void => {
      const target = targetOf(event);
      setOver(null);
      if (target === null) return;
      event.preventDefault();
      onMove(event.dataTransfer?.getData('text/plain') ?? '', target);
    };
    board.current?.addEventListener('dragover', hold, { signal });
    board.current?.addEventListener('dragleave', () => setOver(null), { signal });
    board.current?.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, [onMove]);
  return { board, over };
}

type BoardProps = {
  readonly rows: readonly Opportunity[];
  readonly stages: Readonly<Record<Stage, { count: number; amount: number }>>;
  readonly onMove: (uid: string, to: Target) => void;
  /** Where the rest of a full column is. */
  readonly onTable: () => void;
};

/** 商談 under way by stage; a card is dragged, or moved by Shift and the arrows. The ends at the right take cards too. */
export function Board({ rows, stages, onMove, onTable }: BoardProps) {
  const { t } = useI18n();
  const { board, over } = useDrop(onMove);
  const column = (stage: Target) => (
    <Column
      key={stage}
      stage={stage}
      deals={rows.filter(deal => deal.stage === stage)}
      sum={stages[stage]}
      onTable={onTable}
      isOver={over === stage}
    />
  );
  return (
    <div ref={board} className="deal-board" role="group" aria-label={t.opportunities.board}>
      {OPEN_STAGES.map(column)}
      <div className="deal-ends">{ends.map(column)}</div>
    </div>
  );
}
