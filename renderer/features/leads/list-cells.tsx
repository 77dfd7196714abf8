import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { dueText, NextKind } from '#renderer/components/next-action.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { sameCompanyText } from '#renderer/components/same-company.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import type { ListColumn } from '#shared/contract/lead-columns.ts';
import type { LeadSort } from '#shared/contract/lead-filter.ts';
import type { LeadRow } from '#shared/contract/leads.ts';
import { daysBetween, type Day, dayOf } from '#shared/domain/base/days.ts';
import { trashDaysLeft } from '#shared/domain/leads/trash.ts';
import { formatDay, formatDayYear } from '#shared/i18n/format.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import type { Lang } from '#shared/i18n/lang.ts';
import { reasonLine } from '#shared/i18n/reasons.ts';

/** What cells need besides their row, fetched once for all. */
export type CellContext = {
  readonly t: Catalogue;
  readonly lang: Lang;
  readonly today: Day | undefined;
  readonly isHoliday: (on: Day) => boolean;
};

type Column = {
  /** Narrowest width in px, and its share of what is left over. */
  readonly min: number;
  readonly share: number;
  readonly isNumber?: boolean;
  readonly sort?: LeadSort;
  readonly cell: (row: LeadRow, context: CellContext) => ReactNode;
};

const day = (on: Day | null, { t, lang, today }: CellContext): ReactNode => {
  if (on === null) return <span className="muted">{t.common.none}</span>;
  const isFar = today !== undefined && Math.abs(daysBetween(on, today)) > 180;
  return isFar ? formatDayYear(on, lang) : formatDay(on, lang);
};

/** The company; a mark says that a colleague is busy there. */
function company({ companyName, sameCompany }: LeadRow, { t }: CellContext): ReactNode {
  if (sameCompany === null) return companyName || t.common.none;
  const note = sameCompanyText(t, sameCompany);
  return (
    <span className="with-icon lead-busy" title={note}>
      <span className="clip">{companyName}</span>
      <IconUsers size={16} stroke={1.5} role="img" aria-label={note} />
    </span>
  );
}

function touched({ lastTouchOn }: LeadRow, { t, lang, today }: CellContext): ReactNode {
  if (lastTouchOn === null || today === undefined) return <span className="muted">{t.leadList.never}</span>;
  const text = t.leadList.daysAgo(Math.max(0, daysBetween(lastTouchOn, today)));
  return <span title={formatDayYear(lastTouchOn, lang)}>{text}</span>;
}

/** Since when somebody lies in the trash, and how long they still do. */
function thrownAway({ trashedAt }: LeadRow, { t, lang, today }: CellContext): ReactNode {
  if (trashedAt === null || today === undefined) return '';
  return `${formatDay(dayOf(trashedAt), lang)} ${t.leadPage.days(trashDaysLeft(trashedAt, today))}`;
}

export const columns: Readonly<Record<ListColumn, Column>> = {
  rank: {
    min: 76,
    share: 0,
    sort: 'rank',
    cell: row => (
      <span className="rank-cell">
        <RankSeal band={row.band} />
        <b>{row.total}</b>
      </span>
    ),
  },
  company: { min: 150, share: 3, sort: 'company', cell: company },
  name: { min: 92, share: 1.4, sort: 'name', cell: (row, { t }) => row.name || t.common.none },
  kana: { min: 110, share: 1, sort: 'name', cell: row => row.kana },
  department: { min: 110, share: 1.5, sort: 'department', cell: row => row.department },
  title: { min: 90, share: 1, sort: 'title', cell: row => row.title },
  phone: {
    min: 118,
    share: 0,
    sort: 'phone',
    cell: (row, { t }) => (
      <span className="mono">
        {row.phone}
        {row.doNotCall ? <span className="late"> {t.leads.doNotCall}</span> : null}
      </span>
    ),
  },
  email: { min: 150, share: 1.5, sort: 'email', cell: row => <span className="mono">{row.email}</span> },
  nextKind: { min: 132, share: 0.6, sort: 'nextKind', cell: row => <NextKind kind={row.nextKind} /> },
  next: {
    min: 92,
    share: 0,
    isNumber: true,
    sort: 'next',
    cell: (row, context) => dueText(row.nextOn, context),
  },
  touched: { min: 92, share: 0, isNumber: true, sort: 'touched', cell: touched },
  owner: { min: 84, share: 0.5, sort: 'owner', cell: (row, { t }) => row.ownerName ?? t.common.none },
  acquired: {
    min: 96,
    share: 0,
    isNumber: true,
    sort: 'acquired',
    cell: (row, context) => day(row.acquiredOn, context),
  },
  channel: { min: 110, share: 0.5, sort: 'channel', cell: (row, { t }) => t.common.channel[row.channel] },
  event: { min: 130, share: 1.2, sort: 'event', cell: row => row.eventName },
  prefecture: { min: 76, share: 0, sort: 'prefecture', cell: row => row.prefecture },
  companyKind: {
    min: 96,
    share: 0.4,
    cell: (row, { t }) => codeText(t.leads.kinds, row.companyKind),
  },
  tags: { min: 110, share: 1, cell: row => row.tags.join('、') },
  doNotCall: { min: 76, share: 0, cell: (row, { t }) => (row.doNotCall ? t.leads.doNotCall : '') },
  cools: {
    min: 88,
    share: 0,
    isNumber: true,
    sort: 'cools',
    cell: (row, context) => day(row.coolsOn, context),
  },
  reasons: {
    min: 160,
    share: 2,
    cell: (row, { t }) => {
      const told = reasonLine(t, row.reasons ?? []);
      return told === '' ? t.common.none : <span title={told}>{told}</span>;
    },
  },
  trashed: { min: 172, share: 0, isNumber: true, sort: 'trashed', cell: thrownAway },
};

/** Columns that stay while a drawer or a small window takes the room: who it is and when. The drawer says what to do. */
export const narrowColumns = ['rank', 'company', 'name', 'next'] as const;
/** The least they can do with: 520 px beside an open drawer. */
const narrowGrid = {
  template: '24px 76px minmax(132px, 1.6fr) minmax(80px, 1fr) 92px',
  minWidth: 500,
  lefts: [],
};
const boxWidth = 24;
const gap = 12;
const padding = 24;

/**
 * The grid of a row: the box to tick, then the columns with the widths somebody gave them. `lefts`: where the gap before
 * each begins while the list is wider than its window.
 */
export function gridOf(
  shown: readonly ListColumn[],
  widths: Partial<Record<ListColumn, number>>,
  isNarrow: boolean,
): { readonly template: string; readonly minWidth: number; readonly lefts: readonly number[] } {
  if (isNarrow) return narrowGrid;
  const tracks = shown.map(column => {
    const own = widths[column];
    const { min, share } = columns[column];
    if (own !== undefined) return { text: `${own}px`, min: own };
    return { text: share === 0 ? `${min}px` : `minmax(${min}px, ${share}fr)`, min };
  });
  let left = padding + boxWidth;
  const lefts = tracks.map(({ min }) => {
    const own = left;
    left += min + gap;
    return own;
  });
  return {
    lefts,
    template: [`${boxWidth}px`, ...tracks.map(track => track.text)].join(' '),
    minWidth: tracks.reduce((sum, track) => sum + track.min + gap, boxWidth) + 2 * padding,
  };
}
