import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '#electron/backend/db/open.ts';
import type { Store } from '#electron/backend/db/store.ts';
import type { WriteTx } from '#electron/backend/db/write-tx.ts';
import { instant } from '#shared/domain/base/days.ts';

const now = instant('2026-11-22T00:00:00Z');
let dir: string;
let store: Store;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dosen-'));
  store = await openStore({ path: join(dir, 'a.db'), now, create: true });
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

const member = (uid: string) => ({ uid, name: uid, roles: '[]', active: 1 as const });
const write = async <R>(uid: string, work: (tx: WriteTx) => Promise<R>): Promise<R> =>
  await store.write({ kind: 'test' }, { uid, at: now, memberId: null }, work);
const uids = async (): Promise<string[]> =>
  (await store.read.selectFrom('members').select('uid').orderBy('id').execute()).map(row => row.uid);

it('runs writes one after another in the order they were asked for', async () => {
  const order: string[] = [];
  const slow = write('slow', async tx => {
    order.push('slow begins');
    for (let i = 0; i < 5; i++) await tx.breathe();
    await tx.insert('members', [member('slow')]);
    order.push('slow ends');
  });
  const quick = write('quick', async tx => {
    order.push('quick begins');
    await tx.insert('members', [member('quick')]);
  });
  await Promise.all([slow, quick]);
  expect(order).toEqual(['slow begins', 'slow ends', 'quick begins']);
  expect(await uids()).toEqual(['slow', 'quick']);
});

it('goes on with the next write when one fails', async () => {
  const failing = write('bad', async tx => {
    await tx.insert('members', [member('bad')]);
    throw new Error('stop');
  });
  const next = write('good', async tx => await tx.insert('members', [member('good')]));
  await expect(failing).rejects.toThrow('stop');
  await next;
  expect(await uids()).toEqual(['good']);
});

it('reads only commits while a write gives the process turns', async () => {
  const seen: number[] = [];
  await write('w', async tx => {
    await tx.insert('members', [member('a')]);
    await tx.breathe();
    seen.push((await uids()).length, (await tx.read.selectFrom('members').select('id').execute()).length);
  });
  seen.push((await uids()).length);
  expect(seen).toEqual([0, 1, 1]);
});

it('announces the tables of a commit, and nothing of a write that failed', async () => {
  const heard: string[][] = [];
  const stop = store.onCommit(tables => heard.push([...tables].sort()));
  await write('a', async tx => await tx.insert('members', [member('a')]));
  await write('b', async () => await Promise.reject(new Error('no'))).catch(() => undefined);
  stop();
  await write('c', async tx => await tx.insert('members', [member('c')]));
  expect(heard).toEqual([['members', 'operations']]);
});

it('finishes the writes under way before it closes, and takes none after', async () => {
  const writing = write('a', async tx => {
    await tx.breathe();
    await tx.insert('members', [member('a')]);
  });
  await Promise.all([writing, store.close()]);
  await expect(write('late', async () => await Promise.resolve())).rejects.toMatchObject({
    code: 'STORE_NOT_OPEN',
  });
  store = await openStore({ path: join(dir, 'a.db'), now });
  expect(await uids()).toEqual(['a']);
});

it('writes no line for caches, and none when nothing differs', async () => {
  const [id = 0] = await write('a', async tx => await tx.insert('members', [member('a')]));
  expect(await write('same', async tx => await tx.update('members', id, { name: 'a' }))).toBe(false);
  expect(await write('gone', async tx => await tx.update('members', 999, { name: 'a' }))).toBe(false);
  const lines = await store.read.selectFrom('changes').select(['before', 'row_uid']).execute();
  expect(lines).toEqual([{ before: null, row_uid: 'a' }]);
});
