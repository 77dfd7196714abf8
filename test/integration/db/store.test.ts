import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#electron/backend/db/open.ts';
import { instant } from '#shared/domain/base/days.ts';

const now = instant('2026-11-22T00:00:00Z');
const context = (uid: string) => ({ uid, at: now, memberId: null });
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dosen-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a store', () => {
  it('keeps what was written, and its reader sees only commits', async () => {
    const path = join(dir, 'a.db');
    const store = await openStore({ path, now, create: true });
    await store.write({ kind: 'members.add' }, context('op1'), async tx => {
      await tx.insert('members', [{ uid: 'm1', name: '佐藤', roles: '[]', active: 1 }]);
      expect(await store.read.selectFrom('members').select('name').execute()).toEqual([]);
    });
    expect(await store.read.selectFrom('members').select('name').execute()).toEqual([{ name: '佐藤' }]);
    expect(await store.read.selectFrom('changes').select(['table_name', 'row_uid']).execute()).toEqual([
      { table_name: 'members', row_uid: 'm1' },
    ]);
    await store.close();
    const again = await openStore({ path, now });
    expect(await again.read.selectFrom('members').select('uid').execute()).toEqual([{ uid: 'm1' }]);
    await again.close();
  });

  it('writes nothing when the work fails', async () => {
    const store = await openStore({ path: join(dir, 'a.db'), now, create: true });
    await expect(
      store.write({ kind: 'x' }, context('op1'), async tx => {
        await tx.insert('members', [{ uid: 'm1', name: 'a', roles: '[]', active: 1 }]);
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await store.read.selectFrom('operations').selectAll().execute()).toEqual([]);
    await store.close();
  });

  it('brings a long log into the file behind the commit, and the log is short again after the next', async () => {
    const path = join(dir, 'a.db');
    const store = await openStore({ path, now, create: true });
    const size = (file: string): number => statSync(file).size;
    const empty = size(path);
    const name = 'あ'.repeat(200);
    const member = (i: number) => ({ uid: `m${i}`, name, roles: '[]', active: 1 as const });
    await store.write(null, context('op1'), async tx => {
      await tx.bulk.insert(
        'members',
        Array.from({ length: 20_000 }, (_, i) => member(i)),
      );
    });
    expect(size(`${path}-wal`)).toBeGreaterThan(10_000_000);
    expect(size(path)).toBe(empty);
    await expect.poll(() => size(path)).toBeGreaterThan(10_000_000);
    let more = 20_000;
    await expect
      .poll(async () => {
        await store.write(null, context('op2'), async tx => {
          await tx.bulk.insert('members', [member(more++)]);
        });
        return size(`${path}-wal`);
      })
      .toBeLessThan(5_000_000);
    await store.close();
  });

  it('belongs to one process at a time', async () => {
    const path = join(dir, 'a.db');
    const store = await openStore({ path, now, create: true });
    await expect(openStore({ path, now })).rejects.toMatchObject({
      code: 'STORE_IN_USE',
      data: { since: now },
    });
    const viewer = await openStore({ path, now, readOnly: true });
    await expect(viewer.write(null, context('op'), async () => undefined)).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
    });
    await viewer.close();
    await store.close();
    await (await openStore({ path, now })).close();
  });

  it('says what is wrong with a file it cannot use', async () => {
    const path = join(dir, 'broken.db');
    writeFileSync(
      path,
      'this is not a database, only some text that is long enough to be read as a header of one',
    );
    await expect(openStore({ path, now })).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await expect(openStore({ path: join(dir, 'none.db'), now })).rejects.toMatchObject({
      code: 'STORE_NOT_FOUND',
    });
  });
});
