import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { MergeField, MergeSide } from '#shared/domain/duplicates/choices.ts';
import { isTicked } from '#shared/domain/duplicates/pairs.ts';

export const states = ['open', 'merged', 'different'] as const;
export type State = (typeof states)[number];
/** What somebody chose otherwise than proposed. */
export type Choices = Partial<Record<MergeField, MergeSide>>;

/** Pairs fetched at once; more follow as these are settled. */
const shown = 200;

/** Which pairs the screen is about: all, or those of one import or person. */
export type Scope = { readonly importUid?: string; readonly leadUid?: string };

/** The sure ones first, as they stand in the list. */
const bySureness = <T extends { pairs: DuplicatePair[] }>(data: T): T => ({
  ...data,
  pairs: data.pairs.toSorted((a, b) => Number(isTicked(b)) - Number(isTicked(a))),
});

export function usePairs(state: State, scope: Scope) {
  const { orpc } = useBackend();
  return useQuery({
    ...orpc.duplicates.list.queryOptions({ input: { state, ...scope, limit: shown } }),
    placeholderData: keepPreviousData,
    select: bySureness,
  });
}

/** A pair by the names on both cards. */
export const nameOf = ({ survivor, other }: DuplicatePair): string =>
  survivor.values.name || other.values.name || survivor.values.company || other.values.company;
