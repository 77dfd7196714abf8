import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useWindows, windowSize, type Windows } from '#renderer/lib/use-windows.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { ViewQuery } from '#shared/contract/views.ts';

/** What `leads.list` is asked for a view. */
export const listInput = ({ filter, sort, direction, columns }: ViewQuery) => ({
  ...filter,
  sort,
  ...(columns.includes('reasons') ? { reasons: true } : {}),
  ...(direction === undefined ? {} : { direction }),
});

/** The rows in view of the filtered list. Held, no row that is there changes or moves. */
export function useLeadWindows(
  query: ViewQuery,
  { first, last, isHeld }: { readonly first: number; readonly last: number; readonly isHeld: boolean },
): Windows<LeadRow> {
  const { orpc } = useBackend();
  const input = useMemo(() => listInput(query), [query]);
  return useWindows<LeadRow>(first, last, offset => ({
    ...orpc.leads.list.queryOptions({ input: { ...input, offset, limit: windowSize } }),
    enabled: ({ state }) => !isHeld || state.data === undefined,
  }));
}

/** Values the filter can ask for; read only once somebody wants to choose. */
export function useFacets(isWanted: boolean) {
  const { orpc } = useBackend();
  return useQuery({ ...orpc.leads.facets.queryOptions({ input: {} }), enabled: isWanted }).data;
}

export function useViews() {
  const { orpc } = useBackend();
  return useQuery(orpc.views.list.queryOptions({ input: {} })).data ?? [];
}

export function useMembers() {
  const { orpc } = useBackend();
  return useQuery(orpc.members.list.queryOptions({ input: {} })).data ?? [];
}

/** One lead with contact, timeline and next action. */
export function useLead(uid: string) {
  const { orpc } = useBackend();
  return useQuery(orpc.leads.get.queryOptions({ input: { uid } }));
}

/** Why a lead has the points it has, today. */
export function useExplanation(uid: string) {
  const { orpc } = useBackend();
  return useQuery(orpc.leads.explain.queryOptions({ input: { uid } }));
}
