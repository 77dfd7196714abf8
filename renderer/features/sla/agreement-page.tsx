import './sla.css';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '#renderer/components/failure.tsx';
import { Page } from '#renderer/components/page.tsx';
import { SaveButton } from '#renderer/components/save-button.tsx';
import { PaperPreview } from '#renderer/components/paper-preview.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { useCalendar } from '#renderer/lib/use-calendar.ts';
import { useHeld } from '#renderer/lib/unsaved.ts';
import { useUndo } from '#renderer/lib/use-undo.ts';
import { saveFile } from '#renderer/platform/files.ts';
import type { SlaAgreed } from '#shared/contract/sla.ts';
import type { Day } from '#shared/domain/base/days.ts';
import type { BusinessCalendar } from '#shared/domain/calendar/calendar.ts';
import type { Sla } from '#shared/domain/sla/agreement.ts';
import {
  DefinitionFields,
  DutyFields,
  exampleOn,
  ReviewFields,
  SignedFields,
  TimingFields,
} from './agreement-fields.tsx';
import { useAgreement } from './queries.ts';

function SheetPreview({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const page = useQuery({ ...orpc.sla.html.queryOptions({ input: {} }), enabled: isOpen });
  const pdf = useMutation(
    orpc.sla.print.mutationOptions({
      onSuccess: async file => {
        await saveFile(file);
        showToast({ message: t.sla.pdfSaved });
      },
    }),
  );
  return (
    <PaperPreview
      title={t.sla.sheetTitle}
      paper="portrait"
      html={page.data?.html}
      error={page.error ?? pdf.error}
      isOpen={isOpen}
      isSaving={pdf.isPending}
      onSavePdf={() => pdf.mutate({})}
      onClose={onClose}
    />
  );
}

type EditorProps = {
  readonly agreed: SlaAgreed;
  readonly cal: BusinessCalendar;
  readonly today: Day;
};

function Editor({ agreed, cal, today }: EditorProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const undo = useUndo();
  const [sla, setSla] = useState<Sla>(agreed.sla);
  const [isShown, setIsShown] = useState(false);
  const isChanged = JSON.stringify(sla) !== JSON.stringify(agreed.sla);
  const save = useMutation(
    orpc.sla.save.mutationOptions({
      onSuccess: done => undo.offer(t.sla.saved(done.n), done.operationUid),
    }),
  );
  return (
    <Page
      title={t.sla.editTitle}
      lead={t.sla.version(agreed.n)}
      actions={<Link href="/sla">{t.sla.open}</Link>}
      confirm={
        <>
          <SaveButton
            label={t.sla.save}
            isChanged={isChanged}
            saving={save}
            onSave={() => save.mutate({ sla })}
          />
          <Button
            leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
            disabled={isChanged}
            onClick={() => setIsShown(true)}
          >
            {t.sla.preview}
          </Button>
          {isChanged ? null : <span className="small muted">{t.sla.unchanged}</span>}
          <Failure error={save.error} />
        </>
      }
    >
      <p className="prose">{t.sla.editLead}</p>
      <div className="sla-form">
        <DefinitionFields sla={sla} hot={agreed.hot} onChange={setSla} />
        <TimingFields sla={sla} cal={cal} example={exampleOn(today)} onChange={setSla} />
        <DutyFields sla={sla} onChange={setSla} />
        <ReviewFields sla={sla} onChange={setSla} />
        <SignedFields sla={sla} today={today} onChange={setSla} />
      </div>
      <SheetPreview isOpen={isShown} onClose={() => setIsShown(false)} />
    </Page>
  );
}

/** The agreement of marketing and sales in its five blocks, and the sheet to sign. */
export function AgreementPage() {
  const agreed = useAgreement();
  const cal = useCalendar();
  const today = useStatus()?.today;
  const held = useHeld(agreed.data);
  if (held === undefined || today === undefined)
    return <Failure error={agreed.error} onRetry={() => void agreed.refetch()} />;
  return <Editor key={held.n} agreed={held} cal={cal} today={today} />;
}
