import { app, Menu, nativeImage, Tray } from 'electron';
import type { Catalogue } from '#shared/i18n/index.ts';
import { places } from './places.ts';

/** The icon beside the clock: Dosen goes on sending and reminding while its window is closed. */
export function makeTray(t: Catalogue['shell'], act: { show: () => void; quit: () => void }): Tray {
  const image = nativeImage.createFromPath(places.icon()).resize({ width: 16, height: 16 });
  const tray = new Tray(image);
  tray.setToolTip(t.name);
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: t.show, click: act.show },
      { type: 'separator' },
      { label: t.quit, click: act.quit },
    ]),
  );
  tray.on('click', act.show);
  return tray;
}

/** A figure beside the icon, on the dock where there is one, and in words on the tooltip. */
export function showCount(tray: Tray, { n, label }: { n: number; label: string }): void {
  tray.setToolTip(label);
  tray.setTitle(n === 0 ? '' : String(n));
  app.setBadgeCount(n);
}
