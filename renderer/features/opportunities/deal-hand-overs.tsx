import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { useHandoverAnswer } from '#renderer/components/hand-over-answer.tsx';
import { Keycap } from '#renderer/components/keycap.tsx';
import { PaperPreview } from '#renderer/components/paper-preview.tsx';
import { Section } from '#renderer/components/section.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { codeText } from '#renderer/lib/code-text.ts';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';
import type { Opportunity, OpportunityDetail } from '#shared/contract/opportunities.ts';
import { isOpenStage } from '#shared/domain/opportunities/stages.ts';
import { formatDateTime, formatDay } from '#shared/i18n/format.ts';

/** The card as it will be on paper. */
function CardPreview({ uid, onClose }: { readonly uid: string | null; readonly onClose: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const page = useQuery({
    ...orpc.handovers.html.queryOptions({ input: { uid: uid ?? '' } }),
    enabled: uid !== null,
  });
  const pdf = useMutation(
    orpc.handovers.print.mutationOptions({
      onSuccess: file => void saveFile(file).then(() => showToast({ message: t.calls.pdfSaved })),
    }),
  );
  return (
    <PaperPreview
      title={t.opportunities.card}
      paper="portrait"
      html={page.data?.html}
      error={page.error ?? pdf.error}
      isOpen={uid !== null}
      isSaving={pdf.isPending}
      onSavePdf={() => {
        if (uid !== null) pdf.mutate({ uid });
      }}
      onClose={onClose}
    />
  );
}

type Handover = OpportunityDetail['handovers'][number];

function Line({ handover, onCard }: { readonly handover: Handover; readonly onCard: () => void }) {
  const { t, lang } = useI18n();
  const { opportunities: words, common } = t;
  const answer = [
    handover.reason === null ? '' : codeText(words.returnReasons, handover.reason),
    handover.untilOn === null ? '' : t.leads.until(formatDay(handover.untilOn, lang)),
    handover.note,
  ].filter(text => text !== '');
  return (
    <tr>
      <td>{formatDateTime(handover.madeAt, lang)}</td>
      <td>{words.fromTo(handover.fromName || common.none, handover.toName || common.none)}</td>
      <td className="two-line">
        {words.states[handover.state]}
        {answer.length === 0 ? null : <span className="second">{answer.join('　')}</span>}
      </td>
      <td className="num">
        <button type="button" className="link-button" onClick={onCard}>
          {words.card}
        </button>
      </td>
    </tr>
  );
}

/** The answer to the newest hand-over, by button or key. */
function Answer({ deal }: { readonly deal: Opportunity }) {
  const { t } = useI18n();
  const { accept, giveBack, dialog } = useHandoverAnswer();
  const { uid, state } = deal.handover;
  if (uid === null || !isOpenStage(deal.stage)) return dialog;
  const handed = { handoverUid: uid, name: deal.name };
  return (
    <div className="deal-keys" data-handover={uid} data-name={deal.name}>
      {state === 'waiting' ? (
        <Button variant="filled" onClick={() => accept(handed)} rightSection={<Keycap keys="y" />}>
          {t.opportunities.accept}
        </Button>
      ) : null}
      <Button onClick={() => giveBack(handed)} rightSection={<Keycap keys="b" />}>
        {t.opportunities.giveBack}
      </Button>
      {dialog}
    </div>
  );
}

/** Every hand-over with its card, and the answer that is asked for. */
export function DealHandovers({ deal }: { readonly deal: OpportunityDetail }) {
  const { t } = useI18n();
  const [card, setCard] = useState<string | null>(null);
  const { state } = deal.handover;
  const mayHandOver = isOpenStage(deal.stage) && (state === 'none' || state === 'returned');
  return (
    <Section title={t.opportunities.handovers}>
      {deal.handovers.length === 0 ? null : (
        <table className="table" aria-label={t.opportunities.handovers}>
          <tbody>
            {deal.handovers.map(handover => (
              <Line key={handover.uid} handover={handover} onCard={() => setCard(handover.uid)} />
            ))}
          </tbody>
        </table>
      )}
      <div className="deal-tools">
        {mayHandOver ? (
          <Button variant="filled" component={Link} href={`/opportunities/hand-over/${deal.leadUid}`}>
            {t.opportunities.handOver}
          </Button>
        ) : null}
        <Answer deal={deal} />
      </div>
      <CardPreview uid={card} onClose={() => setCard(null)} />
    </Section>
  );
}

/** What was promised, to tick off. */
export function DealTasks({ tasks }: Pick<OpportunityDetail, 'tasks'>) {
  const { t, lang } = useI18n();
  const { orpc } = useBackend();
  const tick = useMutation(orpc.opportunities.setTask.mutationOptions());
  return (
    <Section title={t.opportunities.tasks}>
      {tasks.length === 0 ? <p className="muted">{t.opportunities.noTasks}</p> : null}
      <ul className="deal-ticks">
        {tasks.map(task => (
          <li key={task.uid}>
            <Checkbox
              label={`${formatDay(task.dueOn, lang)}　${t.opportunities.taskKinds[task.kind]}　${task.text}`}
              checked={task.doneOn !== null}
              onChange={() => tick.mutate({ taskUid: task.uid, done: task.doneOn === null })}
            />
          </li>
        ))}
      </ul>
      <Failure error={tick.error} />
    </Section>
  );
}
