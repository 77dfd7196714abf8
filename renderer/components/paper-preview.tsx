import './paper-preview.css';
import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { styleNonce } from '#renderer/platform/nonce.ts';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';

type PaperPreviewProps = {
  readonly title: string;
  /** A sheet is A4, across or upright. */
  readonly paper: 'landscape' | 'portrait';
  /** The very pages that are printed; undefined until they are there. */
  readonly html: string | undefined;
  readonly error: unknown;
  readonly isOpen: boolean;
  readonly isSaving: boolean;
  /** How it is printed, above the pages. */
  readonly choices?: ReactNode;
  /** More that can be done with the pages. */
  readonly more?: ReactNode;
  readonly onSavePdf: () => void;
  readonly onClose: () => void;
};

/** The pages as they will be on paper, in a frame that can run nothing; to the printer or into a PDF. */
export function PaperPreview(props: PaperPreviewProps) {
  const { t } = useI18n();
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      size={props.paper === 'landscape' ? '96%' : 'xl'}
    >
      <Failure error={props.error} />
      {props.html === undefined ? null : (
        <>
          <div className="preview-tools">
            {props.choices}
            <Button
              variant="filled"
              leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
              loading={props.isSaving}
              onClick={props.onSavePdf}
            >
              {t.calls.savePdf}
            </Button>
            <Button
              leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}
              onClick={() => frame.current?.contentWindow?.print()}
            >
              {t.calls.printNow}
            </Button>
            {props.more}
          </div>
          <div className="preview-box" data-paper={props.paper}>
            <iframe
              ref={frame}
              className="preview-frame"
              title={t.calls.preview}
              sandbox="allow-same-origin allow-modals"
              srcDoc={props.html.replace('<style>', `<style nonce="${styleNonce()}">`)}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
