import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconFileSpreadsheet, IconHistory } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { Section } from '#renderer/components/section.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { formatBytes, formatDateTime, formatDay } from '#shared/i18n/format.ts';
import { AboutForm } from './about-form.tsx';
import { CardOwners } from './card-owners.tsx';
import { ColumnsTable } from './columns-table.tsx';
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

function FileLine({ preview }: { readonly preview: ImportPreview }) {
  const { t, lang } = useI18n();
  const { file, product } = preview;
  const words = product?.reason.params['evidence'];
  return (
    <div className="file-line">
      <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />
      <div>
        <b>{file.name}</b>
        <span className="small muted">
          {t.imports.fileFacts(formatBytes(file.size), preview.counts.read, preview.columns.length)}
        </span>
        <div className="with-icon ok">
          <IconCircleCheck size={16} stroke={1.5} aria-hidden />
          {product === null ? t.imports.productUnknown : codeText(t.imports.products, product.code)}
          {words === undefined ? '' : t.imports.productEvidence(String(words))}
        </div>
        {preview.recognised === null ? null : (
          <div className="with-icon ok">
            <IconHistory size={16} stroke={1.5} aria-hidden />
            {t.imports.recognised(formatDay(preview.recognised.importedOn, lang))}
          </div>
        )}
        {preview.earlier === null ? null : (
          <div className="warn">{t.imports.earlier(formatDateTime(preview.earlier.finishedAt, lang))}</div>
        )}
      </div>
    </div>
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
      side={
        preview ? (
          <>
            <Section title={t.imports.outcomes}>
              <Outcomes caption={t.imports.outcomes} counts={preview.counts} />
            </Section>
            <Section title={t.imports.about}>
              <AboutForm
                about={{ ...preview.about, ...about }}
                onChange={changed => setAbout({ ...about, ...changed })}
              >
                <CardOwners
                  owners={preview.cardOwners}
                  chosen={about.cardOwners ?? {}}
                  onChange={(name, memberUid) =>
                    setAbout({ ...about, cardOwners: { ...about.cardOwners, [name]: memberUid } })
                  }
                />
              </AboutForm>
            </Section>
          </>
        ) : undefined
      }
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
