import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { Failure } from '#renderer/components/failure.tsx';
import { JobProgress } from '#renderer/components/job-progress.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { Catalogue } from '#shared/i18n/index.ts';
import { BatchAbout } from './batch-about.tsx';
import { BatchTable } from './batch-table.tsx';
import { usePreviews } from './queries.ts';
import { type AboutChoice, sharedChoices, type Work } from './types.ts';
import type { Batch, BatchFile } from './use-batch.ts';

type BatchPageProps = {
  readonly works: readonly Work[];
  readonly shared: AboutChoice;
  readonly batch: Batch;
  readonly onShared: (about: AboutChoice) => void;
  readonly onOpen: (id: number) => void;
  readonly onRemove: (id: number) => void;
  readonly onLeave: () => void;
};

/** Title and lead: before, during and after the work. */
function headOf(t: Catalogue, { states, isRunning }: Batch, files: number): { title: string; lead: string } {
  if (isRunning) return { title: t.imports.title, lead: t.imports.batchRunning };
  if (states.size === 0) return { title: t.imports.batchTitle(files), lead: t.imports.batchLead };
  const done = [...states.values()].filter(({ state }) => state === 'done').length;
  return { title: t.imports.batchDone, lead: t.imports.batchDoneLead(done, files) };
}

/** Several files on one screen: what each is and would do, what all share, and one key for all of them. */
export function BatchPage(props: BatchPageProps) {
  const { works, shared, batch, onShared, onLeave } = props;
  const { t } = useI18n();
  const previews = usePreviews(works);
  const isOver = batch.states.size > 0 && !batch.isRunning;
  const ready = works.flatMap((work, i): BatchFile[] =>
    work.file && previews[i]?.data && previews[i].error === null
      ? [{ id: work.id, file: work.file, choices: sharedChoices(work.choices, shared) }]
      : [],
  );
  const isReading = previews.some(preview => preview.isFetching);
  const canRun = ready.length > 0 && !isReading && batch.states.size === 0 && !batch.isRunning;
  const run = (): void => {
    if (canRun) batch.start(ready);
  };
  useKeys([{ keys: 'mod+Enter', label: t.imports.runAll(ready.length), run, whileTyping: true }]);
  const known = previews.flatMap(preview => (preview.data ? [preview.data] : []));
  return (
    <Page
      {...headOf(t, batch, works.length)}
      sideLabel={t.imports.about}
      side={
        known.length === 0 || batch.states.size > 0 ? undefined : (
          <Section title={t.imports.aboutAll}>
            <BatchAbout previews={known} shared={shared} onChange={onShared} />
          </Section>
        )
      }
      confirm={
        batch.isRunning ? undefined : isOver ? (
          <Button variant="filled" size="lg" onClick={onLeave}>
            {t.imports.another}
          </Button>
        ) : (
          <>
            <Button
              variant="filled"
              size="lg"
              disabled={!canRun}
              onClick={run}
              rightSection={<Keycap keys="mod+Enter" />}
            >
              {t.imports.runAll(ready.length)}
            </Button>
            <Button size="lg" onClick={onLeave}>
              {t.common.cancel}
            </Button>
            <span className="with-icon muted">
              <IconArrowBackUp size={16} stroke={1.5} aria-hidden />
              {t.imports.undoEach}
            </span>
          </>
        )
      }
    >
      {batch.event && batch.isRunning ? (
        <JobProgress
          event={batch.event}
          title={t.imports.running}
          phase={codeText(t.imports.phases, batch.event.phase)}
          cancelNote={t.imports.cancelNoteBatch}
          onCancel={batch.stop}
        />
      ) : null}
      <Failure error={batch.error} />
      <BatchTable {...props} previews={previews} />
      {batch.states.size === 0 ? <p className="small muted prose">{t.imports.eachAgainstNow}</p> : null}
    </Page>
  );
}
