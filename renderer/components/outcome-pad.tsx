import './outcome-pad.css';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { useCallRules } from '#renderer/lib/use-call-rules.ts';
import { useRecordCall, type CallRecord } from '#renderer/lib/use-record-call.ts';
import { type CallRules, reasonsFor } from '#shared/domain/calls/call-rules.ts';
import { CALL_RESULTS, OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import type { Outcome } from '#shared/contract/calls.ts';
import { instantAt, type Day } from '#shared/domain/base/days.ts';
import { nextBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { outcomeWord, reasonWord } from '#shared/i18n/call-words.ts';
import { Failure } from './failure.tsx';
import { Keycap } from './keycap.tsx';
import { Section } from './section.tsx';
import { DayField, TimeField } from './typed-fields.tsx';

/** Outcomes that need a day before they can be written down. */
const timed = ['callback', 'appointment', 'other'] as const;
type Timed = (typeof timed)[number];
const isTimed = (outcome: Outcome): outcome is Timed => timed.some(known => known === outcome);
const tenOClock = 600;

type MoreProps = {
  readonly outcome: Outcome;
  readonly rules: CallRules;
  readonly today: Day;
  readonly isPending: boolean;
  readonly onSave: (more: Partial<CallRecord>) => void;
  readonly onCancel: () => void;
};

/** Day and time, or the reason of a refusal; prefilled so that one more key saves. */
function More({ outcome, rules, today, isPending, onSave, onCancel }: MoreProps) {
  const { t } = useI18n();
  const cal = useCalendar();
  const [on, setOn] = useState<Day | null>(nextBusinessDay(cal, today));
  const [time, setTime] = useState<number | null>(tenOClock);
  const reasons = reasonsFor(rules, outcome);
  const [chosenReason, setReason] = useState<string | null>(null);
  const reason = chosenReason ?? reasons[0];
  const [doNotCall, setDoNotCall] = useState(false);
  const save = (): void => {
    if (!isTimed(outcome)) return onSave({ ...(reason && { reason }), doNotCall });
    if (on === null || time === null) return undefined;
    return onSave(outcome === 'other' ? { nextOn: on } : { nextAt: instantAt(on, time) });
  };
  useKeys([{ keys: 'mod+Enter', label: t.calls.saveResult, run: save, whileTyping: true }]);
  return (
    <div className="pad-more">
      {isTimed(outcome) ? (
        <>
          <DayField label={t.calls.when[outcome]} value={on} today={today} onChange={setOn} />
          {outcome === 'other' ? null : <TimeField label={t.calls.time} value={time} onChange={setTime} />}
        </>
      ) : (
        <>
          <NativeSelect
            label={outcome === 'declined' ? t.calls.declineReason : t.calls.reason}
            value={reason ?? ''}
            data={reasons.map(value => ({ value, label: reasonWord(t, value) }))}
            onChange={event => setReason(event.currentTarget.value)}
          />
          <Checkbox
            label={t.calls.doNotCall}
            checked={doNotCall}
            onChange={event => setDoNotCall(event.currentTarget.checked)}
          />
        </>
      )}
      <div className="wide pad-foot">
        <Button
          variant="filled"
          loading={isPending}
          onClick={save}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {t.calls.saveResult}
        </Button>
        <Button onClick={onCancel}>{t.common.cancel}</Button>
      </div>
    </div>
  );
}

type OutcomePadProps = {
  readonly leadUid: string;
  readonly listRowUid?: string;
  readonly onDone: (outcome: Outcome) => void;
};

/** The ten outcomes on keys 1 to 9 and 0, with one line for a note. */
export function OutcomePad({ leadUid, listRowUid, onDone }: OutcomePadProps) {
  const { t } = useI18n();
  const today = useStatus()?.today;
  const rules = useCallRules();
  const [chosen, setChosen] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const record = useRecordCall(outcome => {
    setChosen(null);
    setNote('');
    onDone(outcome);
  });
  const save = (outcome: Outcome, more: Partial<CallRecord> = {}): void =>
    record.run({ leadUid, listRowUid, outcome, note, ...more });
  const press = (outcome: Outcome): void => {
    if (record.isPending) return;
    if (isTimed(outcome) || reasonsFor(rules, outcome).length > 0) setChosen(outcome);
    else save(outcome);
  };
  useKeys(
    CALL_RESULTS.map(outcome => ({
      keys: OUTCOMES[outcome].key,
      label: outcomeWord(t, rules, outcome),
      run: () => press(outcome),
    })),
  );
  return (
    <div className="pad">
      <Section title={t.calls.recordTitle}>
        <div className="pad-keys">
          {CALL_RESULTS.map(outcome => (
            <button
              key={outcome}
              type="button"
              className="pad-key"
              aria-keyshortcuts={OUTCOMES[outcome].key}
              aria-pressed={chosen === outcome}
              onClick={() => press(outcome)}
            >
              <Keycap keys={OUTCOMES[outcome].key} />
              {outcomeWord(t, rules, outcome)}
            </button>
          ))}
        </div>
        <TextInput label={t.calls.note} value={note} onChange={event => setNote(event.currentTarget.value)} />
        {chosen === null || today === undefined ? null : (
          <More
            key={chosen}
            outcome={chosen}
            rules={rules}
            today={today}
            isPending={record.isPending}
            onSave={more => save(chosen, more)}
            onCancel={() => setChosen(null)}
          />
        )}
        <Failure error={record.error} />
      </Section>
    </div>
  );
}
