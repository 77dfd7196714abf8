import { useI18n } from '#renderer/lib/i18n.tsx';
import type { JobView } from '#renderer/lib/use-job.ts';
import { textOfCode } from '#shared/i18n/error-text.ts';
import { ErrorNote } from './error-note.tsx';
import { Failure } from './failure.tsx';

/** Why the last try stopped: the work failed, or could not be started. Nothing while it goes well. */
export function JobFailure({ job: { event, error } }: { readonly job: JobView }) {
  const { t } = useI18n();
  const failure =
    event?.state === 'failed' && event.error ? textOfCode(t, event.error.code, event.error.params) : null;
  return (
    <>
      {failure ? <ErrorNote text={failure} code={failure.code} incident={failure.incident} /> : null}
      <Failure error={error} />
    </>
  );
}
