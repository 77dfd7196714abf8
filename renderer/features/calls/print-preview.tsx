import { useMutation } from '@tanstack/react-query';
import { PaperPreview } from '#renderer/components/paper-preview.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';
import { usePages } from './queries.ts';

type PrintPreviewProps = { readonly uid: string; readonly isOpen: boolean; readonly onClose: () => void };

/** The pages of a call list. */
export function PrintPreview({ uid, isOpen, onClose }: PrintPreviewProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const pages = usePages(uid, isOpen);
  const pdf = useMutation(
    orpc.callLists.print.mutationOptions({
      onSuccess: async file => {
        await saveFile(file);
        showToast({ message: t.calls.pdfSaved });
      },
    }),
  );
  return (
    <PaperPreview
      title={pages.data ? `${t.calls.preview}　${t.calls.printPages(pages.data.pages)}` : t.calls.preview}
      paper="landscape"
      html={pages.data?.html}
      error={pages.error ?? pdf.error}
      isOpen={isOpen}
      isSaving={pdf.isPending}
      onSavePdf={() => pdf.mutate({ uid })}
      onClose={onClose}
    />
  );
}
