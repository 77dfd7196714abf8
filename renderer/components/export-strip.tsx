import './export-strip.css';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { followExports } from '#renderer/lib/exporting.ts';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useJob, useJobResult } from '#renderer/lib/use-job.ts';
import { saveFile } from '#renderer/platform/files.ts';
import { type RowsFile, zRowsFile } from '#shared/contract/base.ts';
import { JobFailure } from './job-failure.tsx';
import { JobProgress } from './job-progress.tsx';

const shownLost = 20;

/** What the file could not hold, and where. */
function Lost({ file, onClose }: { readonly file: RowsFile; readonly onClose: () => void }) {
  const { t } = useI18n();
  const places = [
    ...new Set(file.lost.map(({ line, column, character }) => t.leadList.lostAt(line, column, character))),
  ];
  return (
    <div className="export-lost" role="status">
      <div>
        <p className="warn">{t.leadList.lost(file.lostCount)}</p>
        <ul className="small">
          {places.slice(0, shownLost).map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      <Button size="xs" onClick={onClose}>
        {t.common.close}
      </Button>
    </div>
  );
}

/** A file being written, at the foot of the sheet: the app works on, and a reloaded window finds it again. */
export function ExportStrip() {
  const { t } = useI18n();
  const job = useJob('leads.export');
  const { event, start, reset } = job;
  useEffect(() => followExports(start), [start]);
  useJobResult(job, result => {
    const file = zRowsFile.parse(result);
    void saveFile(file).then(() => showToast({ message: t.leadList.exported(file.rows) }));
    if (file.lostCount === 0) reset();
  });
  const hasFailed = event?.state === 'failed' || job.error !== null;
  if (hasFailed)
    return (
      <section className="export-strip export-lost" aria-label={t.leadList.exporting}>
        <div>
          <JobFailure job={job} />
        </div>
        <Button size="xs" onClick={reset}>
          {t.common.close}
        </Button>
      </section>
    );
  if (event === null || event.state === 'cancelled') return null;
  return (
    <section className="export-strip" aria-label={t.leadList.exporting}>
      {event.state === 'running' ? (
        <JobProgress
          event={event}
          title={t.leadList.exporting}
          phase={codeText(t.leadList.phases, event.phase)}
          cancelNote={t.leadList.exportCancelNote}
          onCancel={job.cancel}
        />
      ) : (
        <Lost file={zRowsFile.parse(event.result)} onClose={reset} />
      )}
    </section>
  );
}
