import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { TouchPad } from '#renderer/components/touch-pad.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Day } from '#shared/domain/base/days.ts';

/** What can be put down by hand; calls have a form of their own. */
const kinds = [
  'enquiry.received',
  'material.requested',
  'quote.requested',
  'demo.requested',
  'visit.requested',
  'call.requested',
  'mail.replied',
  'seminar.attended',
] as const;

type RecordTouchProps = { readonly leadUid: string; readonly today: Day; readonly onDone: () => void };

/** 対応を記録: in two keys how somebody was in touch, and one step further what else happened. */
export function RecordTouch(props: RecordTouchProps) {
  const { t } = useI18n();
  const [isOther, setIsOther] = useState(false);
  const turn = (
    <button type="button" className="link-button" onClick={() => setIsOther(!isOther)}>
      {isOther ? t.touches.backToWays : t.touches.other}
    </button>
  );
  if (!isOther) return <TouchPad leadUid={props.leadUid} onDone={props.onDone} other={turn} />;
  return (
    <>
      <RecordEvent {...props} />
      {turn}
    </>
  );
}

/** What happened, when, one line of note. */
function RecordEvent({ leadUid, today, onDone }: RecordTouchProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [kind, setKind] = useState<(typeof kinds)[number]>('enquiry.received');
  const [on, setOn] = useState<Day | null>(today);
  const [note, setNote] = useState('');
  const record = useMutation(
    orpc.events.record.mutationOptions({
      onSuccess: done => {
        onDone();
        undo.offer(t.leadPage.recorded, done.operationUid);
      },
    }),
  );
  const save = (): void => {
    if (on === null || record.isPending) return;
    record.mutate({ leadUid, kind, occurredOn: on, data: note.trim() === '' ? {} : { note: note.trim() } });
  };
  useKeys([
    { keys: 'mod+Enter', label: t.leadPage.record, run: save, whileTyping: true },
    { keys: 'Escape', label: t.common.cancel, run: onDone, whileTyping: true },
  ]);
  return (
    <div className="touch-form">
      <NativeSelect
        label={t.leadPage.recordKind}
        value={kind}
        data={kinds.map(value => ({ value, label: t.leads.eventKinds[value] }))}
        onChange={event => setKind(kinds.find(known => known === event.currentTarget.value) ?? kind)}
      />
      <DayField label={t.leadPage.recordOn} value={on} today={today} onChange={setOn} />
      <TextInput
        className="wide"
        label={t.leadPage.note}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <div className="wide">
        <Button loading={record.isPending} onClick={save} rightSection={<Keycap keys="mod+Enter" />}>
          {t.leadPage.record}
        </Button>{' '}
        <Button onClick={onDone}>{t.common.cancel}</Button>
      </div>
      <Failure error={record.error} />
    </div>
  );
}
