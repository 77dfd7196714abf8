import { existsSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { dialog, ipcMain, BrowserWindow, type IpcMainInvokeEvent, type OpenDialogOptions } from 'electron';
import type { FileOut, FileRef } from '#shared/contract/base.ts';
import { type ShellInput, shellCalls } from '#shared/contract/shell.ts';
import type { BackendClient } from './backend-process.ts';
import { PAGE_ORIGIN } from './protocol.ts';

/** Answers the calls of `shellCalls`: from our own page only, parsed, one channel each. */
export function answerShell(backend: () => BackendClient): void {
  answer('fileRef', async input => await bringIn(backend(), input));
  answer('saveFile', async (file, event) => await save(backend(), file, event));
  answer('saveFiles', async (files, event) => await saveAll(backend(), files, event));
}

function answer<K extends keyof typeof shellCalls>(
  name: K,
  work: (input: ShellInput<K>, event: IpcMainInvokeEvent) => Promise<unknown>,
): void {
  const { channel, input } = shellCalls[name];
  ipcMain.handle(channel, async (event, given: unknown) => {
    if (!isOurPage(event)) throw new Error('refused');
    return await work(input.parse(given) as ShellInput<K>, event);
  });
}

function isOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === PAGE_ORIGIN;
}

async function bringIn(backend: BackendClient, input: ShellInput<'fileRef'>): Promise<FileRef> {
  if ('path' in input) return await backend.files.register({ path: input.path });
  const base64 = Buffer.from(input.bytes).toString('base64');
  return await backend.files.receive({ name: basename(input.name), base64 });
}

/** The page names a made file, never a place: where it goes is chosen in the dialog. */
async function save(backend: BackendClient, file: FileOut, event: IpcMainInvokeEvent): Promise<boolean> {
  if (file.ref === null) return false;
  const options = { defaultPath: basename(file.name) };
  const window = BrowserWindow.fromWebContents(event.sender);
  const asked = window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
  const { canceled, filePath } = await asked;
  if (canceled || filePath === '') return false;
  await backend.files.deliver({ ref: file.ref, path: filePath });
  return true;
}

/** One question for all of them: the folder. A file that is there already stays; the new one gets a number. */
async function saveAll(
  backend: BackendClient,
  files: readonly FileOut[],
  event: IpcMainInvokeEvent,
): Promise<boolean> {
  const options: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };
  const window = BrowserWindow.fromWebContents(event.sender);
  const asked = window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
  const { canceled, filePaths } = await asked;
  const [folder] = filePaths;
  if (canceled || folder === undefined) return false;
  for (const { name, ref } of files)
    if (ref !== null) await backend.files.deliver({ ref, path: freePath(folder, basename(name)) });
  return true;
}

function freePath(folder: string, name: string): string {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${ext}`);
    if (!existsSync(path)) return path;
  }
}
