import { useMutation, useQuery } from '@tanstack/react-query';
import { useBackend } from './backend.tsx';
import { codeText } from './code-text.ts';
import { useI18n } from './i18n.tsx';
import { showToast } from './toast.tsx';

type Enroll = {
  readonly run: (leadUids: string[], sequenceKey?: string) => void;
  readonly isPending: boolean;
  readonly error: unknown;
};

/** Starts the step mails for some leads and says whom it left out and why. */
export function useEnroll(): Enroll {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const sequences = useQuery(orpc.sequences.list.queryOptions({ input: {} }));
  const enroll = useMutation(
    orpc.sequences.enroll.mutationOptions({
      onSuccess: done => {
        const why = done.left[0];
        const left =
          why === undefined
            ? ''
            : ` ${t.mailScreen.leftOut(done.left.length, codeText(t.mailScreen.leftReasons, why.reason.code, why.reason.params))}`;
        showToast({ message: `${t.mailScreen.enrolled(done.enrolled)}${left}` });
      },
    }),
  );
  const first = sequences.data?.[0]?.key;
  return {
    run: (leadUids, sequenceKey = first) => {
      if (sequenceKey !== undefined) enroll.mutate({ leadUids, sequenceKey });
    },
    isPending: enroll.isPending,
    error: enroll.error ?? sequences.error,
  };
}
