import { ORPCError } from '@orpc/client';
import type { FileOut, FileRef } from '#shared/contract/base.ts';
import { FILE_NAME_HEADER } from '#shared/contract/page.ts';
import { isDesktop } from './host.ts';

/** What the host answers when it does not take a file: a code of the contract, or nothing that can be read. */
async function refusal(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; data: unknown };
  } | null;
  return body?.error
    ? new ORPCError(body.error.code, { data: body.error.data })
    : new Error(`upload: ${response.status}`);
}

/** A file on its way to the backend: a reference the contract can carry. Throws when the upload fails. */
export async function fileRefOf(file: File): Promise<FileRef> {
  if (window.dosenShell) return await window.dosenShell.fileRef(file);
  const response = await fetch('/files', {
    method: 'POST',
    headers: { [FILE_NAME_HEADER]: encodeURIComponent(file.name) },
    body: file,
  });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as FileRef;
}

/** A file on its way out: saved by a dialog in the desktop app, downloaded by the browser elsewhere. */
export async function saveFile(file: FileOut): Promise<void> {
  if (isDesktop()) {
    await window.dosenShell?.saveFile(file);
    return;
  }
  if (file.ref === null) return;
  const link = document.createElement('a');
  link.href = `/files/${encodeURIComponent(file.ref)}`;
  link.download = file.name;
  link.click();
}

/** Several files on their way out: into one folder in the desktop app, downloaded one after the other elsewhere. */
export async function saveFiles(files: readonly FileOut[]): Promise<void> {
  if (isDesktop()) await window.dosenShell?.saveFiles(files);
  else for (const file of files) await saveFile(file);
}
