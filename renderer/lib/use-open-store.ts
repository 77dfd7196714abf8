import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useBackend } from './backend.tsx';
import { textOfError } from './error-text.ts';
import { useI18n } from './i18n.tsx';
import { showProblem } from './toast.tsx';

/** How many invented leads a fresh practice store starts with. */
const sampleLeads = 300;

type OpenStore = {
  readonly own: () => void;
  /** Opens the practice store; the first time it is made and filled with invented leads. */
  readonly practice: () => void;
  readonly isPending: boolean;
};

/** Switches between the team's own store and the practice store; all screens start afresh. */
export function useOpenStore(): OpenStore {
  const { t } = useI18n();
  const { client } = useBackend();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const open = useMutation({
    mutationFn: async (which: 'own' | 'practice') => {
      const info = await client.store.open({ which });
      if (which === 'practice' && info.leads === 0)
        await client.store.create({ practice: true, sample: sampleLeads });
    },
    onSuccess: async () => {
      navigate('/');
      await queries.resetQueries();
    },
    onError: error => showProblem(textOfError(t, error)),
  });
  return {
    own: () => open.mutate('own'),
    practice: () => open.mutate('practice'),
    isPending: open.isPending,
  };
}
