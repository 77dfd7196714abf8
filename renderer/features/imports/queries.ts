import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { Answers } from '#shared/contract/imports.ts';
import type { GivenFile, Reading, Work } from './types.ts';

/**
 * What the file holds and what importing it would do; read again for every changed choice, the old shown meanwhile.
 * The first rows of a big file are there at once, the whole file follows.
 */
export function usePreview(file: GivenFile, reading: Reading, answers: Answers) {
  const { orpc } = useBackend();
  const input = { file: file.ref, reading, answers };
  const first = useQuery(
    orpc.imports.preview.queryOptions({
      input,
      placeholderData: keepPreviousData,
      retry: false,
      meta: { isStatic: true },
    }),
  );
  const isBig = first.data?.whole === false && !first.isPlaceholderData;
  const all = useQuery(
    orpc.imports.plan.queryOptions({
      input: isBig ? input : skipToken,
      retry: false,
      meta: { isStatic: true },
    }),
  );
  return {
    data: all.data ?? first.data,
    error: first.error ?? all.error,
    isFetching: first.isFetching,
    refetch: async () => await (first.error ? first : all).refetch(),
  };
}

/** What each of several files holds; one that cannot be read does not keep the others waiting. */
export function usePreviews(works: readonly Work[]) {
  const { orpc } = useBackend();
  const inputs = works.map(({ file, choices: { reading, answers } }) =>
    file === null ? null : { file: file.ref, reading, answers },
  );
  const firsts = useQueries({
    queries: inputs.map(input =>
      orpc.imports.preview.queryOptions({
        input: input ?? skipToken,
        retry: false,
        meta: { isStatic: true },
      }),
    ),
  });
  const wholes = useQueries({
    queries: inputs.map((input, i) =>
      orpc.imports.plan.queryOptions({
        input: input && firsts[i]?.data?.whole === false ? input : skipToken,
        retry: false,
        meta: { isStatic: true },
      }),
    ),
  });
  return firsts.map(({ data, error, isFetching }, i) => ({
    data: wholes[i]?.data ?? data,
    error: error ?? wholes[i]?.error ?? null,
    isFetching,
  }));
}

/** Imports so far, newest first. */
export function useImports() {
  const { orpc } = useBackend();
  return useQuery(orpc.imports.list.queryOptions({ input: {} }));
}

/** One import by its uid; asks anew, because the import may be newer than the list at hand. */
export function useImport(uid: string) {
  const { orpc } = useBackend();
  return useQuery(
    orpc.imports.list.queryOptions({
      input: {},
      refetchOnMount: 'always',
      select: list => list.find(row => row.uid === uid) ?? null,
    }),
  );
}

/** The people who can own leads. */
export function useMembers() {
  const { orpc } = useBackend();
  return useQuery(orpc.members.list.queryOptions({ input: {} }));
}
