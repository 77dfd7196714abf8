import { Notification } from 'electron';

/** Shown ones are held: a collected object loses its click. */
const shown = new Set<Notification>();

/** Tells the person something; a click shows the window, at `target` if there is one. */
export function notify(
  message: { title: string; body: string; target?: string | undefined },
  onClick: (target?: string) => void,
): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: message.title, body: message.body });
  shown.add(notification);
  notification.on('click', () => {
    shown.delete(notification);
    onClick(message.target);
  });
  notification.on('close', () => shown.delete(notification));
  notification.show();
}
