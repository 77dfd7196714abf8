import type { FileOut, FileRef } from '#shared/contract/base.ts';

/**
 * What the Electron preload puts on the window. Absent in the browser host, where the page itself uploads
 * and downloads.
 */
export type DosenShell = {
  /** Registers a dropped or chosen file and gives its reference. */
  readonly fileRef: (file: File) => Promise<FileRef>;
  /** Asks where to save and copies the file there; false when the person thought better of it. */
  readonly saveFile: (file: FileOut) => Promise<boolean>;
};

declare global {
  interface Window {
    readonly dosenShell?: DosenShell;
  }
}

/** True inside the desktop app. */
export const isDesktop = (): boolean => window.dosenShell !== undefined;
