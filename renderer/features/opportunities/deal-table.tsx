import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { Opportunity } from '#shared/contract/opportunities.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { formatDay } from '#shared/i18n/format.ts';

function Row({ deal }: { readonly deal: Opportunity }) {
  const { t, lang } = useI18n();
  const { opportunities: words, common } = t;
  const day = (on: Day | null): string => (on === null ? common.none : formatDay(on, lang));
  return (
    <tr>
      <td>
        <RankSeal band={deal.band} />
      </td>
      <td className="two-line">
        <Link href={`/opportunities/${deal.uid}`} data-deal={deal.uid}>
          {deal.companyName || deal.name}
        </Link>
        <span className="second">{deal.name}</span>
      </td>
      <td className="two-line">
        {words.stages[deal.stage]}
        {deal.lostReason === null ? null : (
          <span className="second">{codeText(words.lostReasons, deal.lostReason)}</span>
        )}
      </td>
      <td className="num">{words.days(deal.daysInStage)}</td>
      <td>{day(deal.appointmentOn)}</td>
      <td>{day(deal.metOn)}</td>
      <td>{day(deal.acceptedOn)}</td>
      <td>{words.states[deal.handover.state]}</td>
      <td className="muted">{deal.ownerName ?? common.none}</td>
      <td className="num">{deal.amount === null ? common.none : words.yen(deal.amount)}</td>
    </tr>
  );
}

type TableProps = {
  readonly deals: readonly Opportunity[];
  readonly total: number;
  readonly isLoading: boolean;
  readonly onMore: () => unknown;
};

/** 商談 as rows, with the days of their steps; the next rows come when the end is in view. */
export function DealTable({ deals, total, isLoading, onMore }: TableProps) {
  const { t } = useI18n();
  const { opportunities: words } = t;
  const rest = total - deals.length;
  return (
    <>
      <table className="table" aria-label={words.list}>
        <thead>
          <tr>
            <th>{t.leads.rankFilter}</th>
            <th>{words.who}</th>
            <th>{words.stage}</th>
            <th className="num" title={words.daysNote}>
              {words.since}
            </th>
            <th>{words.steps.appointment}</th>
            <th>{words.steps.met}</th>
            <th>{words.steps.accepted}</th>
            <th>{words.handovers}</th>
            <th>{words.owner}</th>
            <th className="num">{t.opportunities.amountShort}</th>
          </tr>
        </thead>
        <tbody>
          {deals.map(deal => (
            <Row key={deal.uid} deal={deal} />
          ))}
        </tbody>
      </table>
      {deals.length > 0 && rest > 0 ? (
        <More key={deals.length} rest={rest} isLoading={isLoading} onMore={onMore} />
      ) : null}
    </>
  );
}

/** The end of the rows that are there. */
function More({
  rest,
  isLoading,
  onMore,
}: Pick<TableProps, 'isLoading' | 'onMore'> & { readonly rest: number }) {
  const { t } = useI18n();
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const watch = new IntersectionObserver(seen => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) onMore();
    });
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  }, [onMore]);
  return (
    <Button ref={end} className="deal-more" size="xs" loading={isLoading} onClick={() => onMore()}>
      {t.opportunities.moreRows(rest)}
    </Button>
  );
}
