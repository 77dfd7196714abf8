import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { zLeadFilter } from '#shared/contract/lead-filter.ts';
import { openBase, setFilter } from './list-state.ts';

function filterOf(text: string) {
  try {
    return zLeadFilter.safeParse(JSON.parse(decodeURIComponent(text))).data;
  } catch {
    return undefined;
  }
}

/** Opens the list with the people a figure elsewhere counted; an address nobody can read opens it as it is. */
export function LeadsWherePage() {
  const { filter } = useParams<{ filter: string }>();
  const [, navigate] = useLocation();
  useEffect(() => {
    const asked = filterOf(filter);
    if (asked) {
      openBase({ kind: 'standard', view: 'all' });
      setFilter(asked);
    }
    navigate('/leads', { replace: true });
  }, [filter, navigate]);
  return null;
}
