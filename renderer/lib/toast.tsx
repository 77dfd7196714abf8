import { notifications } from '@mantine/notifications';
import { catalogue } from '#shared/i18n/index.ts';
import { langOf } from '#shared/i18n/lang.ts';

type Toast = {
  readonly message: string;
  readonly undoLabel?: string;
  readonly onUndo?: () => void;
};

const toastId = 'toast';
const shownMs = 10_000;

/** Toasts are shown from outside React, so the language comes from the page. */
const closeButton = (): { 'aria-label': string } => ({
  'aria-label': catalogue(langOf(document.documentElement.lang)).common.close,
});

/** One line at the bottom left for ten seconds with its 元に戻す; a new one replaces the one before. */
export function showToast({ message, undoLabel, onUndo }: Toast): void {
  notifications.hide(toastId);
  notifications.show({
    id: toastId,
    autoClose: shownMs,
    withBorder: false,
    role: 'status',
    closeButtonProps: closeButton(),
    message: (
      <span className="toast">
        {message}
        {onUndo === undefined ? null : (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              notifications.hide(toastId);
              onUndo();
            }}
          >
            {undoLabel}
          </button>
        )}
      </span>
    ),
  });
}

/** Takes the toast away: what it speaks of is no longer on the screen. */
export const hideToast = (): void => void notifications.hide(toastId);

/** A failure of something that has no place of its own on the screen; it stays until it is closed. */
export function showProblem(text: {
  readonly what: string;
  readonly data: string;
  readonly next: string;
}): void {
  notifications.show({
    id: 'problem',
    autoClose: false,
    withBorder: false,
    role: 'alert',
    closeButtonProps: closeButton(),
    message: `${text.what} ${text.data} ${text.next}`,
  });
}
