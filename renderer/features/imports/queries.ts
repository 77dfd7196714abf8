import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';
import type { Answers } from '#shared/contract/imports.ts';
import type { GivenFile, Reading, Work } from './types.ts';

/** What the file holds and what importing it would do; read again for every changed choice, the old shown meanwhile. */
export function usePreview(file: GivenFile, reading: Reading, answers: Answers) {
  const { orpc } = useBackend();
  return useQuery(
    orpc.imports.preview.queryOptions({
      input: { file: file.ref, reading, answers },
      placeholderData: keepPreviousData,
      retry: false,
      meta: { isStatic: true },
    }),
  );
}

/** What each of several files holds; one that cannot be read does not keep the others waiting. */
export function usePreviews(works: readonly Work[]) {
  const { orpc } = useBackend();
  return useQueries({
    queries: works.map(({ file, choices: { reading, answers } }) =>
      orpc.imports.preview.queryOptions({
        input: file === null ? skipToken : { file: file.ref, reading, answers },
        retry: false,
        meta: { isStatic: true },
      }),
    ),
  });
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
