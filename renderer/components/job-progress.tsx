import './job-progress.css';
import { Button } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import type { JobEvent } from '#shared/contract/jobs.ts';

type JobProgressProps = {
  readonly event: JobEvent;
  readonly title: string;
  readonly phase: string;
  /** What 中止 means, said before anybody presses it. */
  readonly cancelNote: string;
  readonly onCancel: () => void;
};

/** How far long work has come, with 中止 and what that would mean. */
export function JobProgress({ event, title, phase, cancelNote, onCancel }: JobProgressProps) {
  const { t } = useI18n();
  const share = event.total > 0 ? Math.min(1, event.done / event.total) : 0;
  return (
    <div className="job" aria-live="polite">
      <b>{title}</b>
      <div
        className="job-track"
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={event.total}
        aria-valuenow={event.done}
      >
        <div className="job-bar" style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        {phase} <span className="muted">{t.common.progress(event.done, event.total)}</span>
      </p>
      <div className="job-foot">
        <Button onClick={onCancel}>{t.common.stop}</Button>
        <span className="small muted">{cancelNote}</span>
      </div>
    </div>
  );
}
