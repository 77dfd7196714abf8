import { useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';

export const windows = [30, 60, 90, 180] as const;
export type WindowDays = (typeof windows)[number];

export function useBeforeAfter(windowDays: WindowDays) {
  const { orpc } = useBackend();
  return useQuery(orpc.insights.beforeAfter.queryOptions({ input: { windowDays } }));
}

export function useBaseline() {
  const { orpc } = useBackend();
  return useQuery(orpc.baseline.get.queryOptions({ input: {} }));
}
