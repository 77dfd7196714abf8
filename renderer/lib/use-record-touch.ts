import { useMutation } from '@tanstack/react-query';
import type { InputOf } from '#shared/contract/index.ts';
import { useBackend } from './backend.tsx';
import { useI18n } from './i18n.tsx';
import { useUndo } from './use-undo.ts';

type Touch = InputOf<'touches', 'record'>;

type RecordTouch = {
  readonly run: (touch: Omit<Touch, 'occurredAt'>) => void;
  readonly error: unknown;
};

/** Writes down at once that somebody was in touch and offers to take it back; one at a time. */
export function useRecordTouch(onDone: () => void): RecordTouch {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const record = useMutation(
    orpc.touches.record.mutationOptions({
      onSuccess: (done, { way }) => {
        onDone();
        undo.offer(t.touches.recorded(t.touches.ways[way]), done.operationUid);
      },
    }),
  );
  return {
    run: touch => {
      if (!record.isPending) record.mutate(touch);
    },
    error: record.error,
  };
}
