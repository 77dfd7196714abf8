import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { minutely } from '#renderer/lib/minutely.ts';

const operations = 5;
/** Alerts shown at the top, until somebody asks for the others. */
const newest = 3;
const others = 50;

export type Scope = 'mine' | 'team';

/** What is due and what comes later; time alone changes both. */
export function useQueue(scope: Scope) {
  const { orpc } = useBackend();
  const [limit, setLimit] = useState(newest);
  const queue = useQuery({ ...orpc.today.queue.queryOptions({ input: { scope } }), ...minutely });
  const coming = useQuery({ ...orpc.today.coming.queryOptions({ input: { scope } }), ...minutely });
  const alerts = useQuery({
    ...orpc.alerts.list.queryOptions({ input: { unseen: true, limit } }),
    placeholderData: keepPreviousData,
    ...minutely,
  });
  return { queue, coming, alerts, showOthers: () => setLimit(others) };
}

/** Lists to go on with, and whether there is somebody to make one of. */
export function useLists(scope: Scope) {
  const { orpc } = useBackend();
  const hot = useQuery(orpc.leads.list.queryOptions({ input: { band: 'hot', limit: 1 } }));
  const mid = useQuery(orpc.leads.list.queryOptions({ input: { band: 'mid', limit: 1 } }));
  const lists = useQuery(orpc.callLists.week.queryOptions({ input: { scope } }));
  const imports = useQuery(orpc.imports.list.queryOptions({ input: {} }));
  return {
    made: (lists.data?.lists ?? []).length > 0,
    callable: (hot.data?.total ?? 0) + (mid.data?.total ?? 0),
    open: (lists.data?.lists ?? []).filter(list => list.done < list.rows),
    latestImport: imports.data?.find(row => !row.undone),
  };
}

/** What the side column tells. */
export function useSide() {
  const { orpc } = useBackend();
  const outbox = useQuery(orpc.outbox.list.queryOptions({ input: { limit: 1 } }));
  const history = useQuery(orpc.history.list.queryOptions({ input: { limit: operations } }));
  return { outbox, history };
}

/** Every figure of the team; asked for only where it is shown. */
export function useTeam() {
  const { orpc } = useBackend();
  return useQuery({ ...orpc.today.team.queryOptions({ input: {} }), ...minutely });
}
