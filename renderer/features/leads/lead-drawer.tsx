import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { IconCopy, IconPencil, IconPhone, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { DuplicatesLink } from '#renderer/components/duplicates-link.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { LeadClocks } from '#renderer/components/lead-clocks.tsx';
import { Due, NextKind } from '#renderer/components/next-action.tsx';
import { OutcomePad } from '#renderer/components/outcome-pad.tsx';
import { RankSeal } from '#renderer/components/rank-seal.tsx';
import { SameCompany } from '#renderer/components/same-company.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useEnroll } from '#renderer/lib/use-enroll.ts';
import type { Lead } from '#shared/contract/leads.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { ExplanationTable } from './explanation-table.tsx';
import { LeadFacts } from './lead-facts.tsx';
import { LeadSources } from './lead-sources.tsx';
import { Leaving, TrashNote } from './leaving.tsx';
import { NextForm } from './next-form.tsx';
import { useExplanation, useLead } from './queries.ts';
import { RecordTouch } from './record-touch.tsx';
import { Timeline } from './timeline.tsx';

function Who({ lead }: { readonly lead: Lead }) {
  const { t } = useI18n();
  return (
    <div className="drawer-who">
      <div>
        <h2>
          {lead.name || lead.companyName}
          <small>{lead.kana}</small>
        </h2>
        <CompanyLine lead={lead} />
        <SameCompany value={lead.sameCompany} />
      </div>
      <div className="reach">
        {lead.phone === '' ? (
          <span className="warn">{t.leads.noPhone}</span>
        ) : (
          <span className="with-icon">
            <a className="phone" href={`tel:${lead.phone.replaceAll(/[^+\d]/g, '')}`}>
              {lead.phone}
            </a>
            <CopyButton value={lead.phone}>
              {({ copied, copy }) => (
                <Tooltip label={copied ? t.common.copied : t.leads.copyPhone}>
                  <ActionIcon aria-label={t.leads.copyPhone} onClick={copy}>
                    <IconCopy size={16} stroke={1.5} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
          </span>
        )}
        <div className="clip mono small">{lead.email || t.leads.noEmail}</div>
      </div>
    </div>
  );
}

/** Company, branch, department and title; the company leads to its own page. */
function CompanyLine({ lead }: { readonly lead: Lead }) {
  const rest = [lead.branch, lead.department, lead.title].filter(text => text !== '').join('　');
  return (
    <div className="muted">
      {lead.companyUid === null ? (
        lead.companyName
      ) : (
        <Link href={`/companies/${lead.companyUid}`}>{lead.companyName}</Link>
      )}
      {rest === '' ? '' : `　${rest}`}
    </div>
  );
}

function NextStrip({ lead, onChange }: { readonly lead: Lead; readonly onChange: () => void }) {
  const { t, lang } = useI18n();
  return (
    <div className="drawer-next">
      <span>
        <span className="small muted">{t.leads.nextAction}</span>
        <br />
        <b>
          <NextKind kind={lead.nextKind} />
        </b>
      </span>
      <Due on={lead.nextOn} />
      {lead.nextReason === null ? null : (
        <span className="muted">{codeText(t.leads.nextReasons, lead.nextReason)}</span>
      )}
      {lead.stop === null || lead.stopSinceOn === null ? null : (
        <span className="small muted">
          {t.journey.standing(t.journey.stops[lead.stop], formatDay(lead.stopSinceOn, lang))}
        </span>
      )}
      {lead.coolsOn === null ? null : (
        <span className="small muted" title={t.leads.coolsNote}>
          {t.leads.coolsOn(formatDay(lead.coolsOn, lang))}
        </span>
      )}
      <button type="button" className="link-button" aria-keyshortcuts="d" onClick={onChange}>
        {t.leadPage.next.setNext}
      </button>
      {lead.stop === 'closed' || lead.stop === 'handedOver' || lead.nextKind === 'answer' ? null : (
        <Link href={`/opportunities/hand-over/${lead.uid}`}>{t.opportunities.toHandOver}</Link>
      )}
      {lead.doNotCall ? <span className="late">{t.leads.doNotCall}</span> : null}
      {lead.suppressed ? <span className="late">{t.leads.suppressed}</span> : null}
    </div>
  );
}

function Explained({ uid }: { readonly uid: string }) {
  const { data, error, refetch } = useExplanation(uid);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return data ? <ExplanationTable explanation={data} /> : null;
}

type DrawerFootProps = {
  readonly lead: Lead;
  readonly isCalling: boolean;
  readonly isRecording: boolean;
  readonly onCall: () => void;
  readonly onRecord: () => void;
};

/** What can be done with this person now. */
function DrawerFoot({ lead, isCalling, isRecording, onCall, onRecord }: DrawerFootProps) {
  const { t } = useI18n();
  const enroll = useEnroll();
  return (
    <div className="drawer-foot">
      <Button
        variant="filled"
        leftSection={<IconPhone size={18} stroke={1.5} aria-hidden />}
        disabled={lead.doNotCall}
        aria-expanded={isCalling}
        onClick={onCall}
      >
        {t.leads.callNow}
      </Button>
      <Button
        leftSection={<IconPencil size={18} stroke={1.5} aria-hidden />}
        rightSection={<Keycap keys="r" />}
        aria-keyshortcuts="r"
        aria-expanded={isRecording}
        onClick={onRecord}
      >
        {t.leadPage.record}
      </Button>
      {lead.email === '' || lead.suppressed ? null : (
        <Button loading={enroll.isPending} onClick={() => enroll.run([lead.uid])}>
          {t.leads.enroll}
        </Button>
      )}
      <Failure error={enroll.error} />
    </div>
  );
}

type LeadDrawerProps = {
  readonly uid: string;
  readonly isRecording: boolean;
  readonly onRecording: (isRecording: boolean) => void;
  readonly onClose: () => void;
};

/** One person beside the list: who, what next, why these points, what happened. */
export function LeadDrawer({ uid, isRecording, onRecording, onClose }: LeadDrawerProps) {
  const { t } = useI18n();
  const { data: lead, error, refetch } = useLead(uid);
  const [isCalling, setIsCalling] = useState(false);
  const [isPlanning, setIsPlanning] = useState(false);
  const today = useStatus()?.today;
  const record = (): void => {
    setIsCalling(false);
    onRecording(!isRecording);
  };
  const call = (): void => {
    onRecording(false);
    setIsCalling(value => !value);
  };
  const plan = (): void => setIsPlanning(value => !value);
  useKeys([
    { keys: 'r', label: t.leadPage.record, run: record },
    { keys: 'd', label: t.leadPage.next.setNext, run: plan },
  ]);
  return (
    <aside className="drawer" aria-label={t.leads.drawer(lead?.name ?? '')}>
      <div className="drawer-head">
        <div className="drawer-top">
          {lead ? <RankSeal band={lead.band} withWord /> : null}
          {lead ? <b>{t.common.points(lead.total)}</b> : null}
          <span className="end">
            <ActionIcon aria-label={t.common.close} onClick={onClose}>
              <IconX size={18} stroke={1.5} aria-hidden />
            </ActionIcon>
          </span>
        </div>
        {lead ? <Who lead={lead} /> : null}
      </div>
      {lead && today !== undefined ? <TrashNote lead={lead} today={today} /> : null}
      {lead ? <NextStrip lead={lead} onChange={plan} /> : null}
      <div className="drawer-body">
        <Failure error={error} onRetry={() => void refetch()} />
        <DuplicatesLink leadUid={uid} />
        {isPlanning && lead && today !== undefined ? (
          <NextForm key={uid} lead={lead} today={today} onDone={() => setIsPlanning(false)} />
        ) : null}
        {isCalling ? <OutcomePad leadUid={uid} onDone={() => setIsCalling(false)} /> : null}
        {isRecording && today !== undefined ? (
          <RecordTouch leadUid={uid} today={today} onDone={() => onRecording(false)} />
        ) : null}
        <LeadClocks uid={uid} />
        <Explained uid={uid} />
        {lead ? <LeadFacts lead={lead} /> : null}
        {lead ? <Timeline events={lead.timeline} /> : null}
        {lead ? <LeadSources uid={uid} /> : null}
        {lead ? <Leaving lead={lead} onGone={onClose} /> : null}
      </div>
      {lead ? (
        <DrawerFoot
          lead={lead}
          isCalling={isCalling}
          isRecording={isRecording}
          onCall={call}
          onRecord={record}
        />
      ) : null}
    </aside>
  );
}
