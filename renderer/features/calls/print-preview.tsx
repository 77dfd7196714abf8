import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Failure } from '#renderer/components/failure.tsx';
import { useBackend } from '#renderer/lib/backend.tsx';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { showToast } from '#renderer/lib/toast.tsx';
import { saveFile } from '#renderer/platform/files.ts';
import { styleNonce } from '#renderer/platform/nonce.ts';
import { usePages } from './queries.ts';

type PrintPreviewProps = { readonly uid: string; readonly isOpen: boolean; readonly onClose: () => void };

/** The pages as they will be on paper, in a frame that can run nothing; to the printer or into a PDF. */
export function PrintPreview({ uid, isOpen, onClose }: PrintPreviewProps) {
  const { t } = useI18n();
  const { orpc } = useBackend();
  const frame = useRef<HTMLIFrameElement>(null);
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
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={pages.data ? `${t.calls.preview}　${t.calls.printPages(pages.data.pages)}` : t.calls.preview}
      size="96%"
    >
      <Failure error={pages.error ?? pdf.error} />
      {pages.data ? (
        <>
          <div className="preview-tools">
            <Button
              variant="filled"
              leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
              loading={pdf.isPending}
              onClick={() => pdf.mutate({ uid })}
            >
              {t.calls.savePdf}
            </Button>
            <Button
              leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
              onClick={() => frame.current?.contentWindow?.print()}
            >
              {t.calls.printNow}
            </Button>
          </div>
          <div className="preview-box">
            <iframe
              ref={frame}
              className="preview-frame"
              title={t.calls.preview}
              sandbox="allow-same-origin allow-modals"
              srcDoc={pages.data.html.replace('<style>', `<style nonce="${styleNonce()}">`)}
            />
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
