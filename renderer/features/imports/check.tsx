import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { AboutForm } from './about-form.tsx';
import { CardOwners } from './card-owners.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { FileLine } from './file-line.tsx';
import { Outcomes } from './outcomes.tsx';
import { usePreview } from './queries.ts';
import { ReadingForm } from './reading-form.tsx';
import { SkippedRows } from './skipped-rows.tsx';
import type { AboutChoice, GivenFile, Reading } from './types.ts';

type CheckProps = {
  readonly file: GivenFile;
  readonly reading: Reading;
  /** What was changed of what the list shares. */
  readonly about: AboutChoice;
  /** Why an earlier try stopped. */
  readonly failure: ReactNode;
  readonly onReading: (reading: Reading) => void;
  readonly onAbout: (about: AboutChoice) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
};

type SideProps = {
  readonly preview: ImportPreview;
  readonly about: AboutChoice;
  readonly onAbout: (about: AboutChoice) => void;
};

/** What becomes of the rows, and what they share. */
function Side({ preview, about, onAbout }: SideProps) {
  const { t } = useI18n();
  const name = (card: string, memberUid: string | null): void =>
    onAbout({ ...about, cardOwners: { ...about.cardOwners, [card]: memberUid } });
  return (
    <>
      <Section title={t.imports.outcomes}>
        <Outcomes caption={t.imports.outcomes} counts={preview.counts} />
      </Section>
      <Section title={t.imports.about}>
        <AboutForm
          about={{ ...preview.about, ...about }}
          onChange={changed => onAbout({ ...about, ...changed })}
        >
          <CardOwners owners={preview.cardOwners} chosen={about.cardOwners ?? {}} onChange={name} />
        </AboutForm>
      </Section>
    </>
  );
}

/** Everything the file will do, guessed and shown on one screen, before anything is written. */
export function Check(props: CheckProps) {
  const { file, reading, about, onReading: setReading, onAbout: setAbout, onRun, onLeave } = props;
  const { t } = useI18n();
  const [showsSkipped, setShowsSkipped] = useState(false);
  const { data: preview, error, isFetching, refetch } = usePreview(file, reading);
  const run = (): void => {
    if (preview && error === null) onRun();
  };
  useKeys([{ keys: 'mod+Enter', label: t.imports.run, run, whileTyping: true }]);
  const skipped = preview ? preview.setAside.length + preview.asked.length : 0;
  return (
    <Page
      title={t.imports.checkTitle}
      lead={preview ? t.imports.checkLead : t.imports.reading}
      sideLabel={t.imports.outcomes}
      side={preview ? <Side preview={preview} about={about} onAbout={setAbout} /> : undefined}
      confirm={
        <>
          <Button
            variant="filled"
            size="lg"
            disabled={!preview || error !== null || isFetching}
            onClick={run}
            rightSection={<Keycap keys="mod+Enter" />}
          >
            {t.imports.run}
          </Button>
          <Button size="lg" onClick={onLeave}>
            {t.common.cancel}
          </Button>
          <span className="with-icon muted">
            <IconArrowBackUp size={16} stroke={1.5} aria-hidden />
            {t.imports.undoPromise}
          </span>
          {skipped > 0 ? (
            <button type="button" className="link-button end" onClick={() => setShowsSkipped(true)}>
              {t.imports.skipped(skipped)}
            </button>
          ) : null}
        </>
      }
    >
      {props.failure}
      <Failure error={error} onRetry={() => void refetch()} />
      {preview ? (
        <div aria-busy={isFetching}>
          <FileLine preview={preview} />
          <ReadingForm preview={preview} reading={reading} onChange={setReading} />
          <ColumnsTable
            preview={preview}
            onChoose={(index, field) =>
              setReading({ ...reading, columns: { ...reading.columns, [index]: field } })
            }
          />
          <Dialog
            isOpen={showsSkipped}
            onClose={() => setShowsSkipped(false)}
            title={t.imports.skippedTitle}
            size="xl"
          >
            <SkippedRows preview={preview} />
          </Dialog>
        </div>
      ) : null}
    </Page>
  );
}
