import './imports.css';
import { Button } from '@mantine/core';
import { IconClipboardText, IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { JobProgress } from '#renderer/components/job-progress.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { textOfCode } from '#shared/i18n/error-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useJob } from '#renderer/lib/use-job.ts';
import { fileRefOf } from '#renderer/platform/files.ts';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { Check } from './check.tsx';
import { DropZone } from './drop-zone.tsx';
import { takePasted } from './pasted.ts';
import { RecentImports } from './recent-imports.tsx';
import { chosen, type GivenFile, noChoices } from './types.ts';

type StartProps = {
  readonly wasStopped: boolean;
  readonly error: unknown;
  readonly onFile: (file: File) => void;
};

function Start(props: StartProps) {
  const { t } = useI18n();
  return (
    <Page title={t.imports.title} lead={t.imports.lead}>
      {props.wasStopped ? <p role="status">{t.imports.stopped}</p> : null}
      <Failure error={props.error} />
      <DropZone onFile={props.onFile} />
      <div className="other-ways">
        <Button
          component={Link}
          href="/imports/paste"
          leftSection={<IconClipboardText size={18} stroke={1.5} aria-hidden />}
        >
          {t.imports.paste}
        </Button>
        <Button
          component={Link}
          href="/imports/card"
          leftSection={<IconPencil size={18} stroke={1.5} aria-hidden />}
        >
          {t.imports.byHand}
        </Button>
      </div>
      <RecentImports />
    </Page>
  );
}

/** From a file to leads: give, check, run, result. Also where a reloaded window finds a running import again. */
export function ImportsPage() {
  const { t } = useI18n();
  const { client } = useBackend();
  const [file, setFile] = useState<GivenFile | null>(takePasted);
  const [choices, setChoices] = useState(noChoices);
  const [uploadError, setUploadError] = useState<unknown>(null);
  const job = useJob('imports.run');
  const { event } = job;
  const [, navigate] = useLocation();
  const doneUid = event?.state === 'done' ? (event.result as ImportSummary).uid : null;
  useEffect(() => {
    if (doneUid !== null) navigate(`/imports/${doneUid}`);
  }, [doneUid, navigate]);

  const give = async (given: File): Promise<void> => {
    setUploadError(null);
    job.reset();
    try {
      setFile({ ref: await fileRefOf(given), name: given.name });
    } catch (error) {
      setUploadError(error);
    }
  };
  const leave = (): void => {
    setFile(null);
    setChoices(noChoices);
    job.reset();
  };

  if (event?.state === 'running')
    return (
      <Page title={t.imports.title}>
        <JobProgress
          event={event}
          title={t.imports.running}
          phase={codeText(t.imports.phases, event.phase)}
          cancelNote={t.imports.cancelNote}
          onCancel={job.cancel}
        />
      </Page>
    );
  if (doneUid !== null) return null;
  const failure =
    event?.state === 'failed' && event.error ? textOfCode(t, event.error.code, event.error.params) : null;
  if (file && event?.state !== 'cancelled')
    return (
      <Check
        file={file}
        choices={choices}
        failure={
          <>
            {failure ? <ErrorNote text={failure} code={failure.code} incident={failure.incident} /> : null}
            <Failure error={job.error} />
          </>
        }
        onChange={setChoices}
        onLeave={leave}
        onRun={() => job.start(() => client.imports.run({ file: file.ref, ...chosen(choices) }))}
      />
    );
  return (
    <Start
      wasStopped={event?.state === 'cancelled'}
      error={uploadError ?? job.error}
      onFile={given => void give(given)}
    />
  );
}
