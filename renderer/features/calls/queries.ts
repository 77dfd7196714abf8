import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { InputOf } from '#shared/contract/index.ts';

/** All lists, newest first. */
export function useCallLists() {
  const { orpc } = useBackend();
  return useQuery(orpc.callLists.list.queryOptions({ input: {} }));
}

/** Who would call how many this week; `perCaller` null is what the team agreed on. */
export function useListPlan(perCaller: number | null) {
  const { orpc } = useBackend();
  return useQuery({
    ...orpc.callLists.plan.queryOptions({ input: perCaller === null ? {} : { perCaller } }),
    placeholderData: keepPreviousData,
  });
}

/** What the team agreed on about its lists. */
export function useListSettings() {
  const { orpc } = useBackend();
  return useQuery(orpc.callLists.getSettings.queryOptions({ input: {} }));
}

/** The lists of the week that is called now, of everybody. */
export function useWeekLists() {
  const { orpc } = useBackend();
  return useQuery(orpc.callLists.week.queryOptions({ input: { scope: 'team' } }));
}

/** The lists made together, one per caller. */
export function useBatch(batchUid: string) {
  const { orpc } = useBackend();
  return useQuery(orpc.callLists.list.queryOptions({ input: { batchUid } }));
}

/** One list with its rows in calling order. */
export function useCallList(uid: string) {
  const { orpc } = useBackend();
  return useQuery(orpc.callLists.get.queryOptions({ input: { uid } }));
}

/** The printed pages of a list as one HTML text; those shown stay until the next ones are there. */
export function usePages(input: InputOf<'callLists', 'html'>, isOpen: boolean) {
  const { orpc } = useBackend();
  return useQuery({
    ...orpc.callLists.html.queryOptions({ input, enabled: isOpen }),
    placeholderData: keepPreviousData,
  });
}

/** The scripts in force. */
export function useScripts() {
  const { orpc } = useBackend();
  return useQuery(orpc.callScripts.get.queryOptions({ input: {} }));
}

/** Imports that can become a list. */
export function useImportsForLists() {
  const { orpc } = useBackend();
  return useQuery(orpc.imports.list.queryOptions({ input: {} }));
}
