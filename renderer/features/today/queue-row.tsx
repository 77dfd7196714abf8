import {
  IconCircleDashed,
  IconClipboardCheck,
  IconClipboardText,
  IconClockExclamation,
  IconFlame,
  IconId,
  IconListCheck,
  IconPhone,
  IconPhoneCall,
  IconSend,
  IconTrendingDown,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import type { Band } from '#shared/contract/base.ts';
import type { Bucket } from '#shared/contract/today.ts';

const icons = {
  latePromise: IconClockExclamation,
  firstContact: IconFlame,
  todayPromise: IconPhoneCall,
  answer: IconClipboardCheck,
  handOver: IconClipboardText,
  retry: IconPhoneCall,
  cooling: IconTrendingDown,
  send: IconSend,
  task: IconListCheck,
  noNext: IconCircleDashed,
  list: IconPhone,
  import: IconId,
} as const satisfies Record<Bucket | 'list' | 'import', TablerIcon>;

type QueueRowProps = {
  readonly href: string;
  readonly lead?: { readonly band: Band; readonly total: number };
  readonly title: string;
  readonly second: string;
  readonly icon: keyof typeof icons;
  /** Why the row is here, and what was noted. */
  readonly why: string;
  readonly note?: string;
  readonly due?: ReactNode;
  readonly end?: ReactNode;
  readonly onOpen?: () => void;
  /** The hand-over that can be answered from here. */
  readonly handover?: { readonly uid: string; readonly name: string } | undefined;
  /** Who waits for material that can be noted as sent from here. */
  readonly sends?: string | undefined;
};

/** One thing to do: who, why it is here, by when, how to reach them. */
export function QueueRow({
  href,
  lead,
  title,
  second,
  icon,
  why,
  note = '',
  due,
  end,
  onOpen,
  handover,
  sends,
}: QueueRowProps) {
  const Icon = icons[icon];
  return (
    <Link
      href={href}
      className="queue-row"
      data-handover={handover?.uid}
      data-name={handover?.name}
      data-sends={sends}
      {...(onOpen ? { onClick: onOpen } : {})}
    >
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
      <span className="why with-icon">
        <Icon size={16} stroke={1.5} aria-hidden />
        <span className="two-line">
          <span className={note === '' ? 'two-lines' : 'clip'}>{why}</span>
          {note === '' ? null : <span className="second clip">{note}</span>}
        </span>
      </span>
      <span className="num">{due}</span>
      <span className="num">{end}</span>
    </Link>
  );
}
