import './imports.css';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { JobFailure } from '#renderer/components/job-failure.tsx';
import { JobProgress } from '#renderer/components/job-progress.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { type JobView, useJob } from '#renderer/lib/use-job.ts';
import type { ImportSummary } from '#shared/contract/imports.ts';
import { BatchPage } from './batch-page.tsx';
import { Check } from './check.tsx';
import { takeIn, useLeftFiles } from './given-files.ts';
import { Start } from './start.tsx';
import { type AboutChoice, chosen, sharedChoices } from './types.ts';
import { useBatch } from './use-batch.ts';
import { useWorks } from './use-works.ts';

/** From files to leads: give, check, run, result. Also where a reloaded window finds a running import again. */
export function ImportsPage() {
  const { t } = useI18n();
  const { client } = useBackend();
  const works = useWorks();
  const [openId, setOpenId] = useState<number | null>(null);
  const [shared, setShared] = useState<AboutChoice>({});
  const job = useJob('imports.run');
  const batch = useBatch();
  const { event } = job;
  const doneUid = event?.state === 'done' ? (event.result as ImportSummary).uid : null;
  const [, navigate] = useLocation();
  useEffect(() => {
    if (doneUid !== null) navigate(`/imports/${doneUid}`);
  }, [doneUid, navigate]);
  useLeftFiles(event?.state !== 'running' && batch.states.size === 0, files => {
    job.reset();
    works.add(files);
  });
  const leave = (): void => {
    works.clear();
    setShared({});
    setOpenId(null);
    batch.reset();
    job.reset();
  };
  const list = works.list.length > 0 ? works.list : batch.found;
  const [first] = list;
  const isSeveral = list.length > 1 || batch.states.size > 0;
  const open = isSeveral ? list.find(work => work.id === openId) : first;

  if (event?.state === 'running' && batch.states.size === 0) return <Running job={job} />;
  if (doneUid !== null && batch.states.size === 0) return null;
  if (isSeveral && open === undefined)
    return (
      <BatchPage
        works={list}
        shared={shared}
        batch={batch}
        onShared={setShared}
        onOpen={setOpenId}
        onRemove={works.remove}
        onLeave={leave}
      />
    );
  if (open?.file && event?.state !== 'cancelled') {
    const { file } = open;
    return (
      <Check
        key={open.id}
        file={file}
        choices={open.choices}
        shared={shared}
        isOneOfSeveral={isSeveral}
        failure={<JobFailure job={job} />}
        onChange={choices => works.choose(open.id, choices)}
        onLeave={isSeveral ? () => setOpenId(null) : leave}
        onRun={() => {
          const choices = chosen(sharedChoices(open.choices, shared));
          if (isSeveral) setOpenId(null);
          else job.start(() => client.imports.run({ file: file.ref, ...choices }));
        }}
      />
    );
  }
  return (
    <Start
      notice={event?.state === 'cancelled' ? t.imports.stopped : null}
      error={open?.error ?? job.error}
      onFiles={files =>
        void takeIn(files).then(arrivals => {
          leave();
          works.add(arrivals);
        })
      }
    />
  );
}

function Running({ job }: { readonly job: JobView }) {
  const { t } = useI18n();
  if (job.event === null) return null;
  return (
    <Page title={t.imports.title}>
      <JobProgress
        event={job.event}
        title={t.imports.running}
        phase={codeText(t.imports.phases, job.event.phase)}
        cancelNote={t.imports.cancelNote}
        onCancel={job.cancel}
      />
    </Page>
  );
}
