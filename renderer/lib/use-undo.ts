import { useMutation, useQuery } from '@tanstack/react-query';
import type { Operation } from '#shared/contract/history.ts';
import { useBackend } from './backend.tsx';
import { codeText } from './code-text.ts';
import { textOfError } from './error-text.ts';
import { useI18n } from './i18n.tsx';
import { showProblem, showToast } from './toast.tsx';

const recent = 20;

interface Undo {
  readonly run: (operationUid?: string) => void;
  /** Says what was done and offers to take it back. */
  readonly offer: (message: string, operationUid: string) => void;
  readonly isPending: boolean;
}

/** Takes back one operation, or the newest that can be, and says what came of it. */
export function useUndo(): Undo {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useMutation(
    orpc.history.undo.mutationOptions({
      onSuccess: ({ operation, kept }) => {
        const rest = kept.length > 0 ? ` ${t.history.kept(kept.length)}` : '';
        showToast({ message: `${t.history.undone(codeText(t.history.kinds, operation.kind))}${rest}` });
      },
      onError: error => showProblem(textOfError(t, error)),
    }),
  );
  const run = (operationUid?: string): void =>
    undo.mutate(operationUid === undefined ? {} : { operationUid });
  return {
    run,
    offer: (message, operationUid) =>
      showToast({ message, undoLabel: t.common.undo, onUndo: () => run(operationUid) }),
    isPending: undo.isPending,
  };
}

/** What was done last and can be taken back. */
export function useLastOperation(): Operation | null {
  const { orpc } = useBackend();
  const { data } = useQuery(orpc.history.list.queryOptions({ input: { limit: recent } }));
  return data?.operations.find(operation => operation.undoable && !operation.undone) ?? null;
}
