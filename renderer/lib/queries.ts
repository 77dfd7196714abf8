import { type Query, QueryClient } from '@tanstack/react-query';

/**
 * What every screen reads through. `networkMode`: the backend is on this computer, so nothing waits for the network
 * when the laptop loses it (by default reads and writes pause until it is back).
 */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Commits announce themselves on one stream, so what was read stays fresh until then.
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: 1,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

const isLive = (query: Query): boolean => query.meta?.['isStatic'] !== true;

/** Read for the first time just now: may have been asked before the commit, and is not asked again while it runs. */
const isFirstRead = (query: Query): boolean =>
  isLive(query) && query.state.data === undefined && query.state.fetchStatus === 'fetching';

/** Reads again what is on screen; resolves when all of it is here. */
async function refresh(queries: QueryClient): Promise<void> {
  const early = new Set(queries.getQueryCache().findAll({ predicate: isFirstRead }));
  await queries.invalidateQueries({ predicate: isLive });
  if (early.size > 0) await queries.invalidateQueries({ predicate: query => early.has(query) });
}

/**
 * A call per commit. Commits may come faster than reading takes (hundreds of mails in a row): those that arrive
 * meanwhile share one more round.
 */
export function refresher(queries: QueryClient): () => void {
  let isRunning = false;
  let isStale = false;
  const rounds = async (): Promise<void> => {
    isRunning = true;
    while (isStale) {
      isStale = false;
      await refresh(queries);
    }
    isRunning = false;
  };
  return () => {
    isStale = true;
    if (!isRunning) void rounds();
  };
}
