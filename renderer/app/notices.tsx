import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { showToast } from '#renderer/lib/toast.tsx';
import { followNotices, notifyBySystem } from '#renderer/platform/notices.ts';

const plainTitle = document.title;

/**
 * Passes on what the browser host tells: to the system while the person looks elsewhere, as a line for what waited until
 * the app was opened. Whoever looks at the app sees the bell.
 */
export function Notices() {
  const [, navigate] = useLocation();
  useEffect(
    () =>
      followNotices({
        onNotice: notice => {
          const open = (): void => (notice.target === undefined ? undefined : navigate(notice.target));
          const isTold = !document.hasFocus() && notifyBySystem(notice, open);
          if (notice.waited && !isTold) showToast({ message: notice.title });
        },
        onCount: n => {
          document.title = n === 0 ? plainTitle : `(${n}) ${plainTitle}`;
        },
      }),
    [navigate],
  );
  return null;
}
