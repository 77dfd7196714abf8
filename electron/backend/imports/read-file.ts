import { createHash } from 'node:crypto';
import { AppError } from '#electron/backend/errors.ts';
import type { FileDesk } from '#electron/backend/ports.ts';
import type { FileRef } from '#shared/contract/base.ts';
import { fileKind, isZip } from '#shared/domain/imports/file-kind.ts';
import { MAX_ROW } from '#shared/domain/imports/read-rows.ts';
import type { Sheet } from '#shared/domain/imports/sheets.ts';
import { readWorkbook } from './workbook.ts';

export interface FileBytes {
  name: string;
  bytes: Uint8Array;
  sha256: string;
  /** The sheets of a workbook; absent for a file of text. */
  sheets?: Sheet[];
}

/** Larger than any card file; a text of this size still fits one string. */
const MAX_FILE = 512 * 1024 * 1024;

/**
 * Reads a given file whole, within limits that are checked as the bytes arrive: a single line of 200 MB is refused
 * after its first 4 MB. Throws FILE_TOO_LARGE, FILE_LINE_TOO_LONG, for a workbook what `readWorkbook` throws, and what the
 * host throws.
 */
export async function readFileBytes(files: FileDesk, ref: FileRef): Promise<FileBytes> {
  const file = await files.take(ref);
  const { name } = file;
  const tooLarge = (): AppError => new AppError('FILE_TOO_LARGE', { name, limit: MAX_FILE });
  if (file.size > MAX_FILE) throw tooLarge();
  const hash = createHash('sha256');
  const lines = new LineGauge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isText = true;
  for await (const part of file.stream()) {
    const chunk = part as Uint8Array;
    if (size === 0) isText = !isZip(chunk);
    size += chunk.length;
    if (size > MAX_FILE) throw tooLarge();
    const line = isText ? lines.tooLongAfter(chunk) : null;
    if (line !== null) throw new AppError('FILE_LINE_TOO_LONG', { name, line });
    hash.update(chunk);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const given = { name, bytes, sha256: hash.digest('hex') };
  return fileKind(bytes) === 'xlsx' ? { ...given, sheets: await readWorkbook(name, bytes) } : given;
}

/** Watches the length of the current line. Line-end bytes mean the same in every encoding we read. */
class LineGauge {
  #length = 0;
  #line = 1;

  /** The 1-based line that is longer than a row may be, or null. */
  tooLongAfter(chunk: Uint8Array): number | null {
    let from = 0;
    for (let end = lineEnd(chunk, 0); end >= 0; end = lineEnd(chunk, from)) {
      if (this.#length + end - from > MAX_ROW) return this.#line;
      this.#length = 0;
      if (chunk[end] === LF || chunk[end + 1] !== LF) this.#line += 1;
      from = end + 1;
    }
    this.#length += chunk.length - from;
    return this.#length > MAX_ROW ? this.#line : null;
  }
}

const LF = 0x0a;
const CR = 0x0d;

function lineEnd(chunk: Uint8Array, from: number): number {
  for (let i = from; i < chunk.length; i++) if (chunk[i] === LF || chunk[i] === CR) return i;
  return -1;
}
