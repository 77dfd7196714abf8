import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Section } from '#renderer/components/section.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Opportunity } from '#shared/contract/opportunities.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { type DealStep, STEPS } from '#shared/domain/opportunities/stages.ts';
import { formatDay } from '#shared/i18n/format.ts';

const dayOfStep = (deal: Opportunity, step: DealStep): Day | null =>
  ({ appointment: deal.appointmentOn, met: deal.metOn, accepted: deal.acceptedOn })[step];

function useSetStep(onDone: () => void) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  return useMutation(
    orpc.opportunities.setStep.mutationOptions({
      onSuccess: done => {
        onDone();
        undo.offer(t.opportunities.corrected, done.operationUid);
      },
    }),
  );
}

type CorrectionProps = {
  readonly uid: string;
  readonly step: DealStep;
  readonly before: Day;
  readonly today: Day;
  readonly onDone: () => void;
};

function Correction({ uid, step, before, today, onDone }: CorrectionProps) {
  const { t } = useI18n();
  const [on, setOn] = useState<Day | null>(before);
  const [reason, setReason] = useState('');
  const set = useSetStep(onDone);
  const isReady = on !== null && on !== before && on <= today && reason.trim() !== '';
  const save = (): void => {
    if (isReady && !set.isPending) set.mutate({ uid, step, on, reason });
  };
  useKeys([
    { keys: 'mod+Enter', label: t.opportunities.correct, run: save, whileTyping: true, inDialog: true },
  ]);
  return (
    <div className="deal-criteria">
      <p className="muted">{t.opportunities.correctNote}</p>
      <DayField label={t.opportunities.steps[step]} value={on} today={today} onChange={setOn} />
      <TextInput
        label={t.opportunities.correctReason}
        required
        value={reason}
        maxLength={500}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Failure error={set.error} />
      <div>
        <Button
          variant="filled"
          disabled={!isReady}
          loading={set.isPending}
          onClick={save}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {t.opportunities.correct}
        </Button>
      </div>
    </div>
  );
}

/** The days the rates count by; a correction needs a reason and stays in the log. */
export function Steps({ deal, today }: { readonly deal: Opportunity; readonly today: Day }) {
  const { t, lang } = useI18n();
  const { opportunities: words } = t;
  const [step, setStep] = useState<DealStep | null>(null);
  const close = (): void => setStep(null);
  const met = useSetStep(close);
  const before = step === null ? null : dayOfStep(deal, step);
  return (
    <Section title={words.stepsTitle} note={words.fixedNote}>
      <div className="deal-steps">
        {STEPS.map(code => {
          const on = dayOfStep(deal, code);
          return (
            <div key={code}>
              <span className="small muted">{words.steps[code]}</span>
              <b>{on === null ? t.common.none : formatDay(on, lang)}</b>
              {on === null ? null : (
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.correctTitle(words.steps[code])}
                  onClick={() => setStep(code)}
                >
                  {words.correct}
                </button>
              )}
              {on === null && code === 'met' ? (
                <Button
                  size="xs"
                  loading={met.isPending}
                  onClick={() => met.mutate({ uid: deal.uid, step: 'met', on: today })}
                >
                  {words.noteMet}
                </Button>
              ) : null}
            </div>
          );
        })}
      </div>
      <Failure error={met.error} />
      <Dialog
        isOpen={step !== null}
        onClose={close}
        title={step === null ? '' : words.correctTitle(words.steps[step])}
      >
        {step !== null && before !== null ? (
          <Correction uid={deal.uid} step={step} before={before} today={today} onDone={close} />
        ) : null}
      </Dialog>
    </Section>
  );
}
