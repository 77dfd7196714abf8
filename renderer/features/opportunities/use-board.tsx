import { useEffect, useState } from 'react';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { Opportunity } from '#shared/contract/opportunities.ts';
import { LOST_REASONS, OPEN_STAGES } from '#shared/domain/opportunities/stages.ts';
import { useMove } from './use-move.ts';

export type Target = (typeof OPEN_STAGES)[number] | 'won' | 'lost';

const cards = (within: ParentNode = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>('[data-deal]'),
];
const focusedCard = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-deal]') ?? null;

/** Moves the focus: up and down within a stage, left and right to the next stage that has a card. */
function step(across: number, down: number): void {
  const at = focusedCard();
  if (at === null) return cards()[0]?.focus();
  const columns = [...document.querySelectorAll<HTMLElement>('.deal-column')].map(column => cards(column));
  const column = columns.findIndex(own => own.includes(at));
  // A table has one column.
  const own = columns[column] ?? cards();
  const row = own.indexOf(at);
  if (down !== 0) return own[Math.min(own.length - 1, Math.max(0, row + down))]?.focus();
  const further = across > 0 ? columns.slice(column + 1) : columns.slice(0, Math.max(0, column)).toReversed();
  const next = further.find(others => others.length > 0);
  return next?.[Math.min(row, next.length - 1)]?.focus();
}

/** What can be done with the card that has the focus, and with one that was dropped. */
export function useBoard(deals: readonly Opportunity[]) {
  const { t } = useI18n();
  const [losing, setLosing] = useState<Opportunity | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const movedTo = deals.find(deal => deal.uid === moved)?.stage;
  const move = useMove(() => setLosing(null));
  useEffect(() => {
    // The card stands in another column now: the focus goes along.
    if (moved !== null && movedTo !== undefined)
      document.querySelector<HTMLElement>(`[data-deal="${moved}"]`)?.focus();
  }, [moved, movedTo]);
  const to = (uid: string, stage: Target): void => {
    const deal = deals.find(known => known.uid === uid);
    if (!deal || deal.stage === stage) return;
    setMoved(uid);
    if (stage === 'lost') setLosing(deal);
    else move.run({ uid, stage });
  };
  const focused = (): Opportunity | undefined =>
    deals.find(deal => deal.uid === focusedCard()?.dataset['deal']);
  const toNeighbour = (by: number): void => {
    const deal = focused();
    const stage = OPEN_STAGES[OPEN_STAGES.findIndex(open => open === deal?.stage) + by];
    if (deal && stage) to(deal.uid, stage);
  };
  const end = (stage: Target): void => {
    const deal = focused();
    if (deal) to(deal.uid, stage);
  };
  const hasCards = (): boolean => cards().length > 0;
  const isOnCard = (): boolean => focused() !== undefined;
  const { keys } = t.opportunities;
  useKeys([
    { keys: 'ArrowDown', label: keys.move, run: () => step(0, 1), when: hasCards },
    { keys: 'ArrowUp', label: keys.move, run: () => step(0, -1), when: hasCards },
    { keys: 'ArrowRight', label: keys.move, run: () => step(1, 0), when: isOnCard },
    { keys: 'ArrowLeft', label: keys.move, run: () => step(-1, 0), when: isOnCard },
    { keys: 'shift+ArrowRight', label: t.opportunities.next, run: () => toNeighbour(1), when: isOnCard },
    { keys: 'shift+ArrowLeft', label: t.opportunities.previous, run: () => toNeighbour(-1), when: isOnCard },
    { keys: 'w', label: t.opportunities.win, run: () => end('won'), when: isOnCard },
    { keys: 'l', label: t.opportunities.lose, run: () => end('lost'), when: isOnCard },
  ]);
  return { to, dialog: <LoseDialog deal={losing} move={move} onClose={() => setLosing(null)} /> };
}

type LoseDialogProps = {
  readonly deal: Opportunity | null;
  readonly move: ReturnType<typeof useMove>;
  readonly onClose: () => void;
};

function LoseDialog({ deal, move, onClose }: LoseDialogProps) {
  const { t } = useI18n();
  return (
    <>
      {deal === null ? <Failure error={move.error} /> : null}
      <ReasonDialog
        title={t.opportunities.loseTitle(deal?.name ?? '')}
        isOpen={deal !== null}
        onClose={onClose}
        label={t.opportunities.lostReason}
        reasons={LOST_REASONS}
        texts={t.opportunities.lostReasons}
        action={t.opportunities.lose}
        isPending={move.isPending}
        error={move.error}
        onSave={({ reason, until }) => {
          if (deal) move.run({ uid: deal.uid, stage: 'lost', lostReason: reason, until });
        }}
      />
    </>
  );
}
