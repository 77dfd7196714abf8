import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { JobProgress } from '#renderer/components/job-progress.tsx';
import { MemberChoice } from '#renderer/components/member-choice.tsx';
import { SumTable } from '#renderer/components/sum-table.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useJob } from '#renderer/lib/use-job.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import type { LeadFilter } from '#shared/contract/lead-filter.ts';
import { type AssignCounts, zAssignResult } from '#shared/contract/team.ts';
import { ASSIGN_RULES } from '#shared/domain/team/assign.ts';
import { useMembers } from './queries.ts';
import { type Selection, selectionInput } from './selection.ts';

type AssignDialogProps = {
  readonly selection: Selection;
  readonly filter: LeadFilter;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Who would get how many and who is left out, before anybody changes hands; one undo. */
export function AssignDialog({ selection, filter, onClose, onDone }: AssignDialogProps) {
  const { t } = useI18n();
  const { client, orpc } = useBackend();
  const job = useJob('leads.assign');
  const undo = useUndo();
  const members = useMembers().filter(member => member.active);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [rule, setRule] = useState<(typeof ASSIGN_RULES)[number]>('turns');
  const [reassign, setReassign] = useState(false);
  const memberUids = [...(chosen ?? members.map(member => member.uid))];
  const input = { selection: selectionInput(selection, filter), memberUids, rule, reassign };
  const { event } = job;
  const { data: counts, error } = useQuery({
    ...orpc.leads.assignPreview.queryOptions({ input }),
    enabled: memberUids.length > 0 && event === null,
    placeholderData: keepPreviousData,
  });
  const finish = (result: unknown): void => {
    const { assigned, operationUid } = zAssignResult.parse(result);
    const onUndo = (): void => undo.run(operationUid);
    showToast({ message: t.team.assigned(assigned), undoLabel: t.common.undo, onUndo });
    onDone();
  };
  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  });
  useEffect(() => {
    if (event?.state === 'done') latest.current(event.result);
  }, [event]);
  return (
    <Dialog isOpen onClose={onClose} title={t.team.assign} size="md">
      {event?.state === 'running' ? (
        <JobProgress
          event={event}
          title={t.leadList.working}
          phase={codeText(t.leadList.phases, event.phase)}
          cancelNote={t.leadList.cancelNote}
          onCancel={job.cancel}
        />
      ) : (
        <div className="lead-form">
          <MemberChoice label={t.team.assignTo} members={members} chosen={memberUids} onChange={setChosen} />
          <NativeSelect
            label={t.team.rule}
            value={rule}
            data={ASSIGN_RULES.map(value => ({ value, label: t.team.rules[value] }))}
            onChange={changed =>
              setRule(ASSIGN_RULES.find(value => value === changed.currentTarget.value) ?? 'turns')
            }
          />
          <Checkbox
            label={t.team.reassign}
            checked={reassign}
            onChange={changed => setReassign(changed.currentTarget.checked)}
          />
          {counts && memberUids.length > 0 ? <Shares counts={counts} /> : null}
          <Failure error={error ?? job.error} />
          <div className="lead-form-foot">
            <Button
              variant="filled"
              disabled={memberUids.length === 0 || !counts || counts.assigned === 0}
              onClick={() => job.start(() => client.leads.assign(input))}
            >
              {t.team.runAssign(counts?.assigned ?? 0)}
            </Button>
            <span className="small muted">{t.leadList.undoable}</span>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Shares({ counts }: { readonly counts: AssignCounts }) {
  const { t } = useI18n();
  const rest = (['owned', 'closed', 'nobody'] as const).filter(key => counts[key] > 0);
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{t.team.shareMember}</th>
            <th className="num">{t.team.shareBusy}</th>
            <th className="num">{t.team.shareGets}</th>
          </tr>
        </thead>
        <tbody>
          {counts.shares.map(({ memberUid, name, busy, gets }) => (
            <tr key={memberUid}>
              <td>{name || t.nav.member}</td>
              <td className="num">{t.common.items(busy)}</td>
              <td className="num">{t.common.people(gets)}</td>
            </tr>
          ))}
          {counts.leftOut.map(({ memberUid, name, reason }) => (
            <tr key={memberUid}>
              <td className="muted">{name || t.nav.member}</td>
              <td className="num muted" colSpan={2}>
                {t.team.leftOut[reason]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SumTable
        caption={t.team.selected}
        rows={[
          { key: 'assigned', label: t.team.counts.assigned, value: counts.assigned },
          ...rest.map(key => ({ key, label: t.team.counts[key], value: counts[key] })),
        ]}
        totalLabel={t.team.selected}
        total={counts.selected}
      />
      <p className="small muted">{t.team.assignHint}</p>
    </>
  );
}
