import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import { type Choices, nameOf } from './queries.ts';

/**
 * Settling one pair: one person, two people, or open again; each says what it did and how to take it back. While one is
 * under way the next waits to be asked for again.
 */
export function useSettle(): {
  readonly merge: (pair: DuplicatePair, choices: Choices) => void;
  readonly answer: (pair: DuplicatePair, answer: 'different' | 'open') => void;
  /** Takes back what settled the pair; without one, what was settled last on this screen. */
  readonly takeBack: (pair: DuplicatePair | undefined) => void;
  readonly isPending: boolean;
  readonly error: unknown;
} {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [last, setLast] = useState<string | null>(null);
  const takeBack = (operationUid: string): void => {
    setLast(null);
    undo.run(operationUid);
  };
  const say = (message: string, operationUid: string): void => {
    setLast(operationUid);
    showToast({ message, undoLabel: t.common.undo, onUndo: () => takeBack(operationUid) });
  };
  const merge = useMutation(orpc.leads.merge.mutationOptions());
  const answer = useMutation(orpc.duplicates.answer.mutationOptions());
  const runAnswer = (pair: DuplicatePair, said: 'different' | 'open'): void =>
    answer.mutate(
      { pairUids: [pair.uid], answer: said },
      {
        onSuccess: done =>
          say(said === 'different' ? t.duplicates.answered : t.duplicates.reopened, done.operationUid),
      },
    );
  const isPending = merge.isPending || answer.isPending || undo.isPending;
  return {
    merge: (pair, fields) =>
      isPending
        ? undefined
        : merge.mutate(
            { survivorUid: pair.survivor.uid, otherUid: pair.other.uid, fields },
            { onSuccess: done => say(t.duplicates.merged(nameOf(pair)), done.operationUid) },
          ),
    answer: (pair, said) => (isPending ? undefined : runAnswer(pair, said)),
    takeBack: pair => {
      if (isPending) return;
      const operationUid = pair === undefined ? last : pair.operation?.uid;
      if (operationUid) takeBack(operationUid);
      else if (pair?.state === 'different') runAnswer(pair, 'open');
    },
    isPending,
    error: merge.error ?? answer.error,
  };
}
