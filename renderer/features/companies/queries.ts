import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { CompanyRow } from '#shared/contract/companies.ts';
import type { FileRef } from '#shared/contract/base.ts';

export const kinds = ['prospect', 'customer', 'partner', 'supplier', 'competitor', 'own'] as const;
export type Kind = CompanyRow['kind'];
export const pageSize = 100;

export type CompanyFilter = { readonly search: string; readonly kind: Kind | null; readonly offset: number };

/** One page of the companies by name. */
export function useCompanies({ search, kind, offset }: CompanyFilter) {
  const { orpc } = useBackend();
  return useQuery(
    orpc.companies.list.queryOptions({
      input: { search, offset, limit: pageSize, ...(kind === null ? {} : { kind }) },
      placeholderData: keepPreviousData,
    }),
  );
}

/** A company with its people and what happened with them. */
export function useCompany(uid: string) {
  const { orpc } = useBackend();
  return useQuery(orpc.companies.get.queryOptions({ input: { uid } }));
}

/** A list of companies: pasted, or a file the host took. */
export type ListSource = { readonly text: string } | { readonly file: FileRef };

/** What a list would set, once there is one. */
export function useKindsPreview(source: ListSource | null, kind: Kind) {
  const { orpc } = useBackend();
  return useQuery(
    orpc.companies.previewKinds.queryOptions({
      input: { source: source ?? { text: '-' }, kind },
      enabled: source !== null,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  );
}
