import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '#shared/contract/index.ts';
import { useBackend } from './backend.tsx';
import { useI18n } from './i18n.tsx';
import { useUndo } from './use-undo.ts';

type Answer = InputOf<'handovers', 'answer'>;

/** Who was handed over. */
export type Handed = { readonly handoverUid: string; readonly name: string };

/** Answers a hand-over and offers to take the answer back. */
export function useAnswer(onDone: () => void) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const answer = useMutation(orpc.handovers.answer.mutationOptions());
  const send = (handed: Handed, input: Omit<Answer, 'uid'>): void => {
    if (answer.isPending) return;
    answer.mutate(
      { uid: handed.handoverUid, ...input },
      {
        onSuccess: done => {
          onDone();
          const { accepted, givenBack } = t.opportunities;
          undo.offer(
            input.answer === 'accepted' ? accepted(handed.name) : givenBack(handed.name),
            done.operationUid,
          );
        },
      },
    );
  };
  return { send, isPending: answer.isPending, error: answer.error };
}
