import { Notification } from 'electron';

/** Shown ones are held: a collected object loses its click. */
const shown = new Set<Notification>();

/** Tells the person something; a click shows the window. */
export function notify(message: { title: string; body: string }, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: message.title, body: message.body });
  shown.add(notification);
  notification.on('click', () => {
    shown.delete(notification);
    onClick();
  });
  notification.on('close', () => shown.delete(notification));
  notification.show();
}
