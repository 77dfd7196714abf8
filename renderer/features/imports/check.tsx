import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { CheckSide } from './check-side.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { FileLine } from './file-line.tsx';
import { usePreview } from './queries.ts';
import { ReadingForm } from './reading-form.tsx';
import type { FileChoices, GivenFile, Reading } from './types.ts';

type CheckProps = {
  readonly file: GivenFile;
  readonly choices: FileChoices;
  /** Why an earlier try stopped. */
  readonly failure: ReactNode;
  readonly onChange: (choices: FileChoices) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
};

/** Everything the file will do, guessed and shown on one screen, before anything is written. */
export function Check({ file, choices, failure, onChange, onRun, onLeave }: CheckProps) {
  const { t } = useI18n();
  const { reading, answers } = choices;
  const { data: preview, error, isFetching, refetch } = usePreview(file, reading, answers);
  const run = (): void => {
    if (preview && error === null && !isFetching) onRun();
  };
  // Another way to read the file makes other rows: answers about the old ones mean nothing there.
  const read = (next: Reading): void => onChange({ ...choices, reading: next, answers: {}, answered: [] });
  useKeys([{ keys: 'mod+Enter', label: t.imports.run, run, whileTyping: true }]);
  return (
    <Page
      title={t.imports.checkTitle}
      lead={preview ? t.imports.checkLead : t.imports.reading}
      sideLabel={t.imports.outcomes}
      side={preview ? <CheckSide preview={preview} choices={choices} onChange={onChange} /> : undefined}
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
        </>
      }
    >
      {failure}
      <Failure error={error} onRetry={() => void refetch()} />
      {preview ? (
        <div aria-busy={isFetching}>
          <FileLine preview={preview} />
          <ReadingForm preview={preview} reading={reading} onChange={read} />
          <ColumnsTable
            preview={preview}
            onChoose={(index, field) => read({ ...reading, columns: { ...reading.columns, [index]: field } })}
          />
        </div>
      ) : null}
    </Page>
  );
}
