import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostPorts } from '#electron/backend/ports.ts';
import type { FileOut, FileRef } from '#shared/contract/base.ts';

/** What a host gives the suite: its ports, and its own way of bringing files in and out. */
export interface HostUnderTest {
  readonly ports: HostPorts;
  /** Brings a file in as this host does. */
  bring(name: string, bytes: Uint8Array): Promise<FileRef>;
  /** Takes a made file out as this host does; null when the host refuses. */
  fetch(file: FileOut): Promise<Uint8Array | null>;
  /** Titles of what the person was told so far. */
  told(): string[];
  /** The figure the person sees while the window is closed, and what it counts. */
  figure(): { n: number; label: string };
  stop(): Promise<void>;
}

const code = (error: unknown): unknown => (error as { code?: unknown }).code;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One suite for every host: what the backend may rely on, whoever starts it. */
export function hostConformance(name: string, start: () => Promise<HostUnderTest>): void {
  describe(`host: ${name}`, () => {
    let host: HostUnderTest;
    beforeEach(async () => {
      host = await start();
    });
    afterEach(async () => await host.stop());

    it('tells the time as a UTC instant that does not run backwards', () => {
      const first = host.ports.clock.now();
      expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(host.ports.clock.now() >= first).toBe(true);
    });

    it('seals a secret so that it does not show and opens it again', async () => {
      const plain = 'パスワード secret-7';
      const sealed = await host.ports.secrets.seal(plain);
      expect(sealed).not.toContain('secret-7');
      expect(Buffer.from(sealed, 'base64').toString()).not.toContain('secret-7');
      expect(await host.ports.secrets.open(sealed)).toBe(plain);
      expect(await host.ports.secrets.seal(plain)).not.toBe(sealed);
    });

    it('refuses to open what was changed or sealed elsewhere', async () => {
      const sealed = await host.ports.secrets.seal('secret');
      const at = sealed.length - 6;
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      await expect(host.ports.secrets.open(changed)).rejects.toThrow();
      await expect(host.ports.secrets.open('c2VjcmV0')).rejects.toThrow();
    });

    it('says how well it seals', () => {
      expect(['keychain', 'keyFile']).toContain(host.ports.secrets.kind);
    });

    it('prints HTML to a PDF, or says that it has no engine', async () => {
      const html = '<!doctype html><html lang="ja"><title>x</title><body>導線</body></html>';
      const result = await host.ports.printer.toPdf(html).catch(code);
      if (result instanceof Uint8Array) expect(Buffer.from(result.subarray(0, 5)).toString()).toBe('%PDF-');
      else expect(result).toBe('PDF_ENGINE_MISSING');
    });

    it('brings a file in by a reference that can be read twice and dies when done', async () => {
      const bytes = bytesOf('会社名,氏名\r\n');
      const ref = await host.bring('名刺.csv', bytes);
      for (let time = 0; time < 2; time += 1) {
        const file = await host.ports.files.take(ref);
        expect([file.name, file.size]).toEqual(['名刺.csv', bytes.length]);
        expect(await buffer(file.stream())).toEqual(Buffer.from(bytes));
      }
      await host.ports.files.done(ref);
      expect(await host.ports.files.take(ref).catch(code)).toBe('FILE_REF_UNKNOWN');
    });

    it('brings an empty file in', async () => {
      const file = await host.ports.files.take(await host.bring('empty.csv', new Uint8Array()));
      expect([file.size, (await buffer(file.stream())).length]).toEqual([0, 0]);
    });

    it.each([{ ref: 'guessed' }, { path: '/etc/passwd' }, { ref: '../../etc/passwd' }])(
      'knows no reference %j that it did not give out',
      async ref => {
        expect(await host.ports.files.take(ref).catch(code)).toBe('FILE_REF_UNKNOWN');
      },
    );

    it('hands a made file out once', async () => {
      const bytes = bytesOf('%PDF-1.7 made');
      const out = await host.ports.files.give({
        name: '電話リスト.pdf',
        mediaType: 'application/pdf',
        bytes,
      });
      expect(out).toMatchObject({ name: '電話リスト.pdf', mediaType: 'application/pdf', size: bytes.length });
      expect(await host.fetch(out)).toEqual(bytes);
      expect(await host.fetch(out)).toBeNull();
    });

    it('takes a made file as its bytes come', async () => {
      const bytes = bytesOf('会社,氏名\r\n架空電機,山田 太郎\r\n');
      const out = await host.ports.files.give({
        name: 'a.csv',
        mediaType: 'text/csv',
        bytes: inPieces(bytes),
      });
      expect(out.size).toBe(bytes.length);
      expect(await host.fetch(out)).toEqual(bytes);
    });

    it('passes a message on to the person', async () => {
      host.ports.notifier.notify({ title: '電話の時間です', body: '山田商事' });
      await expect.poll(() => host.told()).toEqual(['電話の時間です']);
    });

    it('shows a figure and takes it away', async () => {
      for (const figure of [
        { n: 3, label: '3件あります' },
        { n: 0, label: '何もありません' },
      ]) {
        host.ports.notifier.count(figure);
        await expect.poll(() => host.figure()).toEqual(figure);
      }
    });

    it('has a data folder of its own and may use the network', () => {
      expect(host.ports.dataFolder).not.toBe('');
      expect(host.ports.loopbackOnly).toBe(false);
    });
  });
}

/** A stream of these bytes in two pieces. */
export const inPieces = (bytes: Uint8Array): Readable =>
  Readable.from([bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)]);
