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

/** 商談 as rows, with the days of their steps. */
export function DealTable({ deals }: { readonly deals: readonly Opportunity[] }) {
  const { t } = useI18n();
  const { opportunities: words } = t;
  return (
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
  );
}
