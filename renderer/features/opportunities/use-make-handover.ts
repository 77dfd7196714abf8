import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { type Day, instantAt } from '#shared/domain/base/days.ts';
import { type Criteria, unmetOf } from '#shared/domain/opportunities/criteria.ts';
import type { TaskDraft } from './task-fields.tsx';

export interface HandoverDraft {
  readonly toUid: string;
  readonly said: string;
  readonly meetingOn: Day | null;
  /** Minutes since midnight. */
  readonly meetingMinute: number | null;
  readonly place: string;
  readonly tasks: readonly TaskDraft[];
  readonly met: readonly string[];
  readonly overrideReason: string;
}

/** The form of a hand-over while it is filled in, and making it. */
export function useMakeHandover(
  lead: { uid: string; name: string },
  initial: HandoverDraft,
  criteria: Criteria,
) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(initial);
  const make = useMutation(
    orpc.handovers.make.mutationOptions({
      onSuccess: done => {
        navigate(`/opportunities/${done.opportunityUid}`);
        showToast({
          message: t.opportunities.handedOver(lead.name),
          undoLabel: t.common.undo,
          onUndo: () => {
            navigate('/opportunities');
            undo.run(done.operationUid);
          },
        });
      },
    }),
  );
  const { meetingOn, meetingMinute, tasks, met, ...rest } = draft;
  const isReady =
    (unmetOf(criteria, met).length === 0 || draft.overrideReason.trim() !== '') &&
    tasks.every(task => task.text.trim() === '' || task.dueOn !== null);
  const save = (): void => {
    if (!isReady || make.isPending) return;
    make.mutate({
      ...rest,
      leadUid: lead.uid,
      met: [...met],
      tasks: tasks.flatMap(({ kind, text, dueOn }) =>
        text.trim() === '' || dueOn === null ? [] : [{ kind, text, dueOn }],
      ),
      ...(meetingOn === null ? {} : { meetingOn }),
      ...(meetingOn === null || meetingMinute === null
        ? {}
        : { meetingAt: instantAt(meetingOn, meetingMinute) }),
    });
  };
  const set = (patch: Partial<HandoverDraft>): void => setDraft(before => ({ ...before, ...patch }));
  return { draft, set, save, isReady, isPending: make.isPending, error: make.error };
}
