import { Autocomplete, Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { JobFailure } from '#renderer/components/job-failure.tsx';
import { JobProgress } from '#renderer/components/job-progress.tsx';
import { SumTable } from '#renderer/components/sum-table.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useJob, useJobResult } from '#renderer/lib/use-job.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { zCompanyKind } from '#shared/contract/base.ts';
import { type BulkAction, type BulkCounts, zBulkResult } from '#shared/contract/lead-bulk.ts';
import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import { assertNever } from '#shared/domain/base/assert.ts';
import { useFacets, useMembers } from './queries.ts';
import { type Selection, selectionInput } from './selection.ts';

export type BulkKind = BulkAction['kind'];
const kinds = zCompanyKind.options;

/** The action somebody is putting together; null until it is whole. */
function actionOf(kind: BulkKind, value: string): BulkAction | null {
  switch (kind) {
    case 'owner':
      return { kind, ownerUid: value === '' ? null : value };
    case 'addTag':
    case 'removeTag':
      return value.trim() === '' ? null : { kind, tag: value.trim() };
    case 'doNotCall':
      return { kind, on: value !== 'off' };
    case 'companyKind':
      return { kind, companyKind: kinds.find(one => one === value) ?? 'customer' };
    case 'trash':
    case 'restore':
      return { kind };
    default:
      return assertNever(kind);
  }
}

type ValueProps = {
  readonly kind: BulkKind;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** To what: whom, which tag, which kind. */
function Value({ kind, value, onChange }: ValueProps) {
  const { t } = useI18n();
  const members = useMembers();
  const tags = useFacets(kind === 'addTag' || kind === 'removeTag')?.tag ?? [];
  const select = (label: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      label={label}
      value={value}
      data={data}
      data-autofocus
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
  if (kind === 'owner')
    return select(t.leadList.fields.owner, [
      { value: '', label: t.leadList.ownerNone },
      ...members.map(({ uid, name }) => ({ value: uid, label: name })),
    ]);
  if (kind === 'doNotCall')
    return select(t.leadList.actions.doNotCall, [
      { value: 'on', label: t.leadList.callsOff },
      { value: 'off', label: t.leadList.callsOn },
    ]);
  if (kind === 'companyKind')
    return select(
      t.leadList.fields.companyKind,
      kinds.map(one => ({ value: one, label: t.leads.kinds[one] })),
    );
  if (kind === 'addTag' || kind === 'removeTag')
    return (
      <Autocomplete
        label={t.leadList.tag}
        value={value}
        data={tags.map(tag => tag.value)}
        data-autofocus
        onChange={onChange}
      />
    );
  return null;
}

function Preview({ counts }: { readonly counts: BulkCounts }) {
  const { t } = useI18n();
  return (
    <>
      <SumTable
        caption={t.leadList.previewSelected}
        rows={[
          { key: 'changes', label: t.leadList.previewChanges, value: counts.changes },
          { key: 'already', label: t.leadList.previewAlready, value: counts.already },
          ...counts.cannot.map(({ code, count }) => ({
            key: code,
            label: codeText(t.leadList.cannot, code),
            value: count,
          })),
        ]}
        totalLabel={t.leadList.previewSelected}
        total={counts.selected}
      />
      {counts.alongside > 0 ? <p>{t.leadList.alongside(counts.alongside)}</p> : null}
      {counts.changes === 0 ? <p className="muted">{t.leadList.nothingToDo}</p> : null}
    </>
  );
}

type BulkDialogProps = {
  readonly kind: BulkKind;
  readonly selection: Selection;
  readonly filter: LeadFilter;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What would change, before it does; then the work with its progress, and the way back. */
export function BulkDialog({ kind, selection, filter, onClose, onDone }: BulkDialogProps) {
  const { t } = useI18n();
  const { client, orpc } = useBackend();
  const undo = useUndo();
  const job = useJob('leads.bulk');
  const [value, setValue] = useState(kind === 'companyKind' ? 'customer' : kind === 'doNotCall' ? 'on' : '');
  const action = actionOf(kind, value);
  const input = {
    selection: selectionInput(selection, filter),
    action: action ?? { kind: 'trash' as const },
  };
  const { data: counts, error } = useQuery({
    ...orpc.leads.bulkPreview.queryOptions({ input }),
    enabled: action !== null && job.event === null,
    placeholderData: keepPreviousData,
  });
  const { event } = job;
  const finish = (result: unknown): void => {
    const { changes, operationUid } = zBulkResult.parse(result);
    const onUndo = (): void => undo.run(operationUid);
    showToast({ message: t.leadList.done(changes), undoLabel: t.common.undo, onUndo });
    onDone();
  };
  useJobResult(job, finish);
  const isRunning = event?.state === 'running';
  const isLeaving = kind === 'trash';
  return (
    <Dialog isOpen onClose={onClose} title={t.leadList.actions[kind]} size="md">
      {isRunning ? (
        <JobProgress
          event={event}
          title={t.leadList.working}
          phase={codeText(t.leadList.phases, event.phase)}
          cancelNote={t.leadList.cancelNote}
          onCancel={job.cancel}
        />
      ) : (
        <div className="lead-form">
          <Value kind={kind} value={value} onChange={setValue} />
          {action !== null && counts ? <Preview counts={counts} /> : null}
          <Failure error={error} />
          <JobFailure job={job} />
          <div className="lead-form-foot">
            <Button
              variant={isLeaving ? 'outline' : 'filled'}
              className={isLeaving ? 'late' : undefined}
              disabled={action === null || !counts || counts.changes === 0}
              onClick={() => job.start(() => client.leads.bulk(input))}
            >
              {isLeaving ? t.leadList.runTrash(counts?.changes ?? 0) : t.leadList.run(counts?.changes ?? 0)}
            </Button>
            <span className="small muted">{t.leadList.undoable}</span>
          </div>
        </div>
      )}
    </Dialog>
  );
}
