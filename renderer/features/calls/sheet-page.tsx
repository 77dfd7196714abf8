import './calls.css';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { FileButton } from '#renderer/components/file-button.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { Page } from '#renderer/components/page.tsx';
import { DayField } from '#renderer/components/typed-fields.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { useKeys } from '#renderer/lib/keys.ts';
import { showToast } from '#renderer/lib/toast.tsx';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { fileRefOf } from '#renderer/platform/files.ts';
import type { FileRef } from '#shared/contract/base.ts';
import type { Day } from '#shared/domain/base/days.ts';
import { SheetRows, type Take } from './sheet-rows.tsx';

const states = ['new', 'changed', 'conflict', 'entered', 'aside', 'empty'] as const;

/** Reads a chosen file and says what it would do; nothing is written yet. */
function usePreview() {
  const { client } = useBackend();
  return useMutation({
    mutationFn: async (chosen: File) => {
      const file: FileRef = await fileRefOf(chosen);
      return { file, sheet: await client.calls.previewSheet({ file }) };
    },
  });
}

/** Records, says so with a way back, and shows the lists. */
function useRecord() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [, navigate] = useLocation();
  const undo = useUndo();
  return useMutation(
    orpc.calls.recordSheet.mutationOptions({
      onSuccess: ({ operationUid, recorded }) => {
        showToast({
          message: t.callSheets.read.recorded(recorded),
          undoLabel: t.common.undo,
          onUndo: () => (operationUid === null ? undefined : undo.run(operationUid)),
        });
        navigate('/calls');
      },
    }),
  );
}

/** A call list for Excel that came back filled in: checked row by row, then recorded as one operation. */
export function SheetPage() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const today = useStatus()?.today;
  const rules = useQuery(orpc.callRules.get.queryOptions({ input: {} }));
  const preview = usePreview();
  const record = useRecord();
  const [calledOn, setCalledOn] = useState<Day | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, Take>>(new Map());
  const { read } = t.callSheets;
  const found = preview.data;
  const chosen = [...choices.values()].filter(take => take === 'sheet').length;
  const count = found ? found.sheet.counts.new + found.sheet.counts.changed + chosen : 0;
  const run = (): void => {
    if (!found || count === 0 || record.isPending) return;
    record.mutate({
      file: found.file,
      choices: [...choices].map(([rowUid, take]) => ({ rowUid, take })),
      ...(calledOn === null ? {} : { calledOn }),
    });
  };
  useKeys([{ keys: 'mod+Enter', label: read.record(count), run, whileTyping: true }]);
  const take = (file: File): void => {
    setChoices(new Map());
    record.reset();
    preview.mutate(file);
  };
  return (
    <Page
      title={read.title}
      lead={found?.sheet.fileName ?? read.lead}
      confirm={
        <>
          {found ? (
            <Button
              variant="filled"
              size="lg"
              disabled={count === 0}
              loading={record.isPending}
              onClick={run}
              rightSection={<Keycap keys="mod+Enter" />}
            >
              {read.record(count)}
            </Button>
          ) : null}
          <Button size="lg" component={Link} href="/calls">
            {t.common.cancel}
          </Button>
        </>
      }
    >
      <Failure error={preview.error ?? record.error} />
      <div className="make-list">
        <FileButton label={found ? read.other : read.choose} accept=".xlsx,.csv" onFile={take} />
        {found && today !== undefined ? (
          <DayField label={read.calledOn} value={calledOn ?? today} today={today} onChange={setCalledOn} />
        ) : null}
      </div>
      {found && rules.data ? (
        <>
          <p aria-live="polite">
            {states
              .filter(state => found.sheet.counts[state] > 0)
              .map(state => read.counts(read.states[state], found.sheet.counts[state]))
              .join('　')}
          </p>
          {count === 0 ? <p className="muted">{read.nothing}</p> : null}
          <SheetRows
            rows={found.sheet.rows}
            rules={rules.data.rules}
            choices={choices}
            onChoose={(rowUid, taken) => setChoices(all => new Map(all).set(rowUid, taken))}
          />
        </>
      ) : null}
    </Page>
  );
}
