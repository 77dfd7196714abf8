import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useHandoverAnswer } from '#renderer/components/hand-over-answer.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Due } from '#renderer/components/next-action.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { leadsWhere } from '#renderer/lib/lead-link.ts';
import type { Opportunity } from '#shared/contract/opportunities.ts';
import { useToComplete } from './queries.ts';

/** 引き渡し未完: an appointment was made, field sales knows nothing yet. */
export function ToComplete() {
  const { t } = useI18n();
  const { rows = [], total = 0 } = useToComplete().data ?? {};
  if (rows.length === 0) return null;
  return (
    <Section
      title={t.opportunities.toComplete}
      note={`${t.common.people(total)}　${t.opportunities.toCompleteNote}`}
    >
      {rows.map(lead => (
        <div className="deal-line" key={lead.uid}>
          <RankSeal band={lead.band} />
          <span className="two-line">
            <b className="clip">{lead.companyName || lead.name}</b>
            <span className="second clip">{lead.name}</span>
          </span>
          <Due on={lead.nextOn} />
          <Button size="xs" component={Link} href={`/opportunities/hand-over/${lead.uid}`}>
            {t.opportunities.handOver}
          </Button>
        </div>
      ))}
      {total > rows.length ? (
        <Link className="small" href={leadsWhere({ view: 'appointment' })}>
          {t.opportunities.restOfPeople(total - rows.length)}
        </Link>
      ) : null}
    </Section>
  );
}

/** Hand-overs that wait for field sales. */
export function Waiting({ deals }: { readonly deals: readonly Opportunity[] }) {
  const { t } = useI18n();
  const { accept, giveBack, dialog } = useHandoverAnswer();
  const waiting = deals.flatMap(deal =>
    deal.handover.uid !== null ? [{ deal, handed: { handoverUid: deal.handover.uid, name: deal.name } }] : [],
  );
  return (
    <>
      {dialog}
      {waiting.length === 0 ? null : (
        <Section
          title={t.opportunities.waiting}
          note={`${t.common.items(waiting.length)}　${t.opportunities.waitingNote}`}
        >
          {waiting.map(({ deal, handed }) => (
            <div
              className="deal-line"
              key={deal.uid}
              data-handover={handed.handoverUid}
              data-name={handed.name}
            >
              <RankSeal band={deal.band} />
              <span className="two-line">
                <b className="clip">{deal.companyName || deal.name}</b>
                <span className="second clip">
                  {deal.name}　{deal.handover.toName}
                </span>
              </span>
              <Link href={`/opportunities/${deal.uid}`}>{t.opportunities.open}</Link>
              <span className="deal-keys">
                <Button size="xs" onClick={() => accept(handed)} rightSection={<Keycap keys="y" />}>
                  {t.opportunities.accept}
                </Button>
                <Button size="xs" onClick={() => giveBack(handed)} rightSection={<Keycap keys="b" />}>
                  {t.opportunities.giveBack}
                </Button>
              </span>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}
