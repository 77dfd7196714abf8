import { Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { selectFirst } from './palette-store.ts';

const shown = 6;

/** The leads that fit what is typed into the palette. */
export function LeadActions({ query }: { readonly query: string }) {
  const { orpc } = useBackend();
  const [, navigate] = useLocation();
  const { data } = useQuery(orpc.leads.list.queryOptions({ input: { search: query, limit: shown } }));
  useEffect(() => {
    // Results arrive after the typing that asked for them: Enter takes the first of what is shown now.
    if (data) selectFirst();
  }, [data]);
  return (data?.rows ?? []).map(lead => (
    <Spotlight.Action
      key={lead.uid}
      onClick={() => navigate(`/leads/${lead.uid}`)}
      dimmedSections={false}
      leftSection={<RankSeal band={lead.band} />}
      label={`${lead.companyName} ${lead.name}`}
      description={lead.phone}
    />
  ));
}
