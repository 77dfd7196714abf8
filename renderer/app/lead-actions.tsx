import { Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';

const shown = 6;

/** The leads that fit what is typed into the palette. */
export function LeadActions({ query }: { readonly query: string }) {
  const { orpc } = useBackend();
  const [, navigate] = useLocation();
  const { data } = useQuery(orpc.leads.list.queryOptions({ input: { search: query, limit: shown } }));
  return (data?.rows ?? []).map(lead => (
    <Spotlight.Action
      key={lead.uid}
      onClick={() => navigate(`/leads/${lead.uid}`)}
      leftSection={<RankSeal band={lead.band} />}
      label={`${lead.companyName} ${lead.name}`}
      description={lead.phone}
    />
  ));
}
