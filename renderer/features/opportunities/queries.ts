import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import { minutely } from '#renderer/lib/minutely.ts';
import type { InputOf } from '#shared/contract/index.ts';

export type Which = InputOf<'opportunities', 'list'>['which'];
export type Scope = 'mine' | 'team';

const pageSize = 100;
/** Lines above the board: more would push it out of sight. */
const shownLines = 5;

const ownerOf = (scope: Scope) => (scope === 'mine' ? { owner: 'mine' } : {});

/** The board; time alone changes the days in a stage. */
export function useDealBoard(scope: Scope) {
  const { orpc } = useBackend();
  return useQuery({ ...orpc.opportunities.board.queryOptions({ input: ownerOf(scope) }), ...minutely });
}

/** 商談 of the table, a page more whenever its end comes into view. */
export function useDeals(which: Which, scope: Scope, isWanted: boolean) {
  const { orpc } = useBackend();
  return useInfiniteQuery({
    ...orpc.opportunities.list.infiniteOptions({
      input: (offset: number) => ({ which, offset, limit: pageSize, ...ownerOf(scope) }),
      initialPageParam: 0,
      getNextPageParam: (last, _all, offset) =>
        offset + pageSize < last.total ? offset + pageSize : undefined,
    }),
    ...minutely,
    enabled: isWanted,
  });
}

/** People with an appointment whose hand-over is not made yet. */
export function useToComplete() {
  const { orpc } = useBackend();
  return useQuery(
    orpc.leads.list.queryOptions({ input: { view: 'appointment', sort: 'next', limit: shownLines } }),
  );
}

export function useDeal(uid: string) {
  const { orpc } = useBackend();
  return useQuery({ ...orpc.opportunities.get.queryOptions({ input: { uid } }), ...minutely });
}

export function useCriteria() {
  const { orpc } = useBackend();
  return useQuery(orpc.opportunities.criteria.queryOptions({ input: {} }));
}

/** What came back, by rule. */
export function useReturns() {
  const { orpc } = useBackend();
  return useQuery(orpc.handovers.returns.queryOptions({ input: {} }));
}
