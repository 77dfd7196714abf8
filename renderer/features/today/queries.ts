import { useQuery } from '@tanstack/react-query';
import { useBackend } from '#renderer/lib/backend.tsx';

const shown = 8;
const operations = 5;

/** Everything 今日 is made of, each asked for by itself so that one slow part holds up no other. */
export function useToday() {
  const { orpc } = useBackend();
  const hot = useQuery(
    orpc.leads.list.queryOptions({ input: { view: 'hotUntouched', sort: 'next', limit: shown } }),
  );
  const hotAll = useQuery(orpc.leads.list.queryOptions({ input: { band: 'hot', limit: 1 } }));
  const midAll = useQuery(orpc.leads.list.queryOptions({ input: { band: 'mid', limit: 1 } }));
  const callable = (hotAll.data?.total ?? 0) + (midAll.data?.total ?? 0);
  const noNext = useQuery(orpc.leads.list.queryOptions({ input: { view: 'noNext', limit: shown } }));
  const lists = useQuery(orpc.callLists.list.queryOptions({ input: {} }));
  const imports = useQuery(orpc.imports.list.queryOptions({ input: {} }));
  const outbox = useQuery(orpc.outbox.list.queryOptions({ input: { limit: 1 } }));
  const history = useQuery(orpc.history.list.queryOptions({ input: { limit: operations } }));
  return { hot, callable, noNext, lists, imports, outbox, history };
}
