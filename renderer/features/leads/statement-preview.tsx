import { useMutation, useQuery } from '@tanstack/react-query';
import { PaperPreview } from '#renderer/components/paper-preview.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';

type StatementPreviewProps = { readonly uid: string; readonly isOpen: boolean; readonly onClose: () => void };

/** 点数の明細 of one lead as it is printed. */
export function StatementPreview({ uid, isOpen, onClose }: StatementPreviewProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const page = useQuery({
    ...orpc.scoring.statementHtml.queryOptions({ input: { uid } }),
    enabled: isOpen,
  });
  const pdf = useMutation(
    orpc.scoring.printStatement.mutationOptions({
      onSuccess: async file => {
        await saveFile(file);
        showToast({ message: t.calls.pdfSaved });
      },
    }),
  );
  return (
    <PaperPreview
      title={t.scoring.statement.title}
      paper="portrait"
      html={page.data?.html}
      error={page.error ?? pdf.error}
      isOpen={isOpen}
      isSaving={pdf.isPending}
      onSavePdf={() => pdf.mutate({ uid })}
      onClose={onClose}
    />
  );
}
