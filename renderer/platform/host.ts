import type { DosenShell } from '#shared/contract/shell.ts';

declare global {
  interface Window {
    /** What the Electron preload puts on the window. Absent in the browser host, where the page uploads and downloads. */
    readonly dosenShell?: DosenShell<File>;
  }
}

/** True inside the desktop app. */
export const isDesktop = (): boolean => window.dosenShell !== undefined;
