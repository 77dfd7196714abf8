import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openStore } from '#electron/backend/db/open.ts';
import { instant } from '#shared/domain/base/days.ts';

let made: Promise<Uint8Array> | undefined;

/** Writes a store that has run every migration and holds nothing; running them anew for each test takes six times as long. */
export async function writeEmptyStore(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await (made ??= makeEmptyStore()));
}

async function makeEmptyStore(): Promise<Uint8Array> {
  const dir = mkdtempSync(join(tmpdir(), 'dosen-'));
  try {
    const path = join(dir, 'empty.db');
    const store = await openStore({ path, now: instant('2026-11-20T01:00:00Z'), create: true });
    await store.close();
    return readFileSync(path);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
