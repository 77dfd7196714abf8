import { useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import { minutely } from '#renderer/lib/minutely.ts';
import type { InputOf } from '#shared/contract/index.ts';

export type Which = InputOf<'opportunities', 'list'>['which'];
export type Scope = 'mine' | 'team';

const shown = 500;
const shownLines = 50;

/** 商談 of the board or the table; time alone changes the days in a stage. */
export function useDeals(which: Which, scope: Scope) {
  const { orpc } = useBackend();
  const owner = scope === 'mine' ? { owner: 'mine' } : {};
  return useQuery({
    ...orpc.opportunities.list.queryOptions({ input: { which, limit: shown, ...owner } }),
    ...minutely,
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
