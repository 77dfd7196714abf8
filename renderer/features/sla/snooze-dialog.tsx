import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { DayField, TimeField } from '#renderer/components/typed-fields.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { SlaClock } from '#shared/contract/sla.ts';
import { type Day, instantAt } from '#shared/domain/base/days.ts';
import { nextBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { formatDateTime } from '#shared/i18n/format.ts';

const nineOClock = 540;

type SnoozeFormProps = { readonly clock: SlaClock; readonly today: Day; readonly onDone: () => void };

function SnoozeForm({ clock, today, onDone }: SnoozeFormProps) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const cal = useCalendar();
  const [on, setOn] = useState<Day | null>(nextBusinessDay(cal, today));
  const [minute, setMinute] = useState<number | null>(nineOClock);
  const [reason, setReason] = useState('');
  const snooze = useMutation(
    orpc.sla.snooze.mutationOptions({
      onSuccess: done => {
        onDone();
        undo.offer(t.sla.snoozed, done.operationUid);
      },
    }),
  );
  const isReady = on !== null && minute !== null && reason.trim() !== '';
  const save = (): void => {
    if (on === null || minute === null || !isReady || snooze.isPending) return;
    snooze.mutate({ clockUid: clock.uid, until: instantAt(on, minute), reason });
  };
  useKeys([{ keys: 'mod+Enter', label: t.sla.snoozeSave, run: save, whileTyping: true, inDialog: true }]);
  return (
    <div className="sla-snooze">
      <p>
        <b>
          {clock.companyName} {clock.name}
        </b>{' '}
        {t.sla.due(formatDateTime(clock.dueAt, lang))}
      </p>
      <p className="muted">{t.sla.snoozeText}</p>
      <div className="sla-fields">
        <DayField label={t.sla.snoozeUntil} value={on} today={today} onChange={setOn} />
        <TimeField label={t.calls.time} value={minute} onChange={setMinute} />
        <TextInput
          className="wide"
          data-autofocus
          required
          label={t.sla.snoozeReason}
          value={reason}
          maxLength={200}
          onChange={event => setReason(event.currentTarget.value)}
        />
      </div>
      <Failure error={snooze.error} />
      <div>
        <Button
          variant="filled"
          disabled={!isReady}
          loading={snooze.isPending}
          onClick={save}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {t.sla.snoozeSave}
        </Button>
      </div>
    </div>
  );
}

type SnoozeDialogProps = {
  readonly clock: SlaClock | null;
  readonly today: Day;
  readonly onClose: () => void;
};

/** Puts a promise out of sight for a while; it asks why, because the promise goes on. */
export function SnoozeDialog({ clock, today, onClose }: SnoozeDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog isOpen={clock !== null} onClose={onClose} title={t.sla.snoozeTitle}>
      {clock === null ? null : <SnoozeForm clock={clock} today={today} onDone={onClose} />}
    </Dialog>
  );
}
