import './opportunities.css';
import { NativeSelect } from '@mantine/core';
import { Link, useParams } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { OpportunityDetail } from '#shared/contract/opportunities.ts';
import { isOpenStage, OPEN_STAGES } from '#shared/domain/opportunities/stages.ts';
import { DealFields } from './deal-fields.tsx';
import { DealHandovers, DealTasks } from './deal-hand-overs.tsx';
import { DealLog } from './deal-log.tsx';
import { useDeal } from './queries.ts';
import { Steps } from './steps.tsx';
import { type Target, useBoard } from './use-board.tsx';

const targets: readonly Target[] = [...OPEN_STAGES, 'won', 'lost'];

/** The stage, to be changed here as well as on the board. */
function StageChoice({ deal }: { readonly deal: OpportunityDetail }) {
  const { t } = useI18n();
  const { to, dialog } = useBoard([deal]);
  const { stages } = t.opportunities;
  return (
    <>
      {dialog}
      {isOpenStage(deal.stage) ? (
        <NativeSelect
          aria-label={t.opportunities.stage}
          value={deal.stage}
          data={targets.map(value => ({ value, label: stages[value] }))}
          onChange={event => {
            const target = targets.find(value => value === event.currentTarget.value);
            if (target) to(deal.uid, target);
          }}
        />
      ) : (
        <b>{stages[deal.stage]}</b>
      )}
    </>
  );
}

/** One 商談: its days, the meeting, hand-overs, what was promised, and what was done to it. */
export function DealPage() {
  const { t } = useI18n();
  const { uid } = useParams<{ uid: string }>();
  const { data: deal, error, refetch } = useDeal(uid);
  const today = useStatus()?.today;
  if (!deal || today === undefined)
    return (
      <Page title={t.opportunities.title}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    );
  return (
    <Page
      title={deal.companyName || deal.name}
      lead={
        <>
          <RankSeal band={deal.band} />{' '}
          <Link href={`/leads/${deal.leadUid}`}>{[deal.name, deal.title].join('　')}</Link>{' '}
          {t.opportunities.days(deal.daysInStage)}
          {deal.lostReason === null ? '' : `　${codeText(t.opportunities.lostReasons, deal.lostReason)}`}
        </>
      }
      actions={
        <>
          <StageChoice deal={deal} />
          <Link href="/opportunities">{t.opportunities.back}</Link>
        </>
      }
    >
      <Steps deal={deal} today={today} />
      <DealHandovers deal={deal} />
      {deal.overrideReason === '' ? null : (
        <Section title={t.opportunities.override}>
          <p>{deal.overrideReason}</p>
        </Section>
      )}
      <DealTasks tasks={deal.tasks} />
      <DealFields key={`${deal.uid} ${deal.meetingOn} ${deal.amount}`} deal={deal} today={today} />
      <DealLog log={deal.log} />
    </Page>
  );
}
