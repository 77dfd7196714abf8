import { useQuery } from '@tanstack/react-query';
import { type CallRules, defaultCallRules } from '#shared/domain/calls/call-rules.ts';
import { useBackend } from './backend.tsx';

/** The rules of calling in force; the recommended ones until they are read. */
export function useCallRules(): CallRules {
  const { orpc } = useBackend();
  return useQuery(orpc.callRules.get.queryOptions({ input: {} })).data?.rules ?? defaultCallRules;
}
