import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { outboxStates, type OutboxState } from '#shared/domain/mail/outbox-states.ts';
import type { OutboxRow } from '#shared/contract/mail.ts';
import { formatDateTime } from '#shared/i18n/format.ts';
import { useOutbox } from './queries.ts';

function Row({ row }: { readonly row: OutboxRow }) {
  const { t, lang } = useI18n();
  const who = `${row.companyName} ${row.leadName}`.trim() || row.address;
  return (
    <tr>
      <td className="two-line">
        <b>{row.leadUid === null ? who : <Link href={`/leads/${row.leadUid}`}>{who}</Link>}</b>
        <span className="second mono">{row.address}</span>
      </td>
      <td>
        <span className="muted">{t.mailScreen.step(row.stepNo)}</span> {row.subject}
      </td>
      <td>
        {t.mailScreen.states[row.state]}
        {row.reason === null ? null : (
          <span className="small muted"> {codeText(t.mailScreen.outboxReasons, row.reason)}</span>
        )}
      </td>
      <td className="num">{formatDateTime(row.acceptedAt ?? row.notBeforeAt, lang)}</td>
    </tr>
  );
}

/** Every mail with its state, and a button that sends what is due. */
export function Outbox() {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [state, setState] = useState<OutboxState | null>(null);
  const outbox = useOutbox(state);
  const counts = outbox.data?.counts ?? {};
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tick = useMutation(
    orpc.mail.tick.mutationOptions({
      onSuccess: done => {
        const waiting = done.deferred + done.unknown;
        showToast({
          message:
            done.accepted + waiting === 0
              ? t.mailScreen.nothingDue
              : t.mailScreen.tickDone(done.accepted, waiting),
        });
      },
    }),
  );
  const rows = outbox.data?.rows ?? [];
  return (
    <Section
      title={t.mailScreen.outbox}
      note={t.common.items(total)}
      action={
        <span className="outbox-tools">
          <NativeSelect
            aria-label={t.mailScreen.colState}
            value={state ?? ''}
            data={[
              { value: '', label: `${t.common.all}(${total})` },
              ...outboxStates
                .filter(known => (counts[known] ?? 0) > 0)
                .map(known => ({ value: known, label: `${t.mailScreen.states[known]}(${counts[known]})` })),
            ]}
            onChange={event =>
              setState(outboxStates.find(known => known === event.currentTarget.value) ?? null)
            }
          />
          <Button loading={tick.isPending} onClick={() => tick.mutate({})}>
            {t.mailScreen.sendDue}
          </Button>
        </span>
      }
    >
      <Failure error={outbox.error ?? tick.error} />
      {outbox.data?.waitingForAccount === true ? <p className="warn">{t.mailScreen.waiting}</p> : null}
      {outbox.data && rows.length === 0 ? <p className="muted">{t.mailScreen.outboxEmpty}</p> : null}
      {rows.length > 0 ? (
        <table className="table">
          <thead>
            <tr>
              <th>{t.mailScreen.colTo}</th>
              <th>{t.mailScreen.colSubject}</th>
              <th>{t.mailScreen.colState}</th>
              <th className="num">{t.mailScreen.colWhen}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <Row key={row.uid} row={row} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  );
}
