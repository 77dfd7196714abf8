import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { type QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Client } from '#renderer/platform/connect.ts';
import type { SystemStatus } from '#shared/contract/system.ts';
import { minutely } from './minutely.ts';
import { newQueryClient, refresher } from './queries.ts';

export type Orpc = ReturnType<typeof createTanstackQueryUtils<Client>>;
type Backend = { readonly client: Client; readonly orpc: Orpc };

const BackendContext = createContext<Backend | null>(null);

/** Waits before asking for the stream of changes again, in ms: doubling up to ten seconds. */
const firstWaitMs = 500;
const longestWaitMs = 10_000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Re-reads what is on screen whenever the backend committed something; connects again after a break. */
async function followChanges(client: Client, queries: QueryClient, signal: AbortSignal): Promise<void> {
  let wait = firstWaitMs;
  let hasBroken = false;
  const refresh = refresher(queries);
  while (!signal.aborted) {
    try {
      const changes = await client.system.changes({}, { signal });
      // What was committed while nobody listened was announced to nobody.
      if (hasBroken) refresh();
      hasBroken = false;
      wait = firstWaitMs;
      for await (const change of changes) {
        if (change.domains.length > 0) refresh();
      }
    } catch {
      // The stream ends when the backend restarts; the loop asks for a new one.
    }
    hasBroken = true;
    await pause(wait, signal);
    wait = Math.min(wait * 2, longestWaitMs);
  }
}

function ChangeListener({ client }: { readonly client: Client }) {
  const queries = useQueryClient();
  const { orpc } = useBackend();
  // Time passes though nothing is committed: the day and the time that screens show follow it.
  useQuery({ ...orpc.system.status.queryOptions({ input: {} }), ...minutely });
  useEffect(() => {
    const stop = new AbortController();
    void followChanges(client, queries, stop.signal);
    return () => stop.abort();
  }, [client, queries]);
  return null;
}

/** Gives every screen the backend and keeps what it shows up to date. */
export function BackendProvider({
  client,
  children,
}: {
  readonly client: Client;
  readonly children: ReactNode;
}) {
  const [queries] = useState(newQueryClient);
  const value = useMemo(() => ({ client, orpc: createTanstackQueryUtils(client) }), [client]);
  return (
    <BackendContext value={value}>
      <QueryClientProvider client={queries}>
        <ChangeListener client={client} />
        {children}
      </QueryClientProvider>
    </BackendContext>
  );
}

/** The client of the contract and its query options. Throws outside the provider. */
export function useBackend(): Backend {
  const value = use(BackendContext);
  if (!value) throw new Error('useBackend needs BackendProvider');
  return value;
}

/** Store, member, clock and preferences; undefined until the backend has answered once. */
export function useStatus(): SystemStatus | undefined {
  const { orpc } = useBackend();
  return useQuery(orpc.system.status.queryOptions({ input: {} })).data;
}
