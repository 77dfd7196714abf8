import { keepPreviousData, useQueries, type UseQueryOptions } from '@tanstack/react-query';
import { useState } from 'react';

/** Rows asked for at once. */
export const windowSize = 200;

type Window<Row> = { readonly rows: readonly Row[]; readonly total: number };
type Options<Row> = UseQueryOptions<Window<Row>, Error, Window<Row>, readonly unknown[]>;

export type Windows<Row> = {
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
};

/**
 * A long list in windows of 200 rows: only those that cover the rows in view are asked for.
 * `first` and `last` are row numbers; `options` gives the query for a window that starts at an offset.
 */
export function useWindows<Row>(
  first: number,
  last: number,
  options: (offset: number) => Options<Row>,
): Windows<Row> {
  const from = Math.floor(Math.max(0, first) / windowSize);
  const to = Math.floor(Math.max(0, last) / windowSize);
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const results = useQueries({
    queries: numbers.map(number => ({ ...options(number * windowSize), placeholderData: keepPreviousData })),
  });
  const known = results.find(result => result.data !== undefined)?.data?.total;
  // While a window far away is on its way the list keeps its length, or it would jump back to its beginning.
  const [length, setLength] = useState(known);
  if (known !== undefined && known !== length) setLength(known);
  const failed = results.find(result => result.error !== null);
  return {
    total: known ?? length,
    rowAt: index => results[Math.floor(index / windowSize) - from]?.data?.rows[index % windowSize],
    error: failed?.error ?? null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}
