import { useMutation } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { InputOf } from '#shared/contract/index.ts';

/** Moves a 商談 to another stage and offers to take it back. */
export function useMove(onDone: () => void) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const move = useMutation(
    orpc.opportunities.move.mutationOptions({
      onSuccess: (done, { stage }) => {
        onDone();
        undo.offer(t.opportunities.moved(t.opportunities.stages[stage]), done.operationUid);
      },
    }),
  );
  const run = (input: InputOf<'opportunities', 'move'>): void => {
    if (!move.isPending) move.mutate(input);
  };
  return { run, isPending: move.isPending, error: move.error };
}
