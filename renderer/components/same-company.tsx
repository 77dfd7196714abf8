import { IconUsers } from '@tabler/icons-react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { LeadRow } from '#shared/contract/leads.ts';
import type { Catalogue } from '#shared/i18n/index.ts';

type Warning = NonNullable<LeadRow['sameCompany']>;

/** The sentence: who else is busy at the company, and how. */
export const sameCompanyText = (t: Catalogue, { ownerName, state }: Warning): string =>
  ownerName ? t.companies.sameCompany[state](ownerName) : t.companies.sameCompanyUnnamed[state];

/** 「同じ会社を鈴木さんが商談中」, where there is something to say. */
export function SameCompany({ value }: { readonly value: LeadRow['sameCompany'] }) {
  const { t } = useI18n();
  if (value === null) return null;
  return (
    <span className="with-icon warn">
      <IconUsers size={16} stroke={1.5} aria-hidden />
      {sameCompanyText(t, value)}
    </span>
  );
}
