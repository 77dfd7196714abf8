import { z } from 'zod';
import { NOTICES } from '#shared/contract/page.ts';
import { isDesktop } from './host.ts';

const zNotice = z.object({
  title: z.string(),
  body: z.string(),
  target: z.string().optional(),
  /** It came before any page was open. */
  waited: z.boolean(),
});
export type Notice = z.output<typeof zNotice>;
const zFigure = z.object({ n: z.int(), label: z.string() });

type Listener = {
  readonly onNotice: (notice: Notice) => void;
  readonly onCount: (n: number) => void;
};

const dataOf = (event: Event): unknown =>
  event instanceof MessageEvent ? JSON.parse(String(event.data)) : undefined;

/** Hears what the browser host has to tell; the desktop app tells it by itself. Returns the way to stop. */
export function followNotices({ onNotice, onCount }: Listener): () => void {
  if (isDesktop()) return () => undefined;
  const source = new EventSource(NOTICES);
  source.addEventListener('notice', event => onNotice(zNotice.parse(dataOf(event))));
  source.addEventListener('count', event => onCount(zFigure.parse(dataOf(event)).n));
  return () => source.close();
}

/** Whether this browser may still be asked to let the app notify. */
export const canAskToNotify = (): boolean =>
  !isDesktop() && 'Notification' in window && Notification.permission === 'default';

/** Asks the person to let the browser notify. */
export const askToNotify = async (): Promise<void> => {
  await Notification.requestPermission();
};

/** Shows a notification of the system where the person allowed it; false where it could not. */
export function notifyBySystem({ title, body }: Notice, onClick: () => void): boolean {
  if (!('Notification' in window) || Notification.permission !== 'granted') return false;
  const shown = new Notification(title, { body, tag: `${title}\n${body}` });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
    onClick();
  });
  return true;
}
