import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useHeld } from '#renderer/lib/unsaved.ts';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { CalendarChanges, CalendarEffect } from '#shared/contract/calendar.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';

/** What this screen changes; holidays come from a file. */
const changesOf = ({ holidays: _holidays, ...rest }: BusinessCalendar): CalendarChanges => rest;

export type Draft = {
  /** The calendar with what was changed here. */
  readonly calendar: BusinessCalendar;
  readonly isChanged: boolean;
  readonly change: (next: BusinessCalendar) => void;
  readonly discard: () => void;
  readonly save: () => void;
  readonly saving: { readonly isPending: boolean };
  readonly error: unknown;
  /** What saving would do, or what the last saving could not move. */
  readonly effect: CalendarEffect | null;
};

/** Changes wait until somebody saves them, so that a whole year is one version and one undo. */
export function useDraft(): Draft {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const stored = useCalendar();
  // A file of holidays that comes in meanwhile changes nothing that is edited here.
  useHeld(JSON.stringify(changesOf(stored)));
  const [draft, setDraft] = useState<BusinessCalendar | null>(null);
  const [done, setDone] = useState<CalendarEffect | null>(null);
  const changes = draft && changesOf(draft);
  const preview = useQuery({
    ...orpc.calendar.preview.queryOptions({ input: { changes: changes ?? {} } }),
    enabled: changes !== null,
    placeholderData: keepPreviousData,
  });
  const save = useMutation(
    orpc.calendar.save.mutationOptions({
      onSuccess: result => {
        setDraft(null);
        setDone(result);
        showToast({
          message: t.calendar.saved(result.moved),
          undoLabel: t.common.undo,
          onUndo: () => {
            setDone(null);
            undo.run(result.operationUid);
          },
        });
      },
    }),
  );
  return {
    calendar: draft ?? stored,
    isChanged: draft !== null,
    change: setDraft,
    discard: () => setDraft(null),
    save: () => {
      if (changes) save.mutate({ changes });
    },
    saving: { isPending: save.isPending },
    error: save.error ?? (draft ? preview.error : null),
    effect: draft ? (preview.data ?? null) : done,
  };
}
