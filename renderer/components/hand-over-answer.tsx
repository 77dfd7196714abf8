import { useState } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { type Handed, useAnswer } from '#renderer/lib/use-answer.ts';
import { RETURN_REASONS } from '#shared/domain/opportunities/stages.ts';
import { Failure } from './failure.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** The hand-over whose row, or something in it, has the focus. */
function focused(): Handed | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-handover]');
  const { handover, name = '' } = row?.dataset ?? {};
  return handover === undefined ? null : { handoverUid: handover, name };
}

/**
 * 引き受ける (Y) and 差し戻す (B) for the row of a hand-over that has the focus, and for its buttons. Rows carry
 * `data-handover` and `data-name`.
 */
export function useHandoverAnswer() {
  const { t } = useI18n();
  const [returning, setReturning] = useState<Handed | null>(null);
  const answer = useAnswer(() => setReturning(null));
  const accept = (handed: Handed): void => answer.send(handed, { answer: 'accepted', note: '' });
  const isOnRow = (): boolean => focused() !== null;
  useKeys([
    {
      keys: 'y',
      label: t.opportunities.accept,
      when: isOnRow,
      run: () => {
        const handed = focused();
        if (handed) accept(handed);
      },
    },
    { keys: 'b', label: t.opportunities.giveBack, when: isOnRow, run: () => setReturning(focused()) },
  ]);
  const dialog = (
    <>
      {returning === null ? <Failure error={answer.error} /> : null}
      <ReasonDialog
        title={t.opportunities.returnTitle(returning?.name ?? '')}
        isOpen={returning !== null}
        onClose={() => setReturning(null)}
        label={t.opportunities.returnReason}
        reasons={RETURN_REASONS}
        texts={t.opportunities.returnReasons}
        noteLabel={t.opportunities.returnNote}
        action={t.opportunities.giveBack}
        isPending={answer.isPending}
        error={answer.error}
        onSave={({ reason, until, note }) => {
          if (returning) answer.send(returning, { answer: 'returned', reason, until, note });
        }}
      />
    </>
  );
  return { accept, giveBack: setReturning, dialog };
}
