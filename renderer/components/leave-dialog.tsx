import './leave-dialog.css';
import { Button } from '@mantine/core';
import { useI18n } from '#renderer/lib/i18n.tsx';
import { answerLeave, useIsAskedToLeave } from '#renderer/lib/unsaved.ts';
import { Dialog } from './dialog.tsx';

/** Asks before something that is not saved is left; Esc stays. */
export function LeaveDialog() {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen={useIsAskedToLeave()}
      onClose={() => answerLeave(false)}
      title={t.common.unsaved}
      size="md"
    >
      <p className="leave-text">{t.common.unsavedText}</p>
      <div className="leave-answers">
        <Button variant="filled" data-autofocus onClick={() => answerLeave(false)}>
          {t.common.stayHere}
        </Button>
        <Button onClick={() => answerLeave(true)}>{t.common.discardAndGo}</Button>
      </div>
    </Dialog>
  );
}
