import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { OutboxState } from '#shared/domain/mail/outbox-states.ts';

export function useSequences() {
  const { orpc } = useBackend();
  return useQuery(orpc.sequences.list.queryOptions({ input: {} }));
}

/** Mails of one state or of all, with the counts of every state. */
export function useOutbox(state: OutboxState | null = null) {
  const { orpc } = useBackend();
  return useQuery(
    orpc.outbox.list.queryOptions({
      input: state === null ? {} : { state },
      placeholderData: keepPreviousData,
    }),
  );
}

export function useSuppressions() {
  const { orpc } = useBackend();
  return useQuery(orpc.suppressions.list.queryOptions({ input: {} }));
}

export function usePracticeInbox() {
  const { orpc } = useBackend();
  return useQuery(orpc.mail.practiceInbox.queryOptions({ input: {} }));
}

export function useAccount() {
  const { orpc } = useBackend();
  return useQuery(orpc.mail.account.queryOptions({ input: {} }));
}

/** Whom a sequence could be started for. */
export function useWaiting(sequenceKey: string) {
  const { orpc } = useBackend();
  return useQuery(orpc.sequences.waiting.queryOptions({ input: { sequenceKey } }));
}

/** Who the mails come from, and which entries the law wants are still missing. */
export function useSender() {
  const { orpc } = useBackend();
  return useQuery(orpc.mail.sender.queryOptions({ input: {} }));
}
