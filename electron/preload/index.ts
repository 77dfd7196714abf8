import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { FileOut, FileRef } from '#shared/contract/base.ts';
import type { PORT_MESSAGE } from '#shared/contract/page.ts';
import type { DosenShell, shellCalls } from '#shared/contract/shell.ts';

/*
 * The only code between the page and the shell. It imports types alone, so that it stays one small file; the names below
 * are checked against the contract by their types.
 */
const portMessage: typeof PORT_MESSAGE = 'dosen:port';
const channels: { readonly [K in keyof typeof shellCalls]: (typeof shellCalls)[K]['channel'] } = {
  fileRef: 'shell:fileRef',
  saveFile: 'shell:saveFile',
  saveFiles: 'shell:saveFiles',
};

/** Where the file lies, or its bytes if it was made by the page (pasted text has no place). */
async function whatItIs(file: File): Promise<{ path: string } | { name: string; bytes: Uint8Array }> {
  const path = webUtils.getPathForFile(file);
  return path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path };
}

const shell: DosenShell<File> = {
  fileRef: async file => (await ipcRenderer.invoke(channels.fileRef, await whatItIs(file))) as FileRef,
  saveFile: async (file: FileOut) => (await ipcRenderer.invoke(channels.saveFile, file)) as boolean,
  saveFiles: async (files: readonly FileOut[]) =>
    (await ipcRenderer.invoke(channels.saveFiles, files)) as boolean,
};

contextBridge.exposeInMainWorld('dosenShell', shell);

// Every load, and every restart of the backend, brings a new port.
ipcRenderer.on(portMessage, ({ ports }) => window.postMessage(portMessage, location.origin, [...ports]));
