import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdtemp, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#electron/backend/errors.ts';
import type { FileDesk, GivenFile, MadeFile } from '#electron/backend/ports.ts';
import type { FileOut, FileRef } from '#shared/contract/base.ts';

/** Largest file that comes in: half a gigabyte is far above any card or customer list. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

interface Kept {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** Made by the desk: deleted with its reference. A file of the user never is. */
  readonly ours: boolean;
}

/**
 * Files in and out of one session, by references nobody can guess. An incoming reference lives until it is `done`
 * (a file may be previewed and then imported), an outgoing one until it was collected; all die with the session.
 */
export class SessionFileDesk implements FileDesk {
  readonly #incoming = new Map<string, Kept>();
  readonly #outgoing = new Map<string, Kept & { readonly mediaType: string }>();
  readonly #limit: number;
  #folder: Promise<string> | undefined;

  constructor(options: { limit?: number } = {}) {
    this.#limit = options.limit ?? MAX_FILE_BYTES;
  }

  /** Takes a stream to a temp file. Throws FILE_TOO_LARGE and keeps nothing of it. */
  async receive(body: Readable, name: string): Promise<FileRef> {
    const ref = newRef();
    const path = join(await this.#tempFolder(), ref);
    let size = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        size += chunk.length;
        if (size > this.#limit) done(new AppError('FILE_TOO_LARGE', { name, limit: this.#limit }));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(body, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    this.#incoming.set(ref, { path, name, size, ours: true });
    return { ref };
  }

  /** Takes bytes that lie in no file: something pasted. Throws FILE_TOO_LARGE. */
  async receiveBytes(bytes: Uint8Array, name: string): Promise<FileRef> {
    return await this.receive(Readable.from([bytes]), name);
  }

  /** A reference to a file where it lies. Throws FILE_NOT_FOUND for anything but a file, FILE_TOO_LARGE. */
  async register(path: string): Promise<FileRef> {
    const kept = await this.#look(path);
    const ref = newRef();
    this.#incoming.set(ref, kept);
    return { ref };
  }

  async take(ref: FileRef): Promise<GivenFile> {
    if ('path' in ref) throw new AppError('FILE_REF_UNKNOWN', {});
    const kept = this.#incoming.get(ref.ref);
    if (!kept) throw new AppError('FILE_REF_UNKNOWN', {});
    return given(kept.ours ? kept : await this.#look(kept.path));
  }

  async done(ref: FileRef): Promise<void> {
    if ('path' in ref) return;
    const kept = this.#incoming.get(ref.ref);
    this.#incoming.delete(ref.ref);
    if (kept?.ours) await rm(kept.path, { force: true });
  }

  async give({ name, mediaType, bytes }: MadeFile): Promise<FileOut> {
    const ref = newRef();
    const path = join(await this.#tempFolder(), ref);
    const size = await writeNew(path, bytes, 0o600);
    this.#outgoing.set(ref, { path, name, mediaType, size, ours: true });
    return { name, mediaType, size, ref, path: null };
  }

  /** Hands out a made file once: name, type, size and its bytes, deleted when read. Undefined for unknown or used. */
  collect(ref: string): (GivenFile & { readonly mediaType: string }) | undefined {
    const kept = this.#outgoing.get(ref);
    if (!kept) return undefined;
    this.#outgoing.delete(ref);
    const stream = (): Readable => {
      const bytes = createReadStream(kept.path);
      bytes.once('close', () => void rm(kept.path, { force: true }));
      return bytes;
    };
    return { name: kept.name, size: kept.size, mediaType: kept.mediaType, stream };
  }

  /** Puts a made file where the user said: whole, or not at all. Throws FILE_REF_UNKNOWN. */
  async deliver(ref: string, target: string): Promise<void> {
    const kept = this.#outgoing.get(ref);
    if (!kept) throw new AppError('FILE_REF_UNKNOWN', {});
    const part = join(dirname(target), `.${basename(target)}.${newRef().slice(0, 8)}.part`);
    try {
      await copyFile(kept.path, part);
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    this.#outgoing.delete(ref);
    await unlink(kept.path);
  }

  /** The session ends: every reference dies and what the desk made is deleted. */
  async close(): Promise<void> {
    this.#incoming.clear();
    this.#outgoing.clear();
    const folder = await this.#folder;
    this.#folder = undefined;
    if (folder) await rm(folder, { recursive: true, force: true });
  }

  async #look(path: string): Promise<Kept> {
    const kept = await lookAt(path);
    if (kept.size > this.#limit)
      throw new AppError('FILE_TOO_LARGE', { name: kept.name, limit: this.#limit });
    return kept;
  }

  async #tempFolder(): Promise<string> {
    return await (this.#folder ??= mkdtemp(join(tmpdir(), 'dosen-files-')));
  }
}

/** A file of the user where it lies. Throws FILE_NOT_FOUND for a folder, a device, or nothing. */
export async function lookAt(path: string): Promise<Kept> {
  const name = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new AppError('FILE_NOT_FOUND', { name });
  return { path, name, size: found.size, ours: false };
}

export const given = (kept: Kept): GivenFile => ({
  name: kept.name,
  size: kept.size,
  stream: () => createReadStream(kept.path),
});

/**
 * Writes a file that is not there yet, whole or not at all, and returns its size. Throws EEXIST before it asks for any
 * bytes, and what the bytes throw.
 */
export async function writeNew(path: string, bytes: MadeFile['bytes'], mode?: number): Promise<number> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    return (await file.stat()).size;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

const newRef = (): string => randomBytes(24).toString('base64url');
