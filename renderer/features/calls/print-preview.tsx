import './calls.css';
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { PaperPreview } from '#renderer/components/paper-preview.tsx';
import { useBackend, useStatus } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile, saveFiles } from '#renderer/platform/files.ts';
import type { PrintChoice } from '#shared/contract/calls.ts';
import { defaultLayout } from '#shared/domain/calls/print-layout.ts';
import { SheetButton } from './sheet-button.tsx';
import { PrintChoices } from './print-choices.tsx';
import { useCallLists, usePages } from './queries.ts';

type PrintPreviewProps = { readonly uid: string; readonly isOpen: boolean; readonly onClose: () => void };

/** The layout that was used last, on this store; a change is remembered at once. */
function usePrintChoice(): readonly [PrintChoice, (choice: PrintChoice) => void] {
  const { orpc } = useBackend();
  const remembered = useStatus()?.preferences.printLayout ?? defaultLayout;
  const [chosen, setChosen] = useState<PrintChoice | null>(null);
  const save = useMutation(orpc.settings.savePreferences.mutationOptions());
  const choose = (choice: PrintChoice): void => {
    setChosen(choice);
    save.mutate({ printLayout: choice.layout });
  };
  return [chosen ?? { layout: remembered, script: null }, choose];
}

/** The pages of a call list and of those made with it, one caller at a time: each is a print of its own. */
export function PrintPreview({ uid, isOpen, onClose }: PrintPreviewProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const [choice, setChoice] = usePrintChoice();
  const [other, setOther] = useState<string | null>(null);
  const shown = other ?? uid;
  const all = useCallLists().data ?? [];
  const batchUid = all.find(list => list.uid === uid)?.batchUid;
  const lists = all.filter(list => list.batchUid === batchUid);
  const pages = usePages({ uid: shown, ...choice }, isOpen);
  const pdf = useMutation(
    orpc.callLists.print.mutationOptions({
      onSuccess: async ({ lists: printed }) => {
        const [only, ...others] = printed;
        const many = others.length > 0;
        if (many) await saveFiles(printed.map(list => list.pdf));
        else if (only) await saveFile(only.pdf);
        showToast({ message: many ? t.printing.savedAll(printed.length) : t.calls.pdfSaved });
      },
    }),
  );
  return (
    <PaperPreview
      title={pages.data ? `${t.calls.preview}　${t.calls.printPages(pages.data.pages)}` : t.calls.preview}
      paper={choice.layout.paper}
      html={pages.data?.html}
      error={pages.error ?? pdf.error}
      isOpen={isOpen}
      isSaving={pdf.isPending}
      choices={
        <PrintChoices choice={choice} onChange={setChoice} lists={lists} shown={shown} onShow={setOther} />
      }
      more={
        <>
          <SheetButton uid={shown} />
          {lists.length > 1 && batchUid !== undefined ? (
            <Button
              leftSection={<IconUsers size={18} stroke={1.5} aria-hidden />}
              loading={pdf.isPending}
              onClick={() => pdf.mutate({ batchUid, ...choice })}
            >
              {t.printing.saveAll(lists.length)}
            </Button>
          ) : null}
        </>
      }
      onSavePdf={() => pdf.mutate({ uid: shown, ...choice })}
      onClose={onClose}
    />
  );
}
