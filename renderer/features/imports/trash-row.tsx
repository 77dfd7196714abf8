import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Answers, ImportRow } from '#shared/contract/imports.ts';

type TrashRowProps = { readonly importUid: string; readonly row: ImportRow; readonly leadUid: string };

/** A row of somebody in the trash: the person comes back with what the row says, or the row stays out. */
export function TrashRow({ importUid, row, leadUid }: TrashRowProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const fix = useMutation(
    orpc.imports.fixRows.mutationOptions({
      onSuccess: ({ rows: [now], operationUid }) => {
        if (!now) return;
        undo.offer(t.imports.rowTaken(t.imports.outcome[now.outcome]), operationUid);
      },
    }),
  );
  const say = (answer: Answers[string]): void =>
    fix.mutate({ importUid, rows: [{ line: row.line, cells: row.cells, answer }] });
  return (
    <div className="trash-row">
      <Button
        size="xs"
        loading={fix.isPending}
        aria-label={t.imports.askedRow(row.line, t.imports.backFromTrash)}
        onClick={() => say({ kind: 'same', uid: leadUid })}
      >
        {t.imports.backFromTrash}
      </Button>
      <Button
        size="xs"
        disabled={fix.isPending}
        aria-label={t.imports.askedRow(row.line, t.imports.stayInTrash)}
        onClick={() => say({ kind: 'leaveOut' })}
      >
        {t.imports.stayInTrash}
      </Button>
      <Failure error={fix.error} />
    </div>
  );
}
