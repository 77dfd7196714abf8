import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useEnroll } from '#renderer/lib/use-enroll.ts';
import type { Sequence } from '#shared/contract/mail.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { exampleOf } from './example.ts';
import { useSender, useSequences, useWaiting } from './queries.ts';

function Step({ step }: { readonly step: Sequence['steps'][number] }) {
  const { t } = useI18n();
  const today = useStatus()?.today;
  const sender = useSender().data?.sender;
  const cal = useCalendar();
  const shown = (template: string): string =>
    today === undefined ? template : exampleOf(template, sender, today, cal);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <b>{t.mailScreen.step(step.no)}</b> <span className="muted">{t.mailScreen.after(step.afterDays)}</span>{' '}
      <br />
      {shown(step.subject)}{' '}
      <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? t.mailScreen.hideText : t.mailScreen.showText}
      </button>
      {isOpen ? (
        <>
          <span className="small muted">{t.mailScreen.example}</span>
          <pre className="mail-text">{shown(step.text)}</pre>
        </>
      ) : null}
    </li>
  );
}

type StartProps = { readonly sequence: Sequence; readonly leadUids: string[] };

/** Starts the mails for everybody who waits for them. What has left cannot be called back, so it asks once. */
function Start({ sequence, leadUids }: StartProps) {
  const { t } = useI18n();
  const enroll = useEnroll();
  const [isAsked, setIsAsked] = useState(false);
  const close = (): void => setIsAsked(false);
  const who = t.common.people(leadUids.length);
  return (
    <>
      <Button variant="filled" loading={enroll.isPending} onClick={() => setIsAsked(true)}>
        {t.mailScreen.enrollWho(who)}
      </Button>
      <Failure error={enroll.error} />
      <Dialog isOpen={isAsked} onClose={close} title={t.mailScreen.enrollWho(who)} size="md">
        <p className="prose">{t.mailScreen.enrollAsk(who, sequence.steps.length)}</p>
        <div className="lead-form-foot">
          <Button
            variant="filled"
            data-autofocus
            onClick={() => {
              close();
              enroll.run(leadUids, sequence.key);
            }}
          >
            {t.mailScreen.enrollStart}
          </Button>
          <Button onClick={close}>{t.common.cancel}</Button>
        </div>
      </Dialog>
    </>
  );
}

function OneSequence({ sequence }: { readonly sequence: Sequence }) {
  const { t } = useI18n();
  const waiting = useWaiting(sequence.key);
  const leadUids = waiting.data?.leadUids;
  return (
    <Section title={sequence.name} note={t.mailScreen.steps(sequence.steps.length)}>
      <div className="sequence-head">
        <span>{t.mailScreen.enrolledNow(sequence.enrolled)}</span>
        {leadUids?.length === 0 ? <span className="small muted end">{t.mailScreen.enrollNone}</span> : null}
        {leadUids && leadUids.length > 0 ? (
          <span className="end">
            <Start sequence={sequence} leadUids={leadUids} />
          </span>
        ) : null}
      </div>
      <Failure error={waiting.error} />
      <ol className="mail-steps">
        {sequence.steps.map(step => (
          <Step key={step.no} step={step} />
        ))}
      </ol>
    </Section>
  );
}

/** The sequences with their mails, texts to read, and whom to start them for. */
export function Sequences() {
  const { t } = useI18n();
  const sequences = useSequences();
  if (sequences.error) return <Failure error={sequences.error} onRetry={() => void sequences.refetch()} />;
  if (sequences.data?.length === 0)
    return <EmptyState title={t.mailScreen.emptyTitle} text={t.mailScreen.emptyText} />;
  return (sequences.data ?? []).map(sequence => <OneSequence key={sequence.key} sequence={sequence} />);
}
