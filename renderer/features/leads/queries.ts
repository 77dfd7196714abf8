import { useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useWindows, windowSize, type Windows } from '#renderer/lib/use-windows.ts';
import type { Band } from '#shared/contract/base.ts';
import type { LeadRow } from '#shared/contract/leads.ts';

export const views = ['all', 'thisWeek', 'hotUntouched', 'noNext', 'noPhone', 'appointment'] as const;
export const sorts = ['rank', 'company', 'acquired', 'next', 'cools'] as const;

/** Which leads the table shows, in which order. */
export type Filter = {
  readonly search: string;
  readonly band: Band | null;
  readonly view: (typeof views)[number];
  readonly sort: (typeof sorts)[number];
};
export const noFilter: Filter = { search: '', band: null, view: 'all', sort: 'rank' };

/** The rows in view of the filtered list. */
export function useLeadWindows(filter: Filter, first: number, last: number): Windows<LeadRow> {
  const { orpc } = useBackend();
  const { band, ...rest } = filter;
  return useWindows<LeadRow>(first, last, offset =>
    orpc.leads.list.queryOptions({
      input: { ...rest, ...(band === null ? {} : { band }), offset, limit: windowSize },
    }),
  );
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
