import { Button, NumberInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { MANUAL_POINTS, zManualPoints } from '#shared/domain/scoring/rules.ts';

/** Points somebody gives or takes by hand: never without a reason, and undone like everything else. */
export function ManualPoints({ leadUid, onDone }: { readonly leadUid: string; readonly onDone: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const words = t.scoring.manual;
  const [points, setPoints] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const given = zManualPoints.safeParse({ points, reason });
  const isWrong = (field: string): boolean =>
    isAsked && (given.error?.issues.some(issue => issue.path[0] === field) ?? false);
  const record = useMutation(
    orpc.events.record.mutationOptions({
      onSuccess: (done, { data }) => {
        onDone();
        undo.offer(words.saved(Number(data?.['points'])), done.operationUid);
      },
    }),
  );
  const save = (): void => {
    setIsAsked(true);
    if (given.success && !record.isPending) record.mutate({ leadUid, kind: MANUAL_POINTS, data: given.data });
  };
  useKeys([
    { keys: 'mod+Enter', label: words.save, run: save, whileTyping: true },
    { keys: 'Escape', label: t.common.cancel, run: onDone, whileTyping: true },
  ]);
  return (
    <div className="manual-points">
      <NumberInput
        label={words.points}
        data-autofocus
        min={-100}
        max={100}
        allowDecimal={false}
        clampBehavior="none"
        hideControls
        value={points}
        error={isWrong('points') ? words.pointsNeeded : undefined}
        onChange={setPoints}
      />
      <TextInput
        label={words.reason}
        maxLength={200}
        value={reason}
        error={isWrong('reason') ? words.reasonNeeded : undefined}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div>
        <Button loading={record.isPending} onClick={save} rightSection={<Keycap keys="mod+Enter" />}>
          {words.save}
        </Button>{' '}
        <Button onClick={onDone}>{t.common.cancel}</Button>
      </div>
      <Failure error={record.error} />
    </div>
  );
}
