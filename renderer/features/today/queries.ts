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
  const thisWeek = useQuery(orpc.leads.list.queryOptions({ input: { view: 'thisWeek', limit: 1 } }));
  const noNext = useQuery(orpc.leads.list.queryOptions({ input: { view: 'noNext', limit: shown } }));
  const lists = useQuery(orpc.callLists.list.queryOptions({ input: {} }));
  const imports = useQuery(orpc.imports.list.queryOptions({ input: {} }));
  const outbox = useQuery(orpc.outbox.list.queryOptions({ input: { limit: 1 } }));
  const history = useQuery(orpc.history.list.queryOptions({ input: { limit: operations } }));
  return { hot, thisWeek, noNext, lists, imports, outbox, history };
}
