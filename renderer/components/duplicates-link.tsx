import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';

type DuplicatesLinkProps = {
  /** Only pairs of this import, or of this person; everybody's otherwise. */
  readonly importUid?: string | undefined;
  readonly leadUid?: string | undefined;
};

/** How many pairs wait for an answer. */
export function useOpenPairs({ importUid, leadUid }: DuplicatesLinkProps = {}): number {
  const { orpc } = useBackend();
  const input = {
    ...(importUid === undefined ? {} : { importUid }),
    ...(leadUid === undefined ? {} : { leadUid }),
    limit: 1,
  };
  return useQuery(orpc.duplicates.list.queryOptions({ input })).data?.total ?? 0;
}

/** 「同じ人かもしれない n組」 where pairs wait for an answer; nothing where none does. */
export function DuplicatesLink({ importUid, leadUid }: DuplicatesLinkProps) {
  const { t } = useI18n();
  const total = useOpenPairs({ importUid, leadUid });
  if (total === 0) return null;
  const scope = importUid ? `/import/${importUid}` : leadUid ? `/lead/${leadUid}` : '';
  return (
    <Link href={`/duplicates${scope}`} className="with-icon">
      <IconUsers size={16} stroke={1.5} aria-hidden />
      {leadUid === undefined ? t.duplicates.link(total) : t.duplicates.ofLead}
    </Link>
  );
}
