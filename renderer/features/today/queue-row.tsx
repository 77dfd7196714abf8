import { IconFlame, IconId, IconCircleDashed, IconPhone, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Due } from '#renderer/components/next-action.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { LeadRow } from '#shared/contract/leads.ts';

const icons = { hot: IconFlame, list: IconPhone, import: IconId, none: IconCircleDashed } satisfies Record<
  string,
  TablerIcon
>;

type QueueRowProps = {
  readonly href: string;
  readonly lead?: LeadRow;
  readonly title: string;
  readonly second: string;
  readonly icon: keyof typeof icons;
  /** Why the row is here. */
  readonly why: string;
  readonly due?: ReactNode;
  readonly end?: ReactNode;
};

/** One thing to do: who, why it is here, by when, how to reach them. */
export function QueueRow({ href, lead, title, second, icon, why, due, end }: QueueRowProps) {
  const Icon = icons[icon];
  return (
    <Link href={href} className="queue-row">
      <span className="rank-cell">
        {lead ? (
          <>
            <RankSeal band={lead.band} />
            <b>{lead.total}</b>
          </>
        ) : null}
      </span>
      <span className="two-line">
        <b className="clip">{title}</b>
        <span className="second clip">{second}</span>
      </span>
      <span className="with-icon">
        <Icon size={16} stroke={1.5} aria-hidden />
        {why}
      </span>
      <span className="num">{due}</span>
      <span className="num">{end}</span>
    </Link>
  );
}

/** A row about one lead. */
export function LeadQueueRow(props: {
  readonly lead: LeadRow;
  readonly icon: 'hot' | 'none';
  readonly why: string;
}) {
  const { t } = useI18n();
  const { lead, icon, why } = props;
  return (
    <QueueRow
      href={`/leads/${lead.uid}`}
      lead={lead}
      title={lead.companyName || lead.name}
      second={[lead.name, lead.department, lead.title].filter(text => text !== '').join('　')}
      icon={icon}
      why={why}
      due={lead.nextOn === null ? null : <Due on={lead.nextOn} />}
      end={lead.phone === '' ? t.leads.noPhone : <span className="mono">{lead.phone}</span>}
    />
  );
}
