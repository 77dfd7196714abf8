import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Section } from '#renderer/components/section.tsx';
import { DayField, TimeField } from '#renderer/components/typed-fields.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Opportunity } from '#shared/contract/opportunities.ts';
import { type Day, instantAt, minuteOf } from '#shared/domain/base/days.ts';

const most = 999_999_999_999;

const draftOf = ({ amount, place, meetingOn, meetingAt, note }: Opportunity) => ({
  amount,
  place,
  meetingOn,
  minute: meetingAt === null ? null : minuteOf(meetingAt),
  note,
});

/** Amount, meeting, place and note; nothing of it is asked for. */
export function DealFields({ deal, today }: { readonly deal: Opportunity; readonly today: Day }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [draft, setDraft] = useState(() => draftOf(deal));
  const set = (patch: Partial<typeof draft>): void => setDraft(before => ({ ...before, ...patch }));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(deal));
  const update = useMutation(
    orpc.opportunities.update.mutationOptions({
      onSuccess: done => undo.offer(t.leads.saved, done.operationUid),
    }),
  );
  const save = (): void => {
    if (!isChanged || update.isPending) return;
    const { minute, meetingOn, ...rest } = draft;
    const meetingAt = meetingOn === null || minute === null ? null : instantAt(meetingOn, minute);
    update.mutate({ uid: deal.uid, ...rest, meetingOn, meetingAt });
  };
  const { opportunities: words } = t;
  useKeys([{ keys: 'mod+Enter', label: t.common.save, run: save, whileTyping: true }]);
  return (
    <Section title={words.meeting}>
      <div className="deal-fields">
        <DayField
          label={t.calls.date}
          value={draft.meetingOn}
          today={today}
          onChange={meetingOn => set({ meetingOn })}
        />
        <TimeField label={words.meetingTime} value={draft.minute} onChange={minute => set({ minute })} />
        <TextInput
          label={words.place}
          value={draft.place}
          maxLength={200}
          onChange={event => set({ place: event.currentTarget.value })}
        />
        <NumberInput
          label={words.amount}
          value={draft.amount ?? ''}
          min={0}
          max={most}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          hideControls
          onChange={value => set({ amount: typeof value === 'number' ? value : null })}
        />
        <Textarea
          className="wide"
          label={words.note}
          autosize
          minRows={1}
          maxLength={2000}
          value={draft.note}
          onChange={event => set({ note: event.currentTarget.value })}
        />
      </div>
      <div className="deal-tools">
        <Button
          disabled={!isChanged}
          loading={update.isPending}
          onClick={save}
          rightSection={<Keycap keys="mod+Enter" />}
        >
          {t.common.save}
        </Button>
        <Failure error={update.error} />
      </div>
    </Section>
  );
}
