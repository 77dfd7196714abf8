import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { DayField, TimeField } from '#renderer/components/typed-fields.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { focusFirst } from '#renderer/lib/focus-first.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Lead } from '#shared/contract/leads.ts';
import { type Day, instantAt } from '#shared/domain/base/days.ts';
import { nextBusinessDay } from '#shared/domain/calendar/calendar.ts';
import { CHOSEN_NEXT } from '#shared/domain/journey/next-action.ts';

type NextFormProps = { readonly lead: Lead; readonly today: Day; readonly onDone: () => void };

/** 次回を決める: what, on which day, and at what time if one was promised. Starts from what stands, or tomorrow's business. */
export function NextForm({ lead, today, onDone }: NextFormProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const cal = useCalendar();
  const stands = CHOSEN_NEXT.find(kind => kind === lead.nextKind);
  const [kind, setKind] = useState(stands ?? CHOSEN_NEXT[0]);
  const [on, setOn] = useState<Day | null>(stands ? lead.nextOn : nextBusinessDay(cal, today));
  const [minute, setMinute] = useState<number | null>(null);
  const change = useMutation(
    orpc.journey.setNext.mutationOptions({
      onSuccess: done => {
        onDone();
        undo.offer(t.leadPage.next.saved, done.operationUid);
      },
    }),
  );
  const save = (): void => {
    if (on === null || change.isPending) return;
    change.mutate({
      leadUid: lead.uid,
      kind,
      on,
      ...(minute === null ? {} : { at: instantAt(on, minute) }),
    });
  };
  useKeys([
    { keys: 'mod+Enter', label: t.leadPage.next.setNext, run: save, whileTyping: true },
    { keys: 'Escape', label: t.common.cancel, run: onDone, whileTyping: true },
  ]);
  return (
    <div className="touch-form">
      <NativeSelect
        label={t.leadPage.next.kind}
        value={kind}
        ref={focusFirst}
        data={CHOSEN_NEXT.map(value => ({ value, label: t.leads.nextKinds[value] }))}
        onChange={event => setKind(CHOSEN_NEXT.find(known => known === event.currentTarget.value) ?? kind)}
      />
      <DayField label={t.leadPage.next.on} value={on} today={today} onChange={setOn} />
      <TimeField label={t.leadPage.next.at} value={minute} onChange={setMinute} />
      <div className="wide">
        <Button loading={change.isPending} onClick={save} rightSection={<Keycap keys="mod+Enter" />}>
          {t.leadPage.next.setNext}
        </Button>{' '}
        <Button onClick={onDone}>{t.common.cancel}</Button>
      </div>
      <Failure error={change.error} />
    </div>
  );
}
