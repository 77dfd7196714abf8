import './check.css';
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Failure } from '#renderer/components/failure.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { CheckSide } from './check-side.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { DefaultsForm } from './defaults.tsx';
import { FileLine } from './file-line.tsx';
import { NotesTable } from './notes-table.tsx';
import { usePreview } from './queries.ts';
import { ReadingForm } from './reading-form.tsx';
import { useReadingKeys } from './reading-keys.ts';
import { type AboutChoice, type FileChoices, type GivenFile, hasNames, type Reading } from './types.ts';

type CheckProps = {
  readonly file: GivenFile;
  readonly choices: FileChoices;
  /** What was said about all of several files. */
  readonly shared: AboutChoice;
  readonly isOneOfSeveral: boolean;
  /** Why an earlier try stopped. */
  readonly failure: ReactNode;
  readonly onChange: (choices: FileChoices) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
};

/** The last look at the file that could be read: a wrong choice must not hide the way to choose again. */
function useLastGood<T>(data: T | undefined): T | undefined {
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return data ?? last;
}

/** Everything the file will do, guessed and shown on one screen, before anything is written. */
export function Check(props: CheckProps) {
  const { file, choices, shared, isOneOfSeveral, failure, onChange, onRun, onLeave } = props;
  const { t } = useI18n();
  const { reading, answers } = choices;
  const { data, error, isFetching, refetch } = usePreview(file, reading, answers);
  const preview = useLastGood(data);
  const canRun = preview !== undefined && error === null && !isFetching && hasNames(preview.columns);
  const run = (): void => {
    if (canRun) onRun();
  };
  // Another way to read the file makes other rows: answers about the old ones mean nothing there.
  const read = (next: Reading): void => onChange({ ...choices, reading: next, answers: {}, answered: [] });
  useKeys([
    { keys: 'mod+Enter', label: t.imports.run, run, whileTyping: true },
    ...useReadingKeys(preview, reading, read),
  ]);
  return (
    <Page
      title={t.imports.checkTitle}
      lead={
        preview ? `${t.imports.nothingYet} ${t.imports.checkLead}` : error ? undefined : t.imports.reading
      }
      sideLabel={t.imports.outcomes}
      side={
        preview ? (
          <CheckSide preview={preview} choices={choices} shared={shared} onChange={onChange} />
        ) : undefined
      }
      confirm={
        <>
          <Button
            variant="filled"
            size="lg"
            disabled={!canRun}
            onClick={run}
            rightSection={<Keycap keys="mod+Enter" />}
          >
            {isOneOfSeveral ? t.imports.backToFiles : t.imports.run}
          </Button>
          {isOneOfSeveral ? null : (
            <Button size="lg" onClick={onLeave}>
              {t.common.cancel}
            </Button>
          )}
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
          <DefaultsForm
            defaults={reading.defaults ?? preview.defaults}
            onChange={defaults => read({ ...reading, defaults })}
          />
          <NotesTable notes={preview.notes} />
        </div>
      ) : null}
    </Page>
  );
}
