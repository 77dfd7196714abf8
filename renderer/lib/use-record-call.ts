import { useMutation } from '@tanstack/react-query';
import type { Outcome } from '#shared/contract/calls.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { useBackend } from './backend.tsx';
import { useI18n } from './i18n.tsx';
import { useUndo } from './use-undo.ts';

export type CallRecord = {
  readonly leadUid: string;
  readonly listRowUid?: string | undefined;
  readonly outcome: Outcome;
  readonly nextAt?: string | undefined;
  readonly nextOn?: Day | undefined;
  readonly note?: string;
  readonly doNotCall?: boolean;
  readonly reason?: string | undefined;
};

type RecordCall = {
  readonly run: (record: CallRecord) => void;
  readonly isPending: boolean;
  readonly error: unknown;
};

/** Writes down the outcome of a call and offers to take it back. */
export function useRecordCall(onDone: (outcome: Outcome) => void): RecordCall {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const record = useMutation(
    orpc.calls.record.mutationOptions({
      onSuccess: (done, input) => {
        onDone(input.outcome);
        undo.offer(t.calls.recorded(t.calls.outcomes[input.outcome]), done.operationUid);
      },
    }),
  );
  const run = (input: CallRecord): void => {
    // Absent, not undefined: the contract has no undefined.
    const { listRowUid, nextAt, nextOn, reason, ...rest } = input;
    record.mutate({
      ...rest,
      ...(listRowUid === undefined ? {} : { listRowUid }),
      ...(nextAt === undefined ? {} : { nextAt }),
      ...(nextOn === undefined ? {} : { nextOn }),
      ...(reason === undefined ? {} : { reason }),
    });
  };
  return { run, isPending: record.isPending, error: record.error };
}
