import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '#electron/backend/db/open.ts';
import { openAtStart } from '#electron/backend/store/open-at-start.ts';
import { type TestBackend, testBackend } from '#test/helpers/backend.ts';

let t: TestBackend;
beforeEach(async () => {
  t = await testBackend();
});
afterEach(async () => await t.stop());

const addMember = async (name: string) => await t.client.members.save({ name, roles: ['inside'] });
const names = async () => (await t.client.members.list({})).map(member => member.name);

it('makes a store with invented leads, the same for the same seed, and refuses to make it again', async () => {
  const path = join(t.dir, 'practice', 'p.db');
  const made = await t.client.store.create({ path, practice: true, sample: 60, seed: 7 });
  expect(made).toMatchObject({ name: 'p.db', practice: true, leads: 60, readOnly: false });
  const first = await t.client.leads.list({ limit: 100 });
  expect(first.total).toBe(60);
  expect(first.rows.every(row => row.acquiredOn <= '2026-11-20')).toBe(true);
  expect((await t.client.store.verify({})).problems).toEqual([]);
  await expect(t.client.store.create({ path })).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  expect((await t.client.system.status({})).store?.name).toBe('p.db');
  await t.client.store.create({ path: join(t.dir, 'q.db'), practice: true, sample: 60, seed: 7 });
  const rows = (await t.client.leads.list({ limit: 100 })).rows;
  const plain = (list: typeof rows) => list.map(({ uid: _uid, ...row }) => row);
  expect(plain(rows)).toEqual(plain(first.rows));
});

it('backs up while work goes on, to a path and through the host, and never over a file', async () => {
  await addMember('鈴木');
  const path = join(t.dir, 'copies', 'b.db');
  const [out] = await Promise.all([t.client.store.backup({ path }), addMember('高橋')]);
  expect(out).toMatchObject({ name: 'b.db', path, ref: null });
  expect(readdirSync(join(t.dir, 'copies'))).toEqual(['b.db']);
  const copy = await openStore({ path, now: t.clock.now(), readOnly: true });
  const found = await copy.read.selectFrom('members').select('name').orderBy('id').execute();
  expect(found.map(row => row.name).slice(0, 2)).toEqual(['', '鈴木']);
  await copy.close();
  await expect(t.client.store.backup({ path })).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  const given = await t.client.store.backup({});
  expect(given.name).toBe('dosen-backup-20261120-010000.db');
  expect(
    Buffer.from(t.given[0]?.bytes ?? [])
      .subarray(0, 15)
      .toString(),
  ).toBe('SQLite format 3');
});

it('restores a copy and keeps the replaced store beside it', async () => {
  const path = join(t.dir, 'b.db');
  await t.client.store.backup({ path });
  await addMember('後から');
  const restored = await t.client.store.restore({ path });
  expect(restored.path).toBe(t.storePath);
  expect(await names()).toEqual(['']);
  await t.client.store.open({ path: join(t.dir, 'dosen-replaced-20261120-010000.db') });
  expect(await names()).toEqual(['', '後から']);
});

it('restores a file that was given, and names it as the person does when it is none', async () => {
  const path = join(t.dir, 'b.db');
  await t.client.store.backup({ path });
  await addMember('後から');
  const foreign = join(t.dir, 'メモ.db');
  writeFileSync(foreign, 'これは名簿ではない');
  await expect(t.client.store.restore({ file: { path: foreign } })).rejects.toMatchObject({
    data: { name: 'メモ.db' },
  });
  expect(await names()).toEqual(['', '後から']);
  const restored = await t.client.store.restore({ file: { path } });
  expect(restored.path).toBe(t.storePath);
  expect(await names()).toEqual(['']);
  expect(readdirSync(t.dir).filter(name => /incoming|given/.test(name))).toEqual([]);
});

it('keeps the old store open and whole when a restore cannot be done', async () => {
  await addMember('残る');
  const before = readdirSync(t.dir).sort();
  await expect(t.client.store.restore({ path: join(t.dir, 'none.db') })).rejects.toMatchObject({
    code: 'STORE_NOT_FOUND',
  });
  await expect(t.client.store.restore({ path: t.storePath })).rejects.toMatchObject({
    code: 'STORE_IN_USE',
  });
  expect(await names()).toEqual(['', '残る']);
  await addMember('まだ書ける');
  expect(readdirSync(t.dir).sort()).toEqual(before);
});

it('leaves secrets and ids out of the export, and gives the same for the same work', async () => {
  const work = async (): Promise<unknown> => {
    await t.client.store.create({ path: join(t.dir, 'same.db'), sample: 30, seed: 3 });
    await addMember('鈴木');
    const [lead] = (await t.client.leads.list({ limit: 1 })).rows;
    await t.client.leads.update({ uid: lead?.uid ?? '', patch: { memo: '重要' } });
    return stripped(await t.client.store.exportAll({}));
  };
  const first = await work();
  await t.stop();
  t = await testBackend({ now: '2026-11-20T01:30:00Z' });
  const second = await work();
  expect(second).toEqual(first);
  expect(Object.keys(first as object)).toEqual(
    expect.arrayContaining(['leads', 'contactPoints', 'operations', 'changes', 'events']),
  );
  const text = JSON.stringify(first);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(text).not.toContain(t.dir);
  expect(text).toContain('重要');
});

/** What issue 1 compares: everything but `uid` and `…At`. */
function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'uid' && !key.endsWith('At'));
  return Object.fromEntries(kept.map(([key, item]) => [key, stripped(item)]));
}

it('leaves nothing behind when a store cannot be filled', async () => {
  const path = join(t.dir, 'full.db');
  const fail = async () => await Promise.reject(new Error('stop'));
  await expect(t.backend.keeper.make(path, fail)).rejects.toThrow('stop');
  expect(readdirSync(t.dir).filter(name => name.startsWith('full.db') && !name.includes('lock'))).toEqual([]);
  expect(existsSync(path)).toBe(false);
  expect(readFileSync(t.storePath).length).toBeGreaterThan(0);
});

it('starts with a practice store of invented leads when asked for the sample, and keeps it', async () => {
  await openAtStart(t.backend, { sample: true });
  expect(await t.client.system.status({})).toMatchObject({ store: { practice: true, leads: 1000 } });
  await t.client.store.open({ which: 'own' });
  expect(await t.client.system.status({})).toMatchObject({ store: { practice: false, leads: 0 } });
  await t.client.members.save({ name: '鈴木', roles: ['inside'] });
  await t.client.store.open({ which: 'practice' });
  expect(await names()).toEqual(['']);
});
