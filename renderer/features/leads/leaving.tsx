import { Button } from '@mantine/core';
import { IconEraser, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { Lead } from '#shared/contract/leads.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { trashDaysLeft } from '#shared/domain/leads/trash.ts';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Says that somebody lies in the trash, until when, and takes them out. */
export function TrashNote({ lead, today }: { readonly lead: Lead; readonly today: Day }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const restore = useMutation(
    orpc.leads.restore.mutationOptions({ onSuccess: () => showToast({ message: t.leadPage.restored }) }),
  );
  if (lead.trashedAt === null) return null;
  return (
    <div className="trash-note" role="status">
      <IconTrash {...icon} />
      <span>{t.leadPage.inTrash(trashDaysLeft(lead.trashedAt, today))}</span>
      <Button size="xs" loading={restore.isPending} onClick={() => restore.mutate({ uids: [lead.uid] })}>
        {t.leadPage.restore}
      </Button>
      <Failure error={restore.error} />
    </div>
  );
}

/** The two ways a person leaves: the trash, which gives them back for 30 days, and erasure, which does not. */
export function Leaving({ lead, onGone }: { readonly lead: Lead; readonly onGone: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const trash = useMutation(
    orpc.leads.trash.mutationOptions({
      onSuccess: done => {
        onGone();
        undo.offer(t.leadPage.trashed, done.operationUid);
      },
    }),
  );
  return (
    <p className="leaving">
      {lead.trashedAt === null ? (
        <button
          type="button"
          className="link-button with-icon"
          onClick={() => trash.mutate({ uids: [lead.uid] })}
        >
          <IconTrash {...icon} />
          {t.leadPage.toTrash}
        </button>
      ) : null}
      <Link href={`/leads/${lead.uid}/erase`} className="link-button late with-icon">
        <IconEraser {...icon} />
        {t.leadPage.erase}
      </Link>
      <Failure error={trash.error} />
    </p>
  );
}
