import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useBackend } from './backend.tsx';
import { textOfError } from './error-text.ts';
import { useI18n } from './i18n.tsx';
import { hideToast, showProblem } from './toast.tsx';
import { leaveFor } from './unsaved.ts';

type Wanted =
  | { readonly which: 'own' | 'practice' }
  | { readonly path: string; readonly readOnly?: boolean; readonly moveToThisPc?: boolean };

type OpenStore = {
  readonly own: () => void;
  /** Opens the practice store; the first time it is made and filled with invented leads. */
  readonly practice: () => void;
  /** 閲覧用: opens a store somebody else has open, without writing. */
  readonly toRead: (path: string) => void;
  /** Opens a verified copy in the app's own data folder; the original stays as it is. */
  readonly moved: (path: string) => void;
  readonly isPending: boolean;
};

/** All screens start afresh: the store behind them is another one now. */
export function useFreshStart(): () => Promise<void> {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return async () => {
    hideToast();
    navigate('/');
    await queries.resetQueries();
  };
}

/** Switches to another store. */
export function useOpenStore(): OpenStore {
  const { t } = useI18n();
  const { client } = useBackend();
  const startAfresh = useFreshStart();
  const open = useMutation({
    mutationFn: async (wanted: Wanted) => await client.store.open(wanted),
    onSuccess: startAfresh,
    onError: error => showProblem(textOfError(t, error)),
  });
  // A draft belongs to the store it was begun in, so it is asked about before that one closes.
  const switchTo = (wanted: Wanted): void => leaveFor(() => open.mutate(wanted));
  return {
    own: () => switchTo({ which: 'own' }),
    practice: () => switchTo({ which: 'practice' }),
    toRead: path => switchTo({ path, readOnly: true }),
    moved: path => switchTo({ path, moveToThisPc: true }),
    isPending: open.isPending,
  };
}
