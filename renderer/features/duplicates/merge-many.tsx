import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { Dialog } from '#renderer/components/dialog.tsx';
import { JobFailure } from '#renderer/components/job-failure.tsx';
import { JobProgress } from '#renderer/components/job-progress.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useJob, useJobResult } from '#renderer/lib/use-job.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';

const zMerged = z.object({ operationUid: z.string(), merged: z.number(), left: z.number() });
const zFound = z.object({ found: z.number() });

/** All ticked pairs at once, after one question; one undo for all of them. */
export function MergeMany({ uids }: { readonly uids: readonly string[] }) {
  const { t } = useI18n();
  const { client } = useBackend();
  const undo = useUndo();
  const [isAsking, setIsAsking] = useState(false);
  const job = useJob('duplicates.mergeMany');
  useJobResult(job, result => {
    setIsAsking(false);
    const { merged, left, operationUid } = zMerged.parse(result);
    const message = t.duplicates.mergedMany(merged, left);
    showToast({ message, undoLabel: t.common.undo, onUndo: () => undo.run(operationUid) });
  });
  const isRunning = job.event?.state === 'running';
  const run = (): void => job.start(async () => await client.duplicates.mergeMany({ pairUids: [...uids] }));
  return (
    <>
      <Button disabled={uids.length === 0} onClick={() => setIsAsking(true)}>
        {t.duplicates.mergeMany(uids.length)}
      </Button>
      <Dialog
        isOpen={isAsking || isRunning}
        onClose={() => setIsAsking(false)}
        title={t.duplicates.manyTitle(uids.length)}
      >
        {isRunning && job.event ? (
          <JobProgress
            event={job.event}
            title={t.duplicates.merging}
            phase={codeText(t.imports.phases, job.event.phase)}
            cancelNote={t.duplicates.mergeCancel}
            onCancel={job.cancel}
          />
        ) : (
          <>
            <p className="prose">{t.duplicates.manyText}</p>
            <p className="prose muted">
              {t.duplicates.manyUndo}
              {t.duplicates.manyLeft}
            </p>
            <JobFailure job={job} />
            <div className="other-ways">
              <Button variant="filled" data-autofocus onClick={run}>
                {t.duplicates.mergeMany(uids.length)}
              </Button>
              <Button onClick={() => setIsAsking(false)}>{t.common.cancel}</Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}

/** Looks for pairs among everybody, for stores filled before pairs were noted. */
export function ScanButton() {
  const { t } = useI18n();
  const { client } = useBackend();
  const job = useJob('duplicates.scan');
  useJobResult(job, result => showToast({ message: t.duplicates.scanned(zFound.parse(result).found) }));
  const isRunning = job.event?.state === 'running';
  return (
    <>
      <Button loading={isRunning} onClick={() => job.start(async () => await client.duplicates.scan({}))}>
        {t.duplicates.scan}
      </Button>
      <Dialog isOpen={isRunning} onClose={job.cancel} title={t.duplicates.scan}>
        {job.event ? (
          <JobProgress
            event={job.event}
            title={t.duplicates.scanning}
            phase={codeText(t.imports.phases, job.event.phase)}
            cancelNote={t.duplicates.scanCancel}
            onCancel={job.cancel}
          />
        ) : null}
      </Dialog>
      <JobFailure job={job} />
    </>
  );
}
