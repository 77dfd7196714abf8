import { Button, Checkbox, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Keycap } from '#renderer/components/keycap.tsx';
import { DayField, TimeField } from '#renderer/components/typed-fields.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import type { CallCard } from '#shared/contract/call-work.ts';
import type { Outcome } from '#shared/contract/calls.ts';
import { type Day, instantAt } from '#shared/domain/base/days.ts';
import { nextBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { type CallRules, reasonsFor } from '#shared/domain/calls/call-rules.ts';
import { OUTCOMES } from '#shared/domain/calls/outcomes.ts';
import type { More } from './use-call-work.ts';

type Timed = 'appointment' | 'callback' | 'other';
/** What a key asks before it saves. */
export type Asked =
  | { readonly what: 'when'; readonly outcome: Timed }
  | { readonly what: 'reason'; readonly outcome: Outcome }
  | { readonly what: 'doNotCall' };

const isTimed = (outcome: Outcome): outcome is Timed =>
  outcome === 'appointment' || outcome === 'callback' || outcome === 'other';

/** What an outcome asks: a day and time, one of its reasons, or nothing. */
export function askedBy(outcome: Outcome, rules: CallRules): Asked | null {
  if (isTimed(outcome)) return { what: 'when', outcome };
  return reasonsFor(rules, outcome).length > 0 ? { what: 'reason', outcome } : null;
}

const tenOClock = 600;

type FormProps = {
  readonly title: string;
  readonly saveLabel: string;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** One line of fields, saved by Ctrl+Enter and left by Esc. */
function AskForm({ title, saveLabel, canSave, onSave, onCancel, children }: FormProps) {
  const { t } = useI18n();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  useKeys([
    { keys: 'mod+Enter', label: saveLabel, run: () => (canSave ? onSave() : undefined), whileTyping: true },
    { keys: 'Escape', label: t.common.cancel, run: onCancel, whileTyping: true },
  ]);
  return (
    <div className="work-ask" ref={form}>
      <b>{title}</b>
      {children}
      <Button
        variant="filled"
        disabled={!canSave}
        onClick={onSave}
        rightSection={<Keycap keys="mod+Enter" />}
      >
        {saveLabel}
      </Button>
      <Button onClick={onCancel} rightSection={<Keycap keys="Escape" />}>
        {t.common.cancel}
      </Button>
    </div>
  );
}

type WhenProps = {
  readonly outcome: Timed;
  readonly label: string;
  readonly today: Day;
  readonly onSave: (outcome: Outcome, more: More) => void;
  readonly onCancel: () => void;
};

/** Day and time; of an appointment also the place, and nothing more. */
function When({ outcome, label, today, onSave, onCancel }: WhenProps) {
  const { t } = useI18n();
  const cal = useCalendar();
  const [on, setOn] = useState<Day | null>(nextBusinessDay(cal, today));
  const [minute, setMinute] = useState<number | null>(outcome === 'other' ? null : tenOClock);
  const [place, setPlace] = useState('');
  const [reached, setReached] = useState(false);
  const isMeeting = outcome === 'appointment';
  const needsTime = outcome !== 'other';
  const save = (): void => {
    if (on === null) return;
    const when = minute === null ? { nextOn: on } : { nextAt: instantAt(on, minute) };
    onSave(outcome, { ...when, ...(isMeeting ? { place: place.trim() } : { reached }) });
  };
  return (
    <AskForm
      title={label}
      saveLabel={t.calls.saveResult}
      canSave={on !== null && (minute !== null || !needsTime)}
      onSave={save}
      onCancel={onCancel}
    >
      <DayField label={t.calls.when[outcome]} value={on} today={today} onChange={setOn} />
      <TimeField label={t.calls.time} value={minute} onChange={setMinute} />
      {isMeeting ? (
        <TextInput
          className="place"
          label={t.callWork.place}
          value={place}
          maxLength={200}
          onChange={event => setPlace(event.currentTarget.value)}
        />
      ) : (
        <Checkbox
          label={t.calls.reached}
          checked={reached}
          onChange={event => setReached(event.currentTarget.checked)}
        />
      )}
    </AskForm>
  );
}

type ReasonProps = {
  readonly outcome: Outcome;
  readonly label: string;
  readonly reasons: readonly string[];
  readonly onSave: (outcome: Outcome, more: More) => void;
  readonly onCancel: () => void;
};

/** One more key says why, and saves. */
function ReasonKeys({ outcome, label, reasons, onSave, onCancel }: ReasonProps) {
  const { t } = useI18n();
  const isNeeded = OUTCOMES[outcome].requires.some(requirement => requirement === 'reason');
  const choices = [
    ...reasons.map((reason, i) => ({
      key: String(i + 1),
      text: codeText(t.calls.declineReasons, reason),
      more: { reason },
    })),
    ...(isNeeded ? [] : [{ key: '0', text: t.callWork.noReason, more: {} }]),
  ];
  useKeys([
    ...choices.map(({ key, text, more }) => ({ keys: key, label: text, run: () => onSave(outcome, more) })),
    { keys: 'Escape', label: t.common.cancel, run: onCancel, whileTyping: true },
  ]);
  return (
    <div className="work-ask">
      <b>{t.callWork.reason(label)}</b>
      <div className="pad-keys">
        {choices.map(({ key, text, more }) => (
          <button
            key={key}
            type="button"
            className="pad-key"
            aria-keyshortcuts={key}
            onClick={() => onSave(outcome, more)}
          >
            <Keycap keys={key} />
            {text}
          </button>
        ))}
      </div>
      <Button onClick={onCancel} rightSection={<Keycap keys="Escape" />}>
        {t.common.cancel}
      </Button>
    </div>
  );
}

type AskProps = {
  readonly asked: Asked;
  readonly card: CallCard;
  readonly rules: CallRules;
  readonly today: Day;
  readonly labelOf: (outcome: Outcome) => string;
  readonly onSave: (outcome: Outcome, more: More) => void;
  readonly onCancel: () => void;
};

/** What the key that was pressed still has to know, in place of the keys. */
export function WorkspaceAsk({ asked, card, rules, today, labelOf, onSave, onCancel }: AskProps) {
  const { t } = useI18n();
  if (asked.what === 'doNotCall')
    return (
      <AskForm
        title={t.callWork.doNotCall}
        saveLabel={t.callWork.doNotCallDo}
        canSave
        onSave={() => onSave('declined', { doNotCall: true })}
        onCancel={onCancel}
      >
        <p className="late">{t.callWork.doNotCallAsk(card.name || card.companyName)}</p>
      </AskForm>
    );
  const shared = { label: labelOf(asked.outcome), onSave, onCancel };
  if (asked.what === 'when')
    return <When key={asked.outcome} outcome={asked.outcome} today={today} {...shared} />;
  return <ReasonKeys outcome={asked.outcome} reasons={reasonsFor(rules, asked.outcome)} {...shared} />;
}
