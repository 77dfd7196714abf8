import './outcome-pad.css';
import './reason-dialog.css';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { addDays, type Day } from '#shared/domain/base/days.ts';
import { businessDayFrom } from '#shared/domain/calendar/calendar.ts';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';
import { Keycap } from './keycap.tsx';
import { DayField } from './typed-fields.tsx';

/** Somebody is looked at again after so many days, unless another day is typed. */
const pauseDays = 90;

export type Ending<R extends string> = { readonly reason: R; readonly until: Day; readonly note: string };

type ReasonFormProps<R extends string> = {
  readonly label: string;
  readonly reasons: readonly R[];
  readonly texts: Readonly<Record<R, string>>;
  /** Label of a word to somebody, where there is one. */
  readonly noteLabel?: string;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSave: (ending: Ending<R>) => void;
};

function ReasonForm<R extends string>(props: ReasonFormProps<R> & { readonly today: Day }) {
  const { t } = useI18n();
  const cal = useCalendar();
  const [reason, setReason] = useState<R | null>(null);
  const [until, setUntil] = useState<Day | null>(businessDayFrom(cal, addDays(props.today, pauseDays)));
  const [note, setNote] = useState('');
  const isReady = reason !== null && until !== null && until > props.today;
  const save = (): void => {
    if (isReady && !props.isPending) props.onSave({ reason, until, note });
  };
  useKeys([
    ...props.reasons.map((code, i) => ({
      keys: String(i + 1),
      label: props.texts[code],
      run: () => setReason(code),
      inDialog: true,
    })),
    { keys: 'mod+Enter', label: props.action, run: save, whileTyping: true, inDialog: true },
  ]);
  return (
    <div className="reason-form">
      <fieldset>
        <legend>{props.label}</legend>
        <div className="reason-keys">
          {props.reasons.map((code, i) => (
            <button
              key={code}
              type="button"
              className="pad-key"
              aria-pressed={reason === code}
              aria-keyshortcuts={String(i + 1)}
              data-autofocus={i === 0 || undefined}
              onClick={() => setReason(code)}
            >
              <Keycap keys={String(i + 1)} />
              {props.texts[code]}
            </button>
          ))}
        </div>
      </fieldset>
      <DayField label={t.opportunities.until} value={until} today={props.today} onChange={setUntil} />
      <p className="small muted">{t.opportunities.untilNote}</p>
      {props.noteLabel === undefined ? null : (
        <TextInput
          label={props.noteLabel}
          value={note}
          maxLength={1000}
          onChange={event => setNote(event.currentTarget.value)}
        />
      )}
      <Failure error={props.error} />
      <div>
        <Button
          variant="filled"
          disabled={!isReady}
          loading={props.isPending}
          onClick={save}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {props.action}
        </Button>
      </div>
    </div>
  );
}

type ReasonDialogProps<R extends string> = ReasonFormProps<R> & {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Ends something with a coded reason, by its digit, and the day to come back to the person. */
export function ReasonDialog<R extends string>({ title, isOpen, onClose, ...form }: ReasonDialogProps<R>) {
  const today = useStatus()?.today;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title}>
      {isOpen && today !== undefined ? <ReasonForm {...form} today={today} /> : null}
    </Dialog>
  );
}
