import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useBackend } from './backend.tsx';
import { useI18n } from './i18n.tsx';
import { useUndo } from './use-undo.ts';

interface MakeList {
  readonly mutate: (asked: { importUid?: string; perCaller?: number }) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** Makes call lists, goes to the first of them and offers to take them back. */
export function useMakeList(): MakeList {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [, navigate] = useLocation();
  const undo = useUndo();
  return useMutation(
    orpc.callLists.generate.mutationOptions({
      onSuccess: ({ lists, operationUid }) => {
        navigate(`/calls/${lists[0]?.uid ?? ''}`);
        undo.offer(t.callLists.madeLists(lists.length), operationUid);
      },
    }),
  );
}
