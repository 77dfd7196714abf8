import { useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import { minutely } from '#renderer/lib/minutely.ts';
import type { InputOf } from '#shared/contract/index.ts';

type ClocksInput = Partial<InputOf<'sla', 'clocks'>>;

/** Promises with the time that is left, asked again as time passes. */
export function useClocks(input: ClocksInput) {
  const { orpc } = useBackend();
  return useQuery({ ...orpc.sla.clocks.queryOptions({ input }), ...minutely });
}

/** How many promises of the last four weeks were kept. */
export function useAttainment() {
  const { orpc } = useBackend();
  return useQuery({ ...orpc.sla.attainment.queryOptions({ input: {} }), ...minutely });
}

/** The agreement in force. */
export function useAgreement() {
  const { orpc } = useBackend();
  return useQuery(orpc.sla.get.queryOptions({ input: {} }));
}
